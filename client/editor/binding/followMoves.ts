import { createRelativePositionFromTypeIndex, type Doc, type RelativePosition, XmlText } from 'yjs';
import type { Hit, Moves } from './moves.ts';
import { indexOf, itemAt, itemsOf, lives, type Span, textAt } from './spans.ts';

const MOST_STEPS = 200;

/**
 * Which of two copies of the same words stays. It must be the same on every machine and for ever, whatever
 * else they know: so it is the one with the higher id. Of two blocks made at one place, Yjs puts the one with
 * the higher client id last, so the copy that stays is the one that ends the text.
 */
export function outranks(a: Span, b: Span): boolean {
  return a.client !== b.client ? a.client > b.client : a.clock > b.clock;
}

/** Where a character is now, after every move that took it further. */
export function whereNow(moves: Moves, client: number, clock: number): Span {
  let now: Span = { client, clock, len: 1 };
  for (let step = 0; step < MOST_STEPS; step++) {
    const copies = moves.of(now).flatMap(({ copy }: Hit) => (copy ? [copy] : []));
    const [first, ...others] = copies;
    if (!first) break;
    now = others.reduce((best, copy) => (outranks(copy, best) ? copy : best), first);
  }
  return now;
}

/** The same place in the words after they moved; the place itself when they did not. */
export function followPosition(doc: Doc, moves: Moves, position: RelativePosition): RelativePosition {
  const { item, type, assoc } = position;
  if (item)
    return lives(doc, item.client, item.clock) ? position : (moved(doc, moves, item, assoc) ?? position);
  const text = type && itemAt(doc, type.client, type.clock)?.content.getContent()[0];
  if (!(text instanceof XmlText)) return position;
  const last = [...itemsOf(text)].filter((each) => each.countable).at(-1);
  if (!last?.deleted) return position;
  const { client, clock } = last.lastId;
  return moved(doc, moves, { client, clock }, -1) ?? position;
}

function moved(
  doc: Doc,
  moves: Moves,
  { client, clock }: { client: number; clock: number },
  assoc: number,
): RelativePosition | undefined {
  const now = whereNow(moves, client, clock);
  const text = textAt(doc, now.client, now.clock);
  const index = text && indexOf(text, now.client, now.clock);
  if (index === undefined || (now.client === client && now.clock === clock)) return undefined;
  const after = assoc < 0 && lives(doc, now.client, now.clock) ? 1 : 0;
  return createRelativePositionFromTypeIndex(text as XmlText, index + after, assoc);
}
