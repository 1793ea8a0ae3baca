import { SIDES, type Side } from '../../partnerships/sides.ts';
import type { Out, OutReason, Seat } from '../electorate.ts';
import type { Choice, Position } from '../positions.ts';
import type { SideCount, Tally } from './working.ts';

export interface Given {
  readonly seat: string;
  readonly position: Position;
}

/** What is counted: a seat, or all the seats of one organisation on one side. */
export interface Voice {
  readonly side: Side;
  readonly seats: readonly string[];
  readonly choice: Choice | null;
  readonly ranking: readonly string[];
  /** Why it is not counted, one reason a seat; empty when it is. */
  readonly out: readonly OutReason[];
  readonly divided: boolean;
}

/**
 * The voices of an electorate with what each says. A seat that answers "outside our powers" is not counted; an
 * organisation is not counted when none of its seats is. Organisations whose seats differ abstain: of two answers
 * nobody but the organisation can choose one.
 */
export function voices(
  mode: 'seat' | 'organisation',
  electorate: readonly Seat[],
  out: readonly Out[],
  given: readonly Given[],
): Voice[] {
  const answers = new Map(given.map(({ seat, position }) => [seat, position]));
  const why = new Map(out.map((each) => [each.seat, each.why]));
  for (const { seat, position } of given)
    if (position.choice === 'outside_our_powers' && !why.has(seat)) why.set(seat, position.choice);
  return groups(mode, electorate).map(({ side, seats }) => {
    const counted = seats.filter((seat) => !why.has(seat));
    const said = counted.flatMap((seat) => answers.get(seat) ?? []);
    const together = oneAnswer(said);
    return {
      side,
      seats,
      choice: together?.choice ?? null,
      ranking: together?.choice === 'ranking' ? together.ranking : [],
      out: counted.length > 0 ? [] : seats.flatMap((seat) => why.get(seat) ?? []),
      divided: together?.choice === 'abstain' && said.some(({ choice }) => choice !== 'abstain'),
    };
  });
}

function groups(mode: 'seat' | 'organisation', electorate: readonly Seat[]) {
  const found = new Map<string, { side: Side; seats: string[] }>();
  for (const { id, side, body } of electorate) {
    const key = mode === 'organisation' && body ? `body ${side} ${body.id}` : `seat ${id}`;
    const group = found.get(key);
    if (group) group.seats.push(id);
    else found.set(key, { side, seats: [id] });
  }
  return [...found.values()];
}

function oneAnswer(said: readonly Position[]): Position | undefined {
  const [first] = said;
  if (!first || said.every((each) => sameAnswer(each, first))) return first;
  const worried = said.find(({ choice }) => choice === 'agree_with_reservations');
  const agreed = said.every(({ choice }) => choice === 'agree' || choice === 'agree_with_reservations');
  return worried && agreed ? worried : { choice: 'abstain' };
}

function sameAnswer(a: Position, b: Position): boolean {
  if (a.choice === 'ranking' && b.choice === 'ranking') return a.ranking.join(' ') === b.ranking.join(' ');
  return a.choice === b.choice;
}

export function isEligible(voice: Voice): boolean {
  return voice.out.length === 0;
}

export function isCast(voice: Voice): boolean {
  return isEligible(voice) && voice.choice !== null;
}

/** How many of the eligible voices say each thing. */
export function tally(of: readonly Voice[]): Tally {
  const counts: { [choice in Choice]?: number } = {};
  for (const voice of of)
    if (voice.choice !== null && isEligible(voice)) counts[voice.choice] = (counts[voice.choice] ?? 0) + 1;
  return counts;
}

/** The sides that have a seat in this electorate, in their order. */
export function sidesOf(all: readonly Voice[]): Side[] {
  const present = new Set(all.map(({ side }) => side));
  return SIDES.filter((side) => present.has(side));
}

export function sideCounts(all: readonly Voice[]): SideCount[] {
  return sidesOf(all).map((side) => {
    const mine = all.filter((voice) => voice.side === side);
    return {
      side,
      eligible: mine.filter(isEligible).length,
      cast: mine.filter(isCast).length,
      tally: tally(mine),
    };
  });
}
