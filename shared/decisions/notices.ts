import { type Entry, TIME } from '../ledger/entry.ts';
import type { Decision } from './decision.ts';
import { outs } from './facts.ts';

/** What people are told by mail: it asks something of them, was done in their name, or is what came of it. */
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
  /** The round that they have not answered closes later than it was to. */
  | { readonly kind: 'more_time'; readonly closesAt: number }
  | { readonly kind: 'ended' }
  | { readonly kind: 'review_due' };

export interface Told {
  readonly notice: Notice;
  /** Which of the entries it comes from, by its place among them. */
  readonly entry: number;
  readonly seats: readonly string[];
  readonly facilitators: boolean;
  /** Whose act it was, under their name in the ledger. */
  readonly by: string;
}

/**
 * Whom to tell of what, for what came of one act or of time. Nothing in it tells of another's answer: what is
 * said of an answer goes to its own seat alone, so that it may also go out in a hidden round.
 */
export function noticesOf(decision: Decision, entries: readonly Entry[]): Told[] {
  return entries.flatMap((one, entry) => {
    const told = noticeOf(decision, one);
    return told ? [{ ...told, entry, by: byWhom(entries, entry) }] : [];
  });
}

/** A round that somebody closes ends a decision by the count, and yet by their act. */
function byWhom(entries: readonly Entry[], at: number): string {
  const own = entries[at]?.by ?? TIME;
  if (own !== TIME || entries[at]?.kind !== 'ended') return own;
  return entries.slice(0, at).findLast(({ by }) => by !== TIME)?.by ?? TIME;
}

function noticeOf(
  decision: Decision,
  { kind, payload, words }: Entry,
): Omit<Told, 'entry' | 'by'> | undefined {
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
    case 'extended':
    case 'round_extended': {
      const { closesAt } = payload as { closesAt: number };
      const seats = unanswered(decision, voices(decision));
      return { notice: { kind: 'more_time', closesAt }, seats, facilitators: false };
    }
    case 'ended': {
      // Also those that were not counted: they were there. A draft has no seats, and tells nobody.
      const seats = (decision.sealed?.electorate ?? []).map(({ id }) => id);
      return { notice: { kind: 'ended' }, seats, facilitators: false };
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

/** Which of these seats have said nothing in the newest round on the words that it is about. */
export function unanswered({ rounds }: Pick<Decision, 'rounds'>, seats: readonly string[]): string[] {
  const round = rounds.at(-1);
  const said = new Set(
    round?.positions.flatMap(({ seat, version }) => (version === round.version ? [seat] : [])),
  );
  return seats.filter((id) => !said.has(id));
}
