import { type Doc, type Item, isDeleted, type Transaction, XmlElement, XmlText } from 'yjs';
import { whereNow } from './followMoves.ts';
import type { Move, Moves } from './moves.ts';
import {
  deleteSpan,
  indexOf,
  isDead,
  itemsOf,
  lives,
  part,
  type Span,
  spanOf,
  stringOf,
  textAt,
} from './spans.ts';

interface Stranded {
  readonly span: Span;
  readonly text: string;
  readonly attributes: Record<string, unknown> | undefined;
  /** The moved character before it; none when it stood before them all. */
  readonly after: { readonly client: number; readonly clock: number } | undefined;
}

/**
 * Someone moved or deleted words while this person typed among them, unseen. The typed words follow the
 * moved ones, or come back as a block of their own. Only the person who typed them does this, so that it
 * happens once. Call it inside a transaction, while `during`, in which the move arrived, is being handled.
 */
export function bringStrandedWords(doc: Doc, moves: Moves, move: Move, during: Transaction): void {
  const [first] = move.from;
  const text = first && textAt(doc, first.client, first.clock);
  if (!first || !text) return;
  const dead = isDead(text);
  if (!dead && !move.to) return;
  for (const words of strandedIn(doc, text, move, dead, during).reverse()) {
    const near = whereNow(moves, (words.after ?? first).client, (words.after ?? first).clock);
    const target = move.to && textAt(doc, near.client, near.clock);
    const index = target && !isDead(target) ? indexOf(target, near.client, near.clock) : undefined;
    if (target === text) continue;
    if (target && index !== undefined) {
      const step = words.after && lives(doc, near.client, near.clock) ? 1 : 0;
      target.insert(index + step, words.text, words.attributes);
    } else if (dead) insertBlock(text, words.text);
    else continue;
    if (!dead) deleteSpan(doc, words.span);
  }
}

function strandedIn(
  doc: Doc,
  text: XmlText,
  { from, tail }: Move,
  dead: boolean,
  during: Transaction,
): Stranded[] {
  const stranded: Stranded[] = [];
  let surely = 0;
  let after: Stranded['after'];
  let index = 0;
  for (const item of itemsOf(text)) {
    for (const { span, moved } of piecesOf(item, from)) {
      const words = stringOf(item)?.slice(span.clock - item.id.clock, span.clock - item.id.clock + span.len);
      if (moved) {
        after = { client: span.client, clock: span.clock + span.len - 1 };
        surely = stranded.length;
      }
      if (!moved && words !== undefined && span.client === doc.clientID) {
        const unseen = dead ? item.deleted && isDeleted(during.deleteSet, item.id) : !item.deleted && after;
        if (unseen)
          stranded.push({
            span,
            text: words,
            after,
            attributes: dead ? undefined : attributesAt(text, index),
          });
      }
      if (!item.deleted && item.countable) index += span.len;
    }
  }
  return dead || tail ? stranded : stranded.slice(0, surely);
}

/** An item cut where the moved characters begin and end. */
function piecesOf(item: Item, from: readonly Span[]): { span: Span; moved: boolean }[] {
  const whole = spanOf(item);
  const cuts = new Set([0, whole.len]);
  const hits = from.filter(
    ({ client, clock, len }) =>
      client === whole.client && clock < whole.clock + whole.len && clock + len > whole.clock,
  );
  for (const { clock, len } of hits) {
    cuts.add(Math.max(clock - whole.clock, 0));
    cuts.add(Math.min(clock + len - whole.clock, whole.len));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(1).map((end, at) => {
    const start = sorted[at] as number;
    const span = part(whole, start, end - start);
    return {
      span,
      moved: hits.some(({ clock, len }) => clock <= span.clock && clock + len >= span.clock + span.len),
    };
  });
}

function attributesAt(text: XmlText, index: number): Record<string, unknown> {
  let end = 0;
  for (const { insert, attributes } of text.toDelta() as {
    insert: unknown;
    attributes?: Record<string, unknown>;
  }[]) {
    end += typeof insert === 'string' ? insert.length : 1;
    if (index < end) return { ...attributes };
  }
  return {};
}

/** A block with these words where the dead text was: in the same cell, or else right after what stood there. */
function insertBlock(dead: XmlText, words: string): void {
  let child: XmlText | XmlElement = dead;
  let parent = child.parent;
  while (parent instanceof XmlElement && !(canHoldBlocks(parent) && !isDead(parent))) {
    child = parent;
    parent = child.parent;
  }
  if (!(parent instanceof XmlElement)) return;
  const index = liveBefore(child) + (child._item?.deleted === false ? 1 : 0);
  const block = new XmlElement('block');
  block.insert(0, [new XmlText(words)]);
  parent.insert(index, [block]);
}

function liveBefore(child: XmlText | XmlElement): number {
  let count = 0;
  for (let item = child._item?.prev ?? null; item; item = item.prev) count += item.length;
  return count;
}

function canHoldBlocks(element: XmlElement): boolean {
  return element._item === null || element.nodeName === 'tablecell';
}
