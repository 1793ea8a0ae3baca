import type { Block } from '../documents/blocks.ts';
import { countWordsIn } from '../documents/countWords.ts';
import { textOfRuns } from '../documents/runs.ts';
import { isSameLine, type Line, type LineKind, linesOf } from './comparedLines.ts';
import { pairLines } from './pairLines.ts';
import { type Piece, wordPieces } from './wordPieces.ts';

/** What differs in a line beside its words. */
export type LineNote =
  | { readonly what: 'kind'; readonly before: LineKind; readonly now: LineKind }
  | { readonly what: 'indent' | 'ticked' | 'unticked' | 'table' };

/** One line of a comparison. `pieces` has its words before and now; a line that was taken out has only pieces that were. */
export interface LineChange {
  readonly how: 'same' | 'added' | 'removed' | 'changed';
  /** What it is now; for a line that was taken out, what it was. */
  readonly kind: LineKind;
  readonly indent: number;
  readonly notes: readonly LineNote[];
  readonly pieces: readonly Piece[];
}

/**
 * What changed from one text to another, line by line and in each line word by word. What was moved is taken out in
 * one place and put in at another. Nothing in it is ever left out: the pieces that are not `added` are exactly the
 * words before, and those that are not `removed` exactly the words now.
 */
export function wordsChanged(before: readonly Block[], now: readonly Block[]): LineChange[] {
  return pairLines(linesOf(before), linesOf(now)).map(({ one, other }) => changeOf(one, other));
}

/** Whether a comparison found no difference at all. */
export function isUnchanged(changes: readonly LineChange[]): boolean {
  return changes.every(({ how }) => how === 'same');
}

/** How many words were taken out or put in, for saying how much differs; what only looks different counts for none. */
export function countChanged(changes: readonly LineChange[]): number {
  const words = (how: Piece['how']) =>
    changes.reduce(
      (sum, { pieces }) =>
        sum + pieces.reduce((all, piece) => all + (piece.how === how ? countWordsIn(piece.text) : 0), 0),
      0,
    );
  return Math.max(words('added'), words('removed'));
}

function whole(how: 'same' | 'added' | 'removed', { kind, indent, runs }: Line): LineChange {
  const text = textOfRuns({ runs });
  return { how, kind, indent, notes: [], pieces: text === '' ? [] : [{ how, text }] };
}

function changeOf(before: Line | null, now: Line | null): LineChange {
  if (before && now) return isSameLine(before, now) ? whole('same', now) : changed(before, now);
  if (now) return whole('added', now);
  if (before) return whole('removed', before);
  throw new Error('a change has something before it or after it');
}

function changed(before: Line, now: Line): LineChange {
  const pieces = wordPieces(before.runs, now.runs);
  return { how: 'changed', kind: now.kind, indent: now.indent, notes: notesOf(before, now), pieces };
}

function notesOf(before: Line, now: Line): LineNote[] {
  return [
    ...(before.kind !== now.kind ? [{ what: 'kind' as const, before: before.kind, now: now.kind }] : []),
    ...(before.indent !== now.indent ? [{ what: 'indent' as const }] : []),
    ...(before.checked !== now.checked
      ? [{ what: now.checked ? ('ticked' as const) : ('unticked' as const) }]
      : []),
    ...(before.table !== now.table ? [{ what: 'table' as const }] : []),
  ];
}
