import { createRelativePositionFromTypeIndex, type Doc, type RelativePosition, XmlText } from 'yjs';
import type { Hit, Moves } from './moves.ts';
import { indexOf, isDead, itemAt, itemsOf, lives, type Span, textAt } from './spans.ts';

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

/**
 * Every living copy of a character, the one that stays first: the best ranked at each fork, or where that is gone,
 * the next best.
 */
export function liveCopies(doc: Doc, moves: Moves, client: number, clock: number): Span[] {
  const found: Span[] = [];
  const seen = new Set<string>();
  const visit = (char: Span, depth: number) => {
    const key = `${char.client}.${char.clock}`;
    if (seen.has(key) || depth > MOST_STEPS) return;
    seen.add(key);
    const copies = moves.of(char).flatMap(({ copy }) => (copy ? [copy] : []));
    for (const copy of copies.sort((a, b) => (outranks(a, b) ? -1 : 1))) visit(copy, depth + 1);
    if (lives(doc, char.client, char.clock)) found.push(char);
  };
  visit({ client, clock, len: 1 }, 0);
  return found;
}

/** The same place in the words after they moved, the place itself when they did not, `null` when it died with its text. */
export function followPosition(doc: Doc, moves: Moves, position: RelativePosition): RelativePosition | null {
  const { item, type, assoc } = position;
  if (item) {
    if (lives(doc, item.client, item.clock)) return position;
    const text = textAt(doc, item.client, item.clock);
    return moved(doc, moves, item, assoc) ?? (text && isDead(text) ? null : position);
  }
  const text = type && itemAt(doc, type.client, type.clock)?.content.getContent()[0];
  if (!(text instanceof XmlText)) return position;
  const last = [...itemsOf(text)].filter((each) => each.countable).at(-1);
  const end = last?.deleted ? moved(doc, moves, last.lastId, -1) : undefined;
  return end ?? (isDead(text) ? null : position);
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
  if (!text || isDead(text) || index === undefined || (now.client === client && now.clock === clock))
    return undefined;
  const after = assoc < 0 && lives(doc, now.client, now.clock) ? 1 : 0;
  return createRelativePositionFromTypeIndex(text, index + after, assoc);
}
