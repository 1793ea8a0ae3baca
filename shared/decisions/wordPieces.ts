import { diffArrays } from 'diff';
import type { Run } from '../documents/blocks.ts';
import { bitsOfMarks, textOfRuns } from '../documents/runs.ts';

/** A stretch of words in a line that changed. `restyled`: the same words, otherwise marked, linked or naming another. */
export interface Piece {
  readonly how: 'same' | 'added' | 'removed' | 'restyled';
  readonly text: string;
}

/** The words of two lines against each other, word by word, in the order in which they are read. */
export function wordPieces(before: readonly Run[], now: readonly Run[]): Piece[] {
  const [old, fresh] = [textOfRuns({ runs: before }), textOfRuns({ runs: now })];
  const parts = diffArrays(tokens(old), tokens(fresh), { maxEditLength: MOST_EDITS });
  if (!parts)
    return joined([
      { how: 'removed', text: old },
      { how: 'added', text: fresh },
    ]);
  const [oldLooks, freshLooks] = [looksOf(before), looksOf(now)];
  let [at, to] = [0, 0];
  const pieces: Piece[] = [];
  for (const { added, removed, value } of parts) {
    const text = value.join('');
    if (added) pieces.push({ how: 'added', text });
    else if (removed) pieces.push({ how: 'removed', text });
    else pieces.push(...sameOrRestyled(text, oldLooks.slice(at), freshLooks.slice(to)));
    if (!added) at += text.length;
    if (!removed) to += text.length;
  }
  return joined(withoutLonelyGaps(pieces));
}

/** Words, stretches of blanks, and every other character by itself. */
function tokens(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** How each character looks, and whom it names. */
function looksOf(runs: readonly Run[]): string[] {
  return runs.flatMap(({ text, marks, link, mention }) => {
    const look = `${bitsOfMarks(marks)} ${link ?? ''} ${mention ? `${mention.kind}:${mention.id}` : ''}`;
    return Array.from({ length: text.length }, () => look);
  });
}

function sameOrRestyled(text: string, old: readonly string[], fresh: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; at++)
    pieces.push({ how: old[at] === fresh[at] ? 'same' : 'restyled', text: text[at] as string });
  return joined(pieces);
}

/** A blank that stayed between two changed words reads better as part of the change. */
function withoutLonelyGaps(pieces: readonly Piece[]): Piece[] {
  const isChange = (piece: Piece | undefined) => piece?.how === 'added' || piece?.how === 'removed';
  return inOrder(
    pieces.flatMap((piece, index): Piece[] => {
      const lonely = piece.how === 'same' && /^\s+$/.test(piece.text);
      if (!lonely || !isChange(pieces[index - 1]) || !isChange(pieces[index + 1])) return [piece];
      return [
        { how: 'removed', text: piece.text },
        { how: 'added', text: piece.text },
      ];
    }),
  );
}

/** Where words were replaced, all that was taken out comes first, then all that was put in. */
function inOrder(pieces: readonly Piece[]): Piece[] {
  const ordered: Piece[] = [];
  let added: Piece[] = [];
  for (const piece of pieces) {
    if (piece.how === 'added') added.push(piece);
    else if (piece.how === 'removed') ordered.push(piece);
    else {
      ordered.push(...added, piece);
      added = [];
    }
  }
  return [...ordered, ...added];
}

function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (piece.text === '') continue;
    if (last?.how === piece.how) result[result.length - 1] = { how: piece.how, text: last.text + piece.text };
    else result.push(piece);
  }
  return result;
}

const MOST_EDITS = 2000;
const TOKEN = /[\p{L}\p{N}\p{M}]+(?:['’.,\-‐‑][\p{L}\p{N}\p{M}]+)*|\s+|./gsu;
