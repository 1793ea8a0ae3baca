import type { Side } from '../partnerships/sides.ts';
import type { Block, BlockState } from './blocks.ts';
import { withoutSeats } from './count/withoutSeats.ts';
import type { Counted } from './count/working.ts';
import { type Decision, type GivenPosition, type Round, sealedOf } from './decision.ts';
import { countRound, current, outs } from './facts.ts';
import type { Position } from './positions.ts';

/** Who looks: the seats they speak for, and whether they facilitate. */
export interface Viewer {
  readonly seats: readonly string[];
  readonly facilitates: boolean;
}

/** A position as it is shown: by seat with its history, or by side with nothing that tells whose it is. */
export type ShownPosition =
  | ({ readonly by: 'seat'; readonly stale: boolean; readonly earlier: readonly GivenPosition[] } & {
      readonly given: GivenPosition;
    })
  | { readonly by: 'side'; readonly side: Side; readonly position: Position };

export interface ShownRound
  extends Pick<Round, 'number' | 'step' | 'openedAt' | 'closesAt' | 'closedAt' | 'version' | 'extended'> {
  /** Whether others' answers are kept back until it closes. `closedAt` of a round in which it was withdrawn is then. */
  readonly hidden: boolean;
  readonly positions: readonly ShownPosition[];
  readonly counted: Counted | null;
}

export interface ShownBlock {
  /** Null where positions are shown by side only. */
  readonly seat: string | null;
  readonly side: Side;
  readonly version: number;
  readonly state: BlockState;
  readonly position: Block['position'];
  readonly steps: Block['steps'];
  readonly answer: string | null;
}

export interface View {
  readonly rounds: readonly ShownRound[];
  readonly blocks: readonly ShownBlock[];
}

/**
 * What one person may see of the answers. In a hidden round that is their own seats' answers and nothing that depends on
 * anyone else's: no count, no block, not even that somebody has answered. Once a round has closed, or the decision was
 * withdrawn in it, it is open to all, by seat or by side as the rule says; one's own seats are always shown as they are.
 */
export function viewOf(decision: Decision, viewer: Viewer): View {
  if (!decision.sealed) return { rounds: [], blocks: [] };
  const hidesLast = !viewer.facilitates && isHiding(decision);
  const until = hidesLast ? decision.rounds.length : Number.POSITIVE_INFINITY;
  return {
    rounds: decision.rounds.map((round) => shownRound(decision, viewer, round, round.number >= until)),
    blocks: decision.blocks.flatMap((block) => shownBlock(decision, viewer, block, until)),
  };
}

/** Whether a round is open in which others' answers are kept back. */
export function isHiding({ sealed, state, rounds }: Decision): boolean {
  const last = rounds.at(-1);
  return (
    sealed?.rule.visibility.when === 'when_closed' &&
    state.kind === 'open' &&
    last !== undefined &&
    last.closedAt === null
  );
}

function shownRound(decision: Decision, viewer: Viewer, round: Round, hidden: boolean): ShownRound {
  const { number, step, openedAt, closesAt, version, extended } = round;
  const { state } = decision;
  const brokenOff = round.closedAt === null && state.kind === 'ended';
  const closedAt = brokenOff ? state.at : round.closedAt;
  const common = { number, step, openedAt, closesAt, closedAt, version, extended, hidden };
  const mine = round.positions.filter(({ seat }) => viewer.seats.includes(seat));
  if (hidden) return { ...common, positions: bySeat(round, mine), counted: null };
  const counted = round.counts.at(-1);
  // What a withdrawal broke off is not counted: what it would have come to is nobody's to say.
  const live = closedAt === null || !(counted || brokenOff) ? countRound(decision, round) : (counted ?? null);
  if (viewer.facilitates || sealedOf(decision).rule.visibility.by === 'seat')
    return { ...common, positions: bySeat(round, round.positions), counted: live };
  const out = new Set(outs(decision).map(({ seat }) => seat));
  const others = current(round).filter(({ seat }) => !viewer.seats.includes(seat) && !out.has(seat));
  return {
    ...common,
    positions: [...bySeat(round, mine), ...bySide(decision, others)],
    counted: live && withoutSeats(live),
  };
}

function bySeat({ version }: Round, positions: readonly GivenPosition[]): ShownPosition[] {
  const found = new Map<string, GivenPosition[]>();
  for (const each of positions) {
    const before = found.get(each.seat);
    if (before) before.push(each);
    else found.set(each.seat, [each]);
  }
  return [...found.values()].map((said) => {
    const given = said.at(-1) as GivenPosition;
    return { by: 'seat', given, stale: given.version !== version, earlier: said.slice(0, -1) };
  });
}

/** In an order that says nothing about who came when. */
function bySide(decision: Decision, positions: readonly GivenPosition[]): ShownPosition[] {
  const sides = new Map(sealedOf(decision).electorate.map(({ id, side }) => [id, side]));
  return positions
    .map(({ seat, position }) => ({ by: 'side' as const, side: sides.get(seat) as Side, position }))
    .map((shown) => ({ shown, key: JSON.stringify(shown) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ shown }) => shown);
}

/** A block as it stood before the hidden round, unless it is one's own. */
function shownBlock(decision: Decision, viewer: Viewer, block: Block, until: number): ShownBlock[] {
  const own = viewer.seats.includes(block.seat);
  const steps = own ? block.steps : block.steps.filter(({ round }) => round < until);
  const state = steps.at(-1)?.state;
  if (state === undefined) return [];
  const named = own || viewer.facilitates || sealedOf(decision).rule.visibility.by === 'seat';
  return [
    {
      seat: named ? block.seat : null,
      side: sideOf(decision, block.seat),
      version: block.version,
      state,
      position: block.position,
      steps: named ? steps : steps.map((step) => ({ ...step, by: '', at: 0 })),
      answer: block.answer && (own || block.answer.round < until) ? block.answer.text : null,
    },
  ];
}

function sideOf(decision: Decision, seat: string): Side {
  const found = sealedOf(decision).electorate.find(({ id }) => id === seat);
  if (!found) throw new Error('only seats of the electorate have positions');
  return found.side;
}
