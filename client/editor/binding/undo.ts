import type { Doc, Transaction, UndoManager } from 'yjs';
import { liveCopies } from '../../../shared/documents/moves/followMoves.ts';
import type { Moves } from '../../../shared/documents/moves/moves.ts';
import {
  deleteSpan,
  itemAt,
  joined,
  part,
  type Span,
  stringOf,
} from '../../../shared/documents/moves/spans.ts';
import { findMoves } from './findMoves.ts';
import { withSoundNeighbours } from './soundNeighbours.ts';

/**
 * One step of undo or redo, with the moves that it makes written down in the same transaction. The undo
 * manager tells an undo from an edit by its flag, which must therefore still stand when that transaction ends.
 */
export function undoOrRedo(
  doc: Doc,
  undoManager: UndoManager,
  moves: Moves,
  direction: 'undo' | 'redo',
): void {
  const flag = direction === 'undo' ? 'undoing' : 'redoing';
  const steps = () => (direction === 'undo' ? undoManager.undoStack : undoManager.redoStack);
  const before = [...steps()];
  if (before.length === 0) return;
  try {
    doc.transact((transaction) => {
      withSoundNeighbours(() => undoManager[direction]());
      undoManager[flag] = true;
      // A step that others have left nothing of is passed over, and the one before it taken back.
      for (const { deletions } of before.slice(steps().length))
        for (const [client, ranges] of deletions.clients)
          for (const { clock, len } of ranges) settleRevived(transaction, moves, client, clock, len);
      moves.write(findMoves(transaction));
    }, undoManager);
  } finally {
    undoManager[flag] = false;
  }
}

/**
 * Words that this undo brought back are new to Yjs. Where someone else's split or join had kept them alive in
 * another place, they go again; where nothing else stands for them, it is written down that they do.
 */
function settleRevived(
  { doc, beforeState }: Transaction,
  moves: Moves,
  client: number,
  clock: number,
  len: number,
): void {
  const before = beforeState.get(doc.clientID) ?? 0;
  for (let at = clock; at < clock + len; ) {
    const item = itemAt(doc, client, at);
    const back = item?.redone;
    const end = item ? Math.min(item.id.clock + item.length, clock + len) : at + 1;
    if (
      item &&
      back &&
      stringOf(item) !== undefined &&
      back.client === doc.clientID &&
      back.clock >= before
    ) {
      const revived = { client: back.client, clock: back.clock + at - item.id.clock, len: end - at };
      settle(doc, moves, { client, clock: at, len: end - at }, revived);
    }
    at = end;
  }
}

function settle(doc: Doc, moves: Moves, source: Span, revived: Span): void {
  const spare: Span[] = [];
  let from = 0;
  const tell = (end: number) => {
    const len = end - from;
    if (len > 0)
      moves.write([{ from: [part(source, from, len)], to: part(revived, from, len), tail: false }]);
    from = end + 1;
  };
  for (let i = 0; i < source.len; i++) {
    if (liveCopies(doc, moves, source.client, source.clock + i).length === 0) continue;
    tell(i);
    deleteSpan(doc, part(revived, i, 1));
    spare.push(part(revived, i, 1));
  }
  tell(source.len);
  // Said, or else those who join this block meanwhile take them for words that died unseen.
  moves.write([{ from: joined(spare), to: undefined, tail: false }]);
}
