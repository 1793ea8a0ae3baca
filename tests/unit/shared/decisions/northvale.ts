import { northvaleFile } from '../../../../server/example/northvaleFile.ts';
import type { Actor, PersonAction } from '../../../../shared/decisions/actions.ts';
import { apply } from '../../../../shared/decisions/apply.ts';
import { type Decision, newDecision } from '../../../../shared/decisions/decision.ts';
import type { Standing, Whole } from '../../../../shared/decisions/draft.ts';
import type { Body, Conflict, Seat } from '../../../../shared/decisions/electorate.ts';
import type { Applied } from '../../../../shared/decisions/entries.ts';
import type { Step } from '../../../../shared/decisions/ladder.ts';
import { library } from '../../../../shared/decisions/library/library.ts';
import type { Position } from '../../../../shared/decisions/positions.ts';
import type { Rule } from '../../../../shared/decisions/rule.ts';
import { advance } from '../../../../shared/decisions/time.ts';
import { isRefusal } from '../../../../shared/refusal.ts';

/** The example's six decisions as they were: raw positions in, through the engine, nothing else. */
export interface RawVote {
  readonly seat: string;
  readonly choice: string;
  readonly channel: string;
  readonly reason?: string;
  readonly value?: string;
  readonly harm?: string;
  readonly recorded_by?: string;
  readonly witness?: string;
  readonly paper_ref?: string;
}

export interface RawRound {
  readonly kind: 'consensus' | 'fallback';
  readonly opened: string;
  readonly closed: string;
  readonly amendment?: { readonly change: string };
  readonly votes: readonly RawVote[];
  readonly worked: {
    readonly eligible: number;
    readonly quorum_needed: number;
    readonly votes_cast: number;
    readonly quorate: boolean;
    readonly tally: Readonly<Record<string, number>>;
    readonly result: string;
  };
}

export interface RawDecision {
  readonly id: string;
  readonly title: string;
  readonly conflicts: readonly { readonly seat: string; readonly kind: string; readonly managed: string }[];
  readonly rounds: readonly RawRound[];
  readonly outcome: string;
}

const file = northvaleFile();

export function raw(id: string): RawDecision {
  return file.decisions.find((each) => each.id === id) as unknown as RawDecision;
}

/** Two seats are of one council. */
const BODY_OF: Readonly<Record<string, string>> = { C1: 'council', C2: 'council' };

export const SEATS: readonly Seat[] = file.parties.map(({ id, side }) => ({
  id,
  side,
  body: { id: BODY_OF[id] ?? `${id}-body`, name: id },
}));

export const CABINET: Body = { id: 'cabinet', name: 'Council Cabinet' };
export const NHS: Body = { id: 'nhs', name: 'NHS Place Committee' };

export const at = (day: string) => Date.parse(`${day}T09:00:00Z`);
export const HASH = 'a'.repeat(64);
export const OTHER_HASH = 'b'.repeat(64);

export const FACILITATOR: Actor = { id: 'marsha', roles: ['facilitator'], seats: [], bodies: [] };
export const RECORDER: Actor = { id: 'ravi', roles: ['recorder'], seats: [], bodies: [] };
export const holder = (...seats: string[]): Actor => ({
  id: `holder-${seats[0]}`,
  roles: [],
  seats,
  bodies: [],
});
export const speaker = (body: string): Actor => ({
  id: `for-${body}`,
  roles: ['ratifier'],
  seats: [],
  bodies: [body],
});

/** Applies, and fails the test with the refusal's words if it was refused. */
export function must(decision: Decision, action: PersonAction, actor: Actor, now: number): Applied {
  const applied = apply(decision, action, { now, actor });
  if (isRefusal(applied)) throw new Error(`${action.kind} was refused: ${JSON.stringify(applied)}`);
  return applied;
}

export const northvaleRule = library.find(({ id }) => id === 'concurrent_three_quarters')?.rule as Rule;
const concurrent = northvaleRule.ladder[0] as Step;
const statusQuo = northvaleRule.ladder[1] as Step;

const LADDERS: Readonly<Record<string, Step[]>> = {
  D1: [{ kind: 'pause', id: 'F4', when: ['rounds_used'], days: 28, times: 1 }, statusQuo],
  D5: [
    { kind: 'trial', id: 'F3', when: ['rounds_used'], days: 90, scope: 'A stated limit', stopRule: 'Harm' },
  ],
  D6: [
    {
      kind: 'refer_to_bodies',
      id: 'F2',
      when: ['sustained_block', 'rounds_used'],
      days: 28,
      bodies: [CABINET, NHS],
    },
  ],
};

const STANDINGS: Readonly<Record<string, Standing>> = {
  D1: {
    kind: 'each_body',
    answerDays: 60,
    bodies: [
      CABINET,
      NHS,
      { id: 'larchmere', name: 'Larchmere board' },
      { id: 'skelby', name: 'Skelby committee' },
    ],
  },
  D4: { kind: 'recommendation', bodies: [CABINET], answerDays: 60 },
  D6: { kind: 'each_body', bodies: [CABINET, NHS], answerDays: 60 },
};

/** Everything that the example's decision had when it was opened. */
export function northvaleDraft({ id, title, conflicts, rounds }: RawDecision): Whole {
  const [first] = rounds;
  if (!first) throw new Error('a decision without a round');
  return {
    question: title,
    proposal: HASH,
    standing: STANDINGS[id] ?? { kind: 'delegated' },
    electorate: [...SEATS],
    rule: { ...northvaleRule, ladder: LADDERS[id] ?? [{ ...concurrent, id: 'F1' } as Step, statusQuo] },
    opensAt: at(first.opened),
    closesAt: at(first.closed),
    reviewAt: at('2025-12-01'),
    conflicts: conflicts.map(
      ({ seat, kind, managed }): Conflict => ({
        seat,
        kind: kind as Conflict['kind'],
        handling: managed.includes('left') ? 'leaves_the_room' : 'may_speak',
        reason: managed,
      }),
    ),
    values: file.values.map((value) => value.id),
    ...(id === 'D5'
      ? { conditions: [{ id: 'checks', text: 'Every check for the offer of G1 is done' }] }
      : {}),
  };
}

/** Who listens to what happens, act by act. */
export type Told = (applied: Applied, now: number) => void;
const nobody: Told = () => {};

export function openDecision(draft: Whole, now = draft.opensAt, told = nobody): Decision {
  const drafted = must(newDecision('decision'), { kind: 'set_draft', draft }, FACILITATOR, now);
  told(drafted, now);
  const opened = must(drafted.decision, { kind: 'open' }, FACILITATOR, now);
  told(opened, now);
  return opened.decision;
}

export function takes(decision: Decision, seat: string, position: Position, now: number): Decision {
  return takesPart(decision, seat, position, now).decision;
}

function takesPart(decision: Decision, seat: string, position: Position, now: number): Applied {
  const through = { channel: 'live' } as const;
  return must(decision, { kind: 'take_position', seat, position, through }, holder(seat), now);
}

function vote(decision: Decision, given: RawVote, now: number): Applied {
  const { seat, choice, channel, reason, value, harm } = given;
  const position = {
    choice,
    ...(reason && { reason }),
    ...(value && { value }),
    ...(harm && { harm }),
  } as Position;
  if (channel !== 'paper') return takesPart(decision, seat, position, now);
  const through = {
    channel: 'paper' as const,
    witness: given.witness?.replace(' ', '-') ?? '',
    reference: given.paper_ref ?? '',
  };
  return must(decision, { kind: 'take_position', seat, position, through }, RECORDER, now);
}

/** Plays a decision from its raw positions to the end of its last round. */
export function play(id: string, told = nobody): Decision {
  const decision = raw(id);
  const draft = northvaleDraft(decision);
  let so = openDecision(draft, draft.opensAt, told);
  const next = (applied: Applied, now: number) => {
    told(applied, now);
    so = applied.decision;
  };
  decision.rounds.forEach((round, index) => {
    const opened = at(round.opened);
    next(advance(so, opened), opened);
    if (round.amendment) {
      const { change } = round.amendment;
      const amendment = { kind: 'amend', hash: OTHER_HASH, change, ifFrozen: 'next_round' } as const;
      next(must(so, amendment, FACILITATOR, opened), opened);
    }
    if (so.state.kind === 'open' && so.state.stage.kind === 'between')
      next(must(so, { kind: 'open_next_round' }, FACILITATOR, opened), opened);
    const before = decision.rounds[index - 1];
    for (const given of round.votes) {
      // What was said before an extension on the same words is kept: it is not said again.
      if (!round.worked.quorate || !before || before.worked.quorate || !saidBefore(before, given))
        if (!(round.kind === 'fallback' && given.choice === 'stand_aside'))
          next(vote(so, given, opened + 1), opened + 1);
    }
    next(advance(so, at(round.closed)), at(round.closed));
  });
  return so;
}

function saidBefore({ votes }: RawRound, given: RawVote): boolean {
  return votes.some(({ seat, choice }) => seat === given.seat && choice === given.choice);
}
