import { describe, expect, it } from 'vitest';
import type { PersonAction } from '../../../../shared/decisions/actions.ts';
import type { Decision } from '../../../../shared/decisions/decision.ts';
import { advance, due } from '../../../../shared/decisions/time.ts';
import type { Line } from '../../../../shared/ledger/line.ts';
import type { ReadLine } from '../../../../shared/records/recount/actionOf.ts';
import { recount } from '../../../../shared/records/recount/recount.ts';
import {
  FACILITATOR,
  holder,
  must,
  northvaleDraft,
  openDecision,
  play,
  raw,
} from '../decisions/northvale.ts';
import { draftOf, STATUS_QUO } from '../decisions/table.ts';
import { chronicle } from './chronicle.ts';

const SIX = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6'] as const;

function lines(id: string) {
  const { told, read } = chronicle();
  const decision = play(id, told);
  return { decision, read };
}

/** The same lines with one of them changed. */
function changed(all: readonly ReadLine[], which: (line: Line) => boolean, change: (line: Line) => object) {
  const found = all.findIndex(({ line }) => which(line));
  if (found < 0) throw new Error('there is no such line');
  return all.map((read, index) =>
    index === found ? { ...read, line: { ...read.line, ...change(read.line) } } : read,
  );
}

describe('the six worked decisions, from the lines of their ledger alone', () => {
  it.each(SIX)('[DEC40] %s is counted again, and comes to the same rounds and the same end', (id) => {
    const { decision, read } = lines(id);
    const again = recount(read());
    if (again.kind !== 'same') throw new Error(JSON.stringify(again));
    const { rounds, state, bodies, blocks } = again.decision;
    expect(state).toEqual(decision.state);
    expect(rounds.map(({ counts }) => counts)).toEqual(decision.rounds.map(({ counts }) => counts));
    expect(bodies.map(({ body, dueAt }) => [body.id, dueAt])).toEqual(
      decision.bodies.map(({ body, dueAt }) => [body.id, dueAt]),
    );
    expect(blocks.map(({ steps }) => steps.map((step) => step.state))).toEqual(
      decision.blocks.map(({ steps }) => steps.map((step) => step.state)),
    );
  });

  it.each(SIX)('[LEDGER9] %s is counted again when every text of it has been erased', (id) => {
    const { decision, read } = lines(id);
    const again = recount(read(() => true));
    expect(again).toMatchObject({ kind: 'same', decision: { state: decision.state } });
  });

  it('[BYLINK2] an answer by a link is counted again with who helped, and without when that was erased', () => {
    const { told, read } = chronicle();
    const opened = openDecision(northvaleDraft(raw('D1')), undefined, told);
    const now = northvaleDraft(raw('D1')).opensAt + 1;
    const through = { channel: 'link', supporter: 'Ann' } as const;
    const take = { kind: 'take_position', seat: 'C1', position: { choice: 'agree' }, through } as const;
    told(must(opened, take, holder('C1'), now), now);
    for (const [lines, supporter] of [
      [read(), 'Ann'],
      [read((_, name) => name === 'supporter'), '–'],
    ] as const) {
      const again = recount(lines);
      if (again.kind !== 'same') throw new Error(JSON.stringify(again));
      expect(again.decision.rounds[0]?.positions).toMatchObject([{ channel: 'link', supporter }]);
    }
  });

  it.each(SIX)('[DEC40] %s: a position, a count, an outcome or a time that was changed is found', (id) => {
    const all = lines(id).read();
    const position = (line: Line) => line.kind === 'position_taken';
    const closed = (line: Line) => line.kind === 'round_closed';
    const payload = (more: object) => (line: Line) => ({ payload: { ...line.payload, ...more } });
    const forged = [
      changed(
        all,
        (line) => position(line) && line.payload.choice === 'agree',
        payload({ choice: 'abstain' }),
      ),
      changed(all, position, payload({ seat: 'nobody' })),
      changed(all, position, (line) => ({ effectiveAt: line.effectiveAt + 1e12 })),
      changed(all, closed, payload({ result: { kind: 'failed' } })),
      changed(all, closed, (line) => ({ effectiveAt: line.effectiveAt - 1 })),
      changed(all, ({ kind }) => kind === 'ended', payload({ ending: { kind: 'lapsed' } })),
      changed(
        all,
        ({ kind }) => kind === 'opened',
        (line) => ({
          payload: { ...line.payload, electorate: (line.payload.electorate as object[]).slice(1) },
        }),
      ),
      all.filter(({ line }) => line !== all.find((each) => position(each.line))?.line),
      all.filter(({ line }) => line.kind !== 'round_closed'),
      all.slice(0, -1),
    ];
    expect(forged.map((each, index) => [index, recount(each).kind === 'same'])).toEqual(
      forged.map((_, index) => [index, false]),
    );
  });
});

describe('blocks, whose harm is a text that can be erased', () => {
  function tested(again: string) {
    const draft = northvaleDraft(raw('D2'));
    const consensus = { ...draft.rule.consensus, testedBy: 'facilitator' as const };
    const { told, read } = chronicle();
    let decision: Decision = openDecision(
      { ...draft, rule: { ...draft.rule, consensus } },
      draft.opensAt,
      told,
    );
    let now = draft.opensAt;
    const does = (action: PersonAction, actor = FACILITATOR) => {
      now += 1;
      const applied = must(decision, action, actor, now);
      told(applied, now);
      decision = applied.decision;
    };
    const block = (harm: string): PersonAction => ({
      kind: 'take_position',
      seat: 'G1',
      position: { choice: 'block', reason: 'too far', harm },
      through: { channel: 'web' },
    });
    const test = (question: 'is_a_block' | 'is_addressed', yes: boolean): PersonAction => ({
      kind: 'test_block',
      seat: 'G1',
      question,
      yes,
      reason: 'we looked',
    });
    does(block('nobody gets there'), holder('G1'));
    does(test('is_a_block', true));
    does({ kind: 'answer_block', seat: 'G1', text: 'a bus will go' });
    does(test('is_addressed', true));
    does(block(again), holder('G1'));
    return { read, states: decision.blocks.map(({ steps }) => steps.map(({ state }) => state)) };
  }

  it.each([
    ['nobody gets there', 1],
    ['somebody is hurt', 2],
  ])(
    '[LEDGER9] said again with “%s”, it stays the same block or becomes another, erased or not',
    (again, blocks) => {
      const { read, states } = tested(again);
      expect(states).toHaveLength(blocks);
      const harms = read().filter(({ words }) => words.harm !== undefined);
      const [first, second] = harms.map(({ line }) => line.seq);
      for (const erased of [[], [first], [second], [first, second]]) {
        const found = recount(read(({ seq }, name) => name === 'harm' && erased.includes(seq)));
        if (found.kind !== 'same') throw new Error(JSON.stringify(found));
        expect(found.decision.blocks.map(({ steps }) => steps.map(({ state }) => state))).toEqual(states);
      }
    },
  );

  it('[DEC40] a line that says two harms were the same when they were not is found', () => {
    const all = tested('somebody is hurt').read();
    const forged = changed(
      all,
      ({ payload }) => payload.sameGround === false,
      ({ payload }) => ({ payload: { ...payload, sameGround: true } }),
    );
    expect(recount(forged).kind).toBe('differs');
  });
});

describe('a decider whom the rule names', () => {
  const decider = { id: 'body', name: 'Body' };

  /** Too few answer twice, nobody holds the meeting that comes before the pause, and so one decides for all. */
  function decided(adopt: boolean) {
    const after = { rounds: 1, meetings: 1, blocksAnswered: true, waitDays: 5 } as const;
    const draft = draftOf({
      quorum: { atLeast: 5, fromEachSide: 2 },
      rounds: { extensionDays: 2 },
      ladder: [
        { kind: 'pause', id: 'pause', when: ['quorum_missed_twice'], days: 3, times: 2, after },
        { kind: 'named_decider', id: 'one', when: ['quorum_missed_twice', 'rounds_used'], days: 3, decider },
        STATUS_QUO,
      ],
    });
    const { told, read } = chronicle();
    let decision = openDecision(draft, draft.opensAt, told);
    let now = draft.opensAt;
    while (decision.state.kind === 'open' && decision.state.stage.kind !== 'deciding') {
      now = due(decision)?.at ?? now;
      const brought = advance(decision, now);
      told(brought, now);
      decision = brought.decision;
    }
    const actor = { id: 'somebody', roles: [], seats: [], bodies: [decider.id] };
    const done = must(decision, { kind: 'decide', adopt, reason: 'It can wait', answers: [] }, actor, now);
    told(done, now);
    return { decision: done.decision, read };
  }

  it.each([
    [true, 'passed_by_fallback'],
    [false, 'not_agreed'],
  ])('[DEC40] who decides (adopt: %s) is counted again, with or without the texts', (adopt, ending) => {
    const { decision, read } = decided(adopt);
    expect(decision.state).toMatchObject({ kind: 'ended', ending: { kind: ending, step: 'one' } });
    for (const lines of [read(), read(() => true)])
      expect(recount(lines)).toMatchObject({ kind: 'same', decision: { state: decision.state } });
  });

  it('[DEC40] what was decided otherwise than its line says, or in the place of another step, is found', () => {
    const all = decided(false).read();
    const forged = ['adopt', 'step'].map((field) =>
      changed(
        all,
        ({ kind }) => kind === 'decided',
        ({ payload }) => ({ payload: { ...payload, [field]: field === 'adopt' ? true : 'pause' } }),
      ),
    );
    expect(forged.map((lines) => recount(lines).kind)).toEqual(['differs', 'differs']);
  });
});
