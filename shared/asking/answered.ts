import type { Decision } from '../decisions/decision.ts';
import { current } from '../decisions/facts.ts';

/** A comment, as far as it says who took part: the person, for which seat, and when. */
export interface Remark {
  readonly memberId: string;
  readonly seatId: string | null;
  readonly at: number;
}

export interface WhoIsAsked {
  readonly memberId: string;
  readonly seatId: string | null;
}

/** A seat that is asked, or a person who is asked for themselves. One answer from a seat is its answer. */
export interface Voice {
  readonly seatId: string | null;
  readonly memberIds: readonly string[];
  readonly answered: boolean;
}

/** What has been said about the thing that people are asked about. */
export interface Said {
  readonly since: number;
  readonly remarks: readonly Remark[];
  readonly decision: Decision | null;
  /** Whether only an answer that counts is an answer. */
  readonly decides: boolean;
}

/** Everyone who is asked, seat by seat, and whether they have answered: by a comment since, or by their seat's position. */
export function voicesOf(people: readonly WhoIsAsked[], said: Said): Voice[] {
  const voices = new Map<string, { seatId: string | null; memberIds: string[] }>();
  for (const { memberId, seatId } of people) {
    const key = seatId === null ? `member ${memberId}` : `seat ${seatId}`;
    const known = voices.get(key);
    if (known) known.memberIds.push(memberId);
    else voices.set(key, { seatId, memberIds: [memberId] });
  }
  const positioned = said.decision ? seatsWithAnswer(said.decision, said.since) : new Set<string>();
  const remarks = said.decides ? [] : said.remarks.filter(({ at }) => at >= said.since);
  return [...voices.values()].map((voice) => ({
    ...voice,
    answered:
      (voice.seatId !== null && positioned.has(voice.seatId)) ||
      remarks.some(
        ({ memberId, seatId }) =>
          voice.memberIds.includes(memberId) || (seatId !== null && seatId === voice.seatId),
      ),
  }));
}

/** Seats whose position counts in the newest round, and, where none is open, those that gave one since. */
function seatsWithAnswer({ state, rounds }: Decision, since: number): Set<string> {
  const last = rounds.at(-1);
  const counted = last ? current(last).map(({ seat }) => seat) : [];
  const isOpen = state.kind === 'open' && state.stage.kind === 'round';
  const earlier = isOpen
    ? []
    : rounds.flatMap(({ positions }) => positions.filter(({ at }) => at >= since).map(({ seat }) => seat));
  return new Set([...counted, ...earlier]);
}
