import type { Doc, Transaction, UndoManager } from 'yjs';
import { findMoves } from './findMoves.ts';
import { whereNow } from './followMoves.ts';
import type { Moves } from './moves.ts';
import { deleteSpan, itemAt, lives } from './spans.ts';

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
  const step = (direction === 'undo' ? undoManager.undoStack : undoManager.redoStack).at(-1);
  if (!step) return;
  try {
    doc.transact((transaction) => {
      undoManager[direction]();
      undoManager[flag] = true;
      for (const [client, deletions] of step.deletions.clients)
        for (const { clock, len } of deletions)
          deleteWhatLivesElsewhere(transaction, moves, client, clock, len);
      moves.write(findMoves(transaction));
    }, undoManager);
  } finally {
    undoManager[flag] = false;
  }
}

/** Words that this undo brought back, but that someone else's split or join had kept alive in another place. */
function deleteWhatLivesElsewhere(
  { doc, beforeState }: Transaction,
  moves: Moves,
  client: number,
  clock: number,
  len: number,
): void {
  const before = beforeState.get(doc.clientID) ?? 0;
  for (const { source } of moves.of({ client, clock, len })) {
    for (let at = source.clock; at < source.clock + source.len; at++) {
      const item = itemAt(doc, client, at);
      const back = item?.redone;
      if (!item || !back || back.client !== doc.clientID || back.clock < before) continue;
      const now = whereNow(moves, client, at);
      const elsewhere = now.client !== client || now.clock !== at;
      if (elsewhere && lives(doc, now.client, now.clock))
        deleteSpan(doc, { client: back.client, clock: back.clock + at - item.id.clock, len: 1 });
    }
  }
}
