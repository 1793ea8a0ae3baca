import { type Doc, type Item, type Transaction, XmlElement, type XmlText } from 'yjs';
import { findMoves } from './findMoves.ts';
import { outranks } from './followMoves.ts';
import type { Move, Moves } from './moves.ts';
import { deleteSpan, indexOf, isDead, lives, part, type Span, textAt } from './spans.ts';
import { bringStrandedWords } from './strandedWords.ts';

const MOST_STEPS = 200;

/**
 * Puts right what two people did to the same words without knowing of each other.
 *
 * When both split or joined the same block, its words have been copied twice: everyone deletes the same one of
 * the two copies, which in Yjs is safe however many do it. What must be written anew (words typed into a block
 * while it was split, the middle part when the two new blocks stand the wrong way round) only its author writes.
 */
export class Mender {
  private readonly doc: Doc;
  private readonly moves: Moves;
  private lost: Span[] = [];

  constructor(doc: Doc, moves: Moves) {
    this.doc = doc;
    this.moves = moves;
  }

  /** Handles the moves that came in `during`, or all that the document holds when it is `undefined`. */
  mend(during: Transaction | undefined): void {
    const fresh = this.moves.takeFresh().filter(({ to }) => !during || to?.client !== this.doc.clientID);
    if (fresh.length === 0) return;
    this.doc.transact((transaction) => {
      if (during) for (const move of fresh) bringStrandedWords(this.doc, this.moves, move, during);
      for (const move of fresh) this.deleteSecondCopies(move, during !== undefined);
      this.moves.write(findMoves(transaction).filter(({ to }) => to));
    }, this);
  }

  private deleteSecondCopies(move: Move, live: boolean): void {
    for (const span of move.from) {
      const hits = this.moves.of(span);
      for (const mine of hits) {
        if (mine.move !== move || !mine.copy) continue;
        for (const piece of this.lost) {
          const overlap = common(piece, mine.source);
          if (overlap) this.lose(part(mine.copy, overlap.clock - mine.source.clock, overlap.len));
        }
        for (const other of hits) {
          const overlap = common(mine.source, other.source);
          if (other.move === move || !other.copy || !overlap) continue;
          const a = part(mine.copy, overlap.clock - mine.source.clock, overlap.len);
          const b = part(other.copy, overlap.clock - other.source.clock, overlap.len);
          const won = outranks(a, b);
          this.lose(won ? b : a);
          if (live) this.putInOrder(won ? other.move : move, won ? move : other.move, won ? a : b);
        }
      }
    }
  }

  /** Deletes a copy that stands for words which live elsewhere, and whatever was copied from it in turn. */
  private lose(span: Span, depth = 0): void {
    this.lost.push(span);
    deleteSpan(this.doc, span);
    if (depth < MOST_STEPS) for (const { copy } of this.moves.of(span)) if (copy) this.lose(copy, depth + 1);
  }

  /**
   * This person's new block lost all its words to a block that stands after it, which begins with words from
   * before the split: those words belong in this block. [0,10) [20,end) [10,end) becomes [0,10) [10,20) [20,end).
   */
  private putInOrder({ to: mine }: Move, { to: theirs }: Move, kept: Span): void {
    if (!mine || !theirs || mine.client !== this.doc.clientID) return;
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

function common(a: Span, b: Span): Span | undefined {
  if (a.client !== b.client) return undefined;
  const clock = Math.max(a.clock, b.clock);
  const len = Math.min(a.clock + a.len, b.clock + b.len) - clock;
  return len > 0 ? { client: a.client, clock, len } : undefined;
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
