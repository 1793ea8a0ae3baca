import type { Entry } from '../ledger/entry.ts';
import type { Decision } from './decision.ts';
import { outs } from './facts.ts';

/** What people are told by mail, because it asks something of them or was done in their name. */
export type Notice =
  /** A round is open: say where you stand. `step` is set in the vote of a fallback. */
  | { readonly kind: 'answer_wanted'; readonly closesAt: number; readonly step: string | null }
  /** The words have changed: now, so that every answer has to be given again, or for the round that comes. */
  | {
      readonly kind: 'amended';
      readonly version: number;
      readonly from: 'now' | 'next_round';
      readonly change: string | null;
    }
  /** Their answer was entered from paper or from what they said. */
  | { readonly kind: 'entered_for_you'; readonly closesAt: number }
  | { readonly kind: 'review_due' };

export interface Told {
  readonly notice: Notice;
  /** Which of the entries it comes from, by its place among them. */
  readonly entry: number;
  readonly seats: readonly string[];
  readonly facilitators: boolean;
}

/**
 * Whom to tell of what, for what came of one act or of time. Nothing in it tells of another's answer: what is
 * said of an answer goes to its own seat alone, so that it may also go out in a hidden round.
 */
export function noticesOf(decision: Decision, entries: readonly Entry[]): Told[] {
  return entries.flatMap((one, entry) => {
    const told = noticeOf(decision, one);
    return told ? [{ ...told, entry }] : [];
  });
}

function noticeOf(decision: Decision, { kind, payload, words }: Entry): Omit<Told, 'entry'> | undefined {
  switch (kind) {
    case 'round_opened': {
      const { closesAt, step } = payload as { closesAt: number; step: string | null };
      return {
        notice: { kind: 'answer_wanted', closesAt, step },
        seats: voices(decision),
        facilitators: false,
      };
    }
    case 'amended': {
      const { version, from } = payload as { version: number; from: 'now' | 'next_round' };
      const notice: Notice = { kind: 'amended', version, from, change: words.change ?? null };
      return { notice, seats: voices(decision), facilitators: false };
    }
    case 'position_taken': {
      const { seat, channel } = payload as { seat: string; channel: string };
      if (channel !== 'paper' && channel !== 'spoken') return undefined;
      const closesAt = decision.rounds.at(-1)?.closesAt ?? 0;
      return { notice: { kind: 'entered_for_you', closesAt }, seats: [seat], facilitators: false };
    }
    case 'review_due':
      return { notice: { kind: 'review_due' }, seats: voices(decision), facilitators: true };
    default:
      return undefined;
  }
}

/**
 * Seats that have a say in the decision as it stands. Whoever said that it is outside their powers is among them: they
 * may say otherwise, and leaving them out would tell the others.
 */
export function voices(decision: Decision): string[] {
  const gone = new Set(
    outs(decision).flatMap(({ seat, why }) => (why === 'outside_our_powers' ? [] : [seat])),
  );
  return (decision.sealed?.electorate ?? []).map(({ id }) => id).filter((id) => !gone.has(id));
}
