import * as story from '../../../../server/example/decisionTerms.ts';
import {
  type Decision as FileDecision,
  northvaleFile,
  type Round,
  type Vote,
} from '../../../../server/example/northvaleFile.ts';
import type { Actor, PersonAction } from '../../../../shared/decisions/actions.ts';
import { apply } from '../../../../shared/decisions/apply.ts';
import { type Decision, newDecision } from '../../../../shared/decisions/decision.ts';
import type { Whole } from '../../../../shared/decisions/draft.ts';
import type { Body, Seat } from '../../../../shared/decisions/electorate.ts';
import type { Applied } from '../../../../shared/decisions/entries.ts';
import type { Position } from '../../../../shared/decisions/positions.ts';
import type { Rule } from '../../../../shared/decisions/rule.ts';
import { advance } from '../../../../shared/decisions/time.ts';
import { isRefusal } from '../../../../shared/refusal.ts';

/** The example's six decisions as they were: raw positions in, through the engine, nothing else. */
export type RawVote = Vote;
export type RawRound = Round;
export type RawDecision = FileDecision;

const file = northvaleFile();

export function raw(id: string): RawDecision {
  return file.decisions.find((each) => each.id === id) as RawDecision;
}

/** Two seats are of one council. */
const BODY_OF: Readonly<Record<string, string>> = { C1: 'council', C2: 'council' };

export const SEATS: readonly Seat[] = file.parties.map(({ id, side }) => ({
  id,
  side,
  body: { id: BODY_OF[id] ?? `${id}-body`, name: id },
}));

export const CABINET: Body = story.CABINET;
export const NHS: Body = story.NHS;

export const at = story.at;
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

export const northvaleRule: Rule = story.northvaleRule;

/** Everything that the example's decision had when it was opened. */
export function northvaleDraft(decision: RawDecision): Whole {
  return {
    ...story.termsOf(decision, (code) => code),
    proposal: HASH,
    electorate: [...SEATS],
    values: file.values.map((value) => value.id),
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
