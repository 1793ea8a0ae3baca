import { type Doc, type Item, type Transaction, XmlElement, XmlText } from 'yjs';
import { whereNow } from '../../../shared/documents/moves/followMoves.ts';
import type { Moves } from '../../../shared/documents/moves/moves.ts';
import {
  indexOf,
  isDead,
  itemAt,
  itemsOf,
  lives,
  type Span,
  spanOf,
  stringOf,
  textAt,
  without,
} from '../../../shared/documents/moves/spans.ts';

/** Words that died with their block, unseen by the person who deleted, split or joined it. */
export interface Orphan {
  readonly span: Span;
  readonly text: string;
  readonly parent: XmlText;
}

/**
 * The words that died in `during` because their block did, and that no move speaks of: whoever deletes a block
 * writes down all the words that they saw in it. Call it while that transaction is still being handled: a moment
 * later Yjs forgets the words.
 */
export function orphansOf({ doc, deleteSet }: Transaction, moves: Moves): Orphan[] {
  const orphans: Orphan[] = [];
  for (const [client, deletions] of deleteSet.clients)
    for (const { clock, len } of deletions)
      for (const item of itemsWithin(doc, client, clock, len)) {
        const parent = item.parent;
        if (!(parent instanceof XmlText) || stringOf(item) === undefined || !isDead(parent)) continue;
        for (const span of unspokenOf(item, moves)) {
          const text = (stringOf(item) as string).slice(
            span.clock - item.id.clock,
            span.clock - item.id.clock + span.len,
          );
          orphans.push({ span, text, parent });
        }
      }
  return orphans;
}

function itemsWithin(doc: Doc, client: number, clock: number, len: number): Item[] {
  const items: Item[] = [];
  for (let at = clock; at < clock + len; ) {
    const item = itemAt(doc, client, at);
    if (item) items.push(item);
    at = item ? item.id.clock + item.length : at + 1;
  }
  return items;
}

function unspokenOf(item: Item, moves: Moves): Span[] {
  const whole = spanOf(item);
  return without(
    whole,
    moves.of(whole).map(({ source }) => source),
  );
}

/** Puts the words where their neighbours went, or else in a block of their own. Call it inside a transaction. */
export function rescueOrphan(doc: Doc, moves: Moves, { span, text, parent }: Orphan): void {
  const { before, after } = neighboursOf(parent, span, moves);
  for (const [near, side] of [
    [before, 1],
    [after, 0],
  ] as const) {
    if (!near) continue;
    const now = whereNow(moves, near.client, near.clock);
    const target = textAt(doc, now.client, now.clock);
    const index = target && !isDead(target) ? indexOf(target, now.client, now.clock) : undefined;
    if (!target || index === undefined) continue;
    target.insert(index + (lives(doc, now.client, now.clock) ? side : 0), text);
    return;
  }
  insertBlock(parent, text);
}

type Char = { readonly client: number; readonly clock: number };

/** The nearest characters on either side that went somewhere else. */
function neighboursOf(
  text: XmlText,
  span: Span,
  moves: Moves,
): { before: Char | undefined; after: Char | undefined } {
  let before: Char | undefined;
  let passed = false;
  for (const item of itemsOf(text)) {
    const whole = spanOf(item);
    const moved = moves.of(whole).flatMap(({ source, copy }) => (copy ? [source] : []));
    for (const source of moved.sort((a, b) => a.clock - b.clock)) {
      const end = source.clock + source.len - 1;
      const behind = passed || (item.id.client === span.client && source.clock >= span.clock + span.len);
      if (behind) return { before, after: { client: source.client, clock: source.clock } };
      before = { client: source.client, clock: end };
    }
    if (whole.client === span.client && whole.clock <= span.clock && span.clock < whole.clock + whole.len)
      passed = true;
  }
  return { before, after: undefined };
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
