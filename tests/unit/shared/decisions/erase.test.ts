import { expect, it } from 'vitest';
import type { Decision } from '../../../../shared/decisions/decision.ts';
import { ERASED, eraseText } from '../../../../shared/decisions/erase.ts';
import { countRound } from '../../../../shared/decisions/facts.ts';
import { FACILITATOR, holder, must, northvaleDraft, openDecision, play, raw, takes } from './northvale.ts';

const GONE = 'It would harm old Mr Tarn of Mill Lane';
const json = (decision: Decision) => JSON.stringify(decision);

function blocked(): Decision {
  const draft = northvaleDraft(raw('D2'));
  const now = draft.opensAt + 1;
  const opened = openDecision({
    ...draft,
    conflicts: [{ seat: 'C3', kind: 'personal', handling: 'may_vote', reason: GONE }],
  });
  const said = takes(opened, 'G1', { choice: 'block', reason: 'Too far', harm: GONE, change: GONE }, now);
  const same = takes(said, 'U1', { choice: 'stand_aside', reason: GONE }, now);
  const answer = { kind: 'answer_block', seat: 'G1', text: GONE } as const;
  return must(same, answer, FACILITATOR, now).decision;
}

it('[LEDGER11] a text goes wherever its writer said it: in the position and in the block; others’ words stay', () => {
  const before = blocked();
  const after = eraseText(before, GONE, holder('G1').id);
  expect(after.blocks[0]?.position).toMatchObject({ reason: 'Too far', harm: ERASED, change: ERASED });
  expect(after.rounds[0]?.positions[0]?.position).toMatchObject({ reason: 'Too far', harm: ERASED });
  expect(after.rounds[0]?.positions[1]?.position).toMatchObject({ reason: GONE });
  expect(after.blocks[0]?.answer?.text).toBe(GONE);
  const theirs = eraseText(after, GONE, holder('U1').id);
  const answered = eraseText(theirs, GONE, FACILITATOR.id);
  expect(answered.conflicts[0]?.reason).toBe(ERASED);
  expect(json(answered)).not.toContain('Mr Tarn');
});

it('[LEDGER11] who helped whoever answered goes too', () => {
  const draft = northvaleDraft(raw('D2'));
  const through = { channel: 'link', supporter: GONE } as const;
  const take = { kind: 'take_position', seat: 'U1', position: { choice: 'agree' }, through } as const;
  const { decision } = must(openDecision(draft), take, holder('U1'), draft.opensAt + 1);
  const after = eraseText(decision, GONE, holder('U1').id);
  expect(after.rounds[0]?.positions[0]?.supporter).toBe(ERASED);
});

it('[LEDGER11] erasing changes no count, no state and no outcome', () => {
  for (const id of ['D1', 'D2', 'D4']) {
    const before = play(id);
    const texts = before.rounds.flatMap(({ positions }) =>
      positions.map(({ position, by }) => [position.reason ?? '', by] as const),
    );
    const after = texts.reduce((so, [text, by]) => eraseText(so, text, by), before);
    expect(json(after)).not.toBe(json(before));
    expect(after.state).toEqual(before.state);
    for (const [index, round] of after.rounds.entries()) {
      expect(round.counts).toEqual(before.rounds[index]?.counts);
      expect(countRound(after, round).result).toEqual(countRound(before, round).result);
    }
  }
});
