import { stands } from '../../../shared/decisions/blocks.ts';
import type { SideCount } from '../../../shared/decisions/count/working.ts';
import type { GivenPosition } from '../../../shared/decisions/decision.ts';
import type { Choice, Position } from '../../../shared/decisions/positions.ts';
import type {
  DecisionAnswer,
  NamedSeat,
  RecordBlock,
  RecordRound,
} from '../../../shared/decisions/recordApi.ts';
import { SIDES, type Side } from '../../../shared/partnerships/sides.ts';
import type { MarkKind } from './marks.ts';

/** One place at the table: what stands there, and whose it is where that may be seen. */
export interface Place {
  readonly key: string;
  readonly kind: MarkKind;
  readonly seat: NamedSeat | null;
  readonly mine: boolean;
  readonly given: GivenPosition | null;
  readonly earlier: readonly GivenPosition[];
  /** Where no seat is told, the answer alone. */
  readonly position: Position | null;
}

export type SideStatus =
  | { readonly kind: 'blocked' | 'letOff' | 'quorumMet' | 'hidden' }
  | { readonly kind: 'quorumNeeds'; readonly count: number }
  | { readonly kind: 'answered'; readonly cast: number; readonly eligible: number };

export interface SideRow {
  readonly side: Side;
  readonly places: readonly Place[];
  readonly status: SideStatus;
}

export interface Pictured {
  readonly round: RecordRound;
  /** Those who may answer, and those who could not because they joined later are not among them. */
  readonly seats: readonly NamedSeat[];
  readonly mine: readonly string[];
  /** For the newest round, the blocks as they stand now; for those before, none: their counts say it. */
  readonly blocks: readonly RecordBlock[];
  /** The last round of consensus before a fallback round: who stood aside there abstains here. */
  readonly before: RecordRound | undefined;
}

/** What the picture of a round needs, out of the page's answer. */
export function picturedOf({ rounds, seats, me, blocks }: DecisionAnswer, round: RecordRound): Pictured {
  const before = rounds.filter(({ step, number }) => step === null && number < round.number).at(-1);
  return {
    round,
    seats: seats.filter(({ here }) => here === 'voting'),
    mine: me.seats,
    blocks: round.number === rounds.length ? blocks : [],
    before: round.step === null ? undefined : before,
  };
}

/** The round as four rows of places, each side with everyone who sits there: also those who have said nothing. */
export function rowsOf(pictured: Pictured): SideRow[] {
  const present = new Set(pictured.seats.map(({ side }) => side));
  return SIDES.filter((side) => present.has(side)).map((side) => ({
    side,
    places: placesOf(pictured, side),
    status: statusOf(pictured, side),
  }));
}

function placesOf(pictured: Pictured, side: Side): Place[] {
  const { round, seats } = pictured;
  const here = seats.filter((seat) => seat.side === side);
  const anonymous = round.positions.flatMap((shown) =>
    shown.by === 'side' && shown.side === side ? [shown.position] : [],
  );
  const bySide = round.positions.some((shown) => shown.by === 'side');
  return bySide ? bySidePlaces(pictured, side, here, anonymous) : here.map((seat) => placeOf(pictured, seat));
}

function placeOf(pictured: Pictured, seat: NamedSeat): Place {
  const { round, mine, before } = pictured;
  const shown = round.positions.find((each) => each.by === 'seat' && each.given.seat === seat.id);
  const own = mine.includes(seat.id);
  const base = { key: seat.id, seat, mine: own, given: null, earlier: [], position: null };
  const why = outOf(round, seat);
  const said = shown?.by === 'seat' ? { ...base, given: shown.given, earlier: shown.earlier } : base;
  if (why === 'left') return { ...said, kind: 'left' };
  if (why === 'conflict') return { ...said, kind: 'no_vote' };
  if (shown?.by === 'seat')
    return { ...said, kind: shown.stale ? 'to_confirm' : shown.given.position.choice };
  if (why === 'outside_our_powers') return { ...base, kind: 'outside_our_powers' };
  if (round.hidden && !own) return { ...base, kind: 'hidden' };
  if (before && stoodAside(before, seat.id)) return { ...base, kind: 'abstain' };
  return { ...base, kind: round.closedAt === null ? 'silent' : 'unanswered' };
}

/** Why a seat is not counted: as the round's count said, or as it is now while there is none. */
function outOf({ counted }: RecordRound, { id, out }: NamedSeat) {
  return counted ? counted.working.out.find(({ seat }) => seat === id)?.why : out;
}

function stoodAside({ positions }: RecordRound, seat: string): boolean {
  return positions.some(
    (each) =>
      each.by === 'seat' &&
      each.given.seat === seat &&
      !each.stale &&
      each.given.position.choice === 'stand_aside',
  );
}

/** My own seats and those without a vote are known; the others' answers stand for nobody; what is left is silent. */
function bySidePlaces(
  pictured: Pictured,
  side: Side,
  here: readonly NamedSeat[],
  anonymous: readonly Position[],
): Place[] {
  const { round, mine } = pictured;
  const known = here.filter((seat) => mine.includes(seat.id) || outOf(round, seat) !== undefined);
  const own = known.map((seat) => placeOf(pictured, seat));
  const count = round.counted?.working.sides.find((each) => each.side === side);
  const ownCast = own.filter(({ kind }) => isAnswer(kind)).length;
  const carried = count ? Math.max(0, count.cast - anonymous.length - ownCast) : 0;
  const outside = outsideOf(pictured, count, here.length, own);
  const rest = Math.max(0, here.length - known.length - anonymous.length - carried - outside);
  const many = (kind: MarkKind, times: number) => Array.from({ length: times }, () => kind);
  const others: readonly (readonly [MarkKind, Position | null])[] = [
    ...anonymous.map((position) => [position.choice, position] as const),
    ...many('abstain', carried).map((kind) => [kind, null] as const),
    ...many('outside_our_powers', outside).map((kind) => [kind, null] as const),
    ...many(round.closedAt === null ? 'silent' : 'unanswered', rest).map((kind) => [kind, null] as const),
  ];
  return [
    ...own,
    ...others.map(([kind, position], index) => ({
      key: `${side} ${index}`,
      kind,
      seat: null,
      mine: false,
      given: null,
      earlier: [],
      position,
    })),
  ];
}

/** Whoever is not counted and is not known to be without a vote has said that it is outside their powers. */
function outsideOf(
  { round }: Pictured,
  count: SideCount | undefined,
  seats: number,
  own: readonly Place[],
): number {
  if (!count || round.counted?.working.voice !== 'seat') return 0;
  const known = own.filter(({ kind }) => ['left', 'no_vote', 'outside_our_powers'].includes(kind)).length;
  return Math.max(0, seats - count.eligible - known);
}

const NOT_ANSWERS: readonly MarkKind[] = [
  ...(['silent', 'unanswered', 'to_confirm', 'no_vote', 'left', 'hidden'] as const),
  'outside_our_powers',
];

/** Whether a mark is an answer that is counted. */
export function isAnswer(kind: MarkKind): kind is Choice {
  return !NOT_ANSWERS.includes(kind);
}

function statusOf({ round, seats, blocks }: Pictured, side: Side): SideStatus {
  const { counted, step } = round;
  if (step === null && blockedSides(seats, blocks, round).has(side)) return { kind: 'blocked' };
  if (!counted) return { kind: 'hidden' };
  const { lines, sides } = counted.working;
  const line = lines.find((each) => each.test === 'answers_from_side' && each.side === side);
  const here = sides.find((each) => each.side === side);
  if (line?.waived || here?.eligible === 0) return { kind: 'letOff' };
  if (line?.holds) return { kind: 'quorumMet' };
  if (line) return { kind: 'quorumNeeds', count: line.need - line.have };
  return { kind: 'answered', cast: here?.cast ?? 0, eligible: here?.eligible ?? 0 };
}

function blockedSides(
  seats: readonly NamedSeat[],
  blocks: readonly RecordBlock[],
  { counted }: RecordRound,
): ReadonlySet<Side> {
  const sides = new Map(seats.map(({ id, side }) => [id, side]));
  const then = (counted?.working.blocks ?? []).filter((block) => block.stands);
  return new Set([
    ...then.flatMap(({ seat }) => sides.get(seat) ?? []),
    ...blocks.filter(({ state }) => stands(state)).map(({ side }) => side),
  ]);
}
