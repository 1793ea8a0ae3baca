import { type Doc, getState, type Item, type XmlText } from 'yjs';
import { whereNow } from '../../../shared/documents/moves/followMoves.ts';
import type { Move, Moves } from '../../../shared/documents/moves/moves.ts';
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
} from '../../../shared/documents/moves/spans.ts';

interface Stranded {
  readonly span: Span;
  readonly text: string;
  readonly attributes: Record<string, unknown>;
  /** The moved character before it. */
  readonly after: { readonly client: number; readonly clock: number };
}

/**
 * Someone moved the end of a text while this person typed in it, unseen: the typed words follow it. Only the
 * person who typed them does this, so that it happens once. Call it inside a transaction.
 */
export function bringStrandedWords(doc: Doc, moves: Moves, move: Move): void {
  const [first] = move.from;
  const text = first && textAt(doc, first.client, first.clock);
  if (!move.to || !text || isDead(text)) return;
  for (const words of strandedIn(doc, text, move).reverse()) {
    const near = whereNow(moves, words.after.client, words.after.clock);
    const target = textAt(doc, near.client, near.clock);
    const index = target && !isDead(target) ? indexOf(target, near.client, near.clock) : undefined;
    if (!target || index === undefined || target === text) continue;
    const before = getState(doc.store, doc.clientID);
    target.insert(index + (lives(doc, near.client, near.clock) ? 1 : 0), words.text, words.attributes);
    moves.writeCopy(doc, words.span, before);
    deleteSpan(doc, words.span);
  }
}

function strandedIn(doc: Doc, text: XmlText, { from, tail }: Move): Stranded[] {
  const stranded: Stranded[] = [];
  let after: Stranded['after'] | undefined;
  let between = 0;
  let index = 0;
  for (const item of itemsOf(text)) {
    const moved = lastMovedIn(item, from);
    if (moved) {
      after = moved;
      between = stranded.length;
    } else if (after && item.id.client === doc.clientID && !item.deleted) {
      const words = stringOf(item);
      if (words !== undefined)
        stranded.push({
          span: part(spanOf(item), 0, item.length),
          text: words,
          after,
          attributes: attributesAt(text, index),
        });
    }
    if (!item.deleted && item.countable) index += item.length;
  }
  return tail ? stranded : stranded.slice(0, between);
}

function lastMovedIn({ id, length }: Item, from: readonly Span[]): Stranded['after'] | undefined {
  const ends = from
    .filter(
      ({ client, clock, len }) => client === id.client && clock < id.clock + length && clock + len > id.clock,
    )
    .map(({ clock, len }) => Math.min(clock + len, id.clock + length) - 1);
  return ends.length > 0 ? { client: id.client, clock: Math.max(...ends) } : undefined;
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
