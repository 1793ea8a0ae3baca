import type { Line } from '../ledger/line.ts';

/** What decides whether someone may see a line of a decision. */
export interface LineViewer {
  readonly facilitates: boolean;
  readonly seats: readonly string[];
  /** Whether they may read the decision at all. */
  readonly mayRead: boolean;
  /** By its rule, answers are shown by side only. */
  readonly bySide: boolean;
  /** A hidden round that is still open: its lines come after this one. Null: none. */
  readonly hiddenAfter: number | null;
}

/** Lines that tell of a seat's answer, or are about one. */
const OF_SEATS = new Set(['position_taken', 'block_tested', 'block_answered', 'block_released', 'decided']);

/**
 * Whether a line may be shown whole, by the same rules as on the decision's page: in a hidden round, and where answers
 * are shown by side, nobody but the facilitator sees the answers of other seats.
 */
export function mayShow(
  line: Pick<Line, 'kind' | 'seq' | 'payload'>,
  hidden: boolean,
  viewer: LineViewer,
): boolean {
  const { facilitates, seats, mayRead, bySide, hiddenAfter } = viewer;
  if (!mayRead) return false;
  if (facilitates) return true;
  const whose = line.kind === 'position_taken' ? line.payload.seat : line.payload.block;
  if (typeof whose === 'string' && seats.includes(whose)) return true;
  if (hidden && hiddenAfter !== null && line.seq > hiddenAfter) return false;
  return !(bySide && OF_SEATS.has(line.kind));
}
