import { type Doc, getState, type Item, type Transaction, XmlElement, type XmlText } from 'yjs';
import { liveCopies, outranks } from '../../../shared/documents/moves/followMoves.ts';
import type { Move, Moves } from '../../../shared/documents/moves/moves.ts';
import {
  deleteSpan,
  indexOf,
  isDead,
  lives,
  type Span,
  textAt,
} from '../../../shared/documents/moves/spans.ts';
import { findMoves } from './findMoves.ts';
import { orphansOf, rescueOrphan } from './orphans.ts';
import { bringStrandedWords } from './strandedWords.ts';

/**
 * Puts right what two people did to the same words without knowing of each other.
 *
 * When both split or joined the same block, its words have been copied twice: everyone deletes the same one of
 * the two copies, which in Yjs is safe however many do it. Words that died unseen, in a block that somebody else
 * deleted or joined, come back; whoever is there brings them, and second copies of that go the same way. What only
 * stands in the wrong place is put right by its author alone.
 */
export class Mender {
  private readonly doc: Doc;
  private readonly moves: Moves;

  constructor(doc: Doc, moves: Moves) {
    this.doc = doc;
    this.moves = moves;
  }

  /** Handles the moves that came in `during`, or all that the document holds when it is `undefined`. */
  mend(during: Transaction | undefined): void {
    const fresh = this.moves.takeFresh();
    const theirs = fresh.filter(({ to }) => to?.client !== this.doc.clientID);
    const orphans = during ? orphansOf(during, this.moves) : [];
    if (fresh.length === 0 && orphans.length === 0) return;
    this.doc.transact(() => {
      for (const orphan of orphans) {
        const before = getState(this.doc.store, this.doc.clientID);
        rescueOrphan(this.doc, this.moves, orphan);
        this.moves.writeCopy(this.doc, orphan.span, before);
      }
      if (during) for (const move of theirs) bringStrandedWords(this.doc, this.moves, move);
      for (const move of [...fresh, ...this.moves.takeFresh()]) this.deleteSecondCopies(move);
    }, this);
    if (!during || theirs.length === 0) return;
    // On its own, so that the words which it moves are not taken for any of those above.
    this.doc.transact((transaction) => {
      for (const move of theirs) this.putInOrderWith(move);
      this.moves.write(findMoves(transaction).filter(({ to }) => to));
    }, this);
  }

  private deleteSecondCopies(move: Move): void {
    for (const span of move.from)
      for (const root of this.moves.forkedRootsOf(span)) {
        for (let at = 0; at < root.len; at++) {
          const [, ...others] = liveCopies(this.doc, this.moves, root.client, root.clock + at);
          for (const copy of others) deleteSpan(this.doc, copy);
        }
      }
  }

  private putInOrderWith(theirs: Move): void {
    for (const span of theirs.from)
      for (const hit of this.moves.of(span)) {
        const mine = hit.move;
        if (mine === theirs || mine.to?.client !== this.doc.clientID || !theirs.to) continue;
        const kept = this.moves.of(hit.source).find(({ move }) => move === theirs)?.copy;
        if (kept && outranks(theirs.to, mine.to)) this.putInOrder(mine.to, theirs.to, kept);
      }
  }

  /**
   * This person's new block lost all its words to a block that stands after it, which begins with words from
   * before the split: those words belong in this block. [0,10) [20,end) [10,end) becomes [0,10) [10,20) [20,end).
   */
  private putInOrder(mine: Span, theirs: Span, kept: Span): void {
    const before = kept.clock - theirs.clock;
    const [to, from] = [
      textAt(this.doc, mine.client, mine.clock),
      textAt(this.doc, theirs.client, theirs.clock),
    ];
    if (before <= 0 || !to || !from || isDead(to) || isDead(from) || !standsBefore(to, from)) return;
    for (let at = 0; at < mine.len; at++) if (lives(this.doc, mine.client, mine.clock + at)) return;
    const start = indexOf(from, theirs.client, theirs.clock);
    const end = indexOf(from, kept.client, kept.clock);
    if (start === undefined || end === undefined || end <= start) return;
    to.applyDelta(sliceOf(from, start, end));
    from.delete(start, end - start);
  }
}

/** Whether the block of one text stands before the block of the other, side by side in one parent. */
function standsBefore(a: XmlText, b: XmlText): boolean {
  const [one, other] = [a.parent, b.parent];
  if (!(one instanceof XmlElement) || !(other instanceof XmlElement) || one.parent !== other.parent)
    return false;
  for (let item: Item | null = one._item?.right ?? null; item; item = item.right)
    if (item === other._item) return true;
  return false;
}

function sliceOf(text: XmlText, start: number, end: number): { insert: string; attributes?: object }[] {
  let at = 0;
  return (text.toDelta() as { insert: unknown; attributes?: object }[]).flatMap(({ insert, attributes }) => {
    const length = typeof insert === 'string' ? insert.length : 1;
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, length)];
    at += length;
    if (typeof insert !== 'string' || to <= from) return [];
    return [{ insert: insert.slice(from, to), ...(attributes && { attributes }) }];
  });
}
