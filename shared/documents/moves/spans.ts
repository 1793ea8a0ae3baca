import { ContentString, type Doc, findIndexSS, getState, Item, type XmlElement, XmlText } from 'yjs';

/** Neighbouring characters by their ids in the shared document, which they keep for ever, deleted or not. */
export interface Span {
  readonly client: number;
  readonly clock: number;
  readonly len: number;
}

/** The part of `span` that begins `from` characters in and is `len` long. */
export function part(span: Span, from: number, len: number): Span {
  return { client: span.client, clock: span.clock + from, len };
}

/** What is left of `whole` when the parts that others cover are taken out; only the clocks of `others` are looked at. */
export function without(whole: Span, others: readonly Span[]): Span[] {
  let left = [whole];
  for (const { clock, len } of others)
    left = left.flatMap((span) => {
      const end = span.clock + span.len;
      const from = Math.min(Math.max(clock, span.clock), end);
      const to = Math.max(Math.min(clock + len, end), span.clock);
      if (to <= from) return [span];
      return [part(span, 0, from - span.clock), part(span, to - span.clock, end - to)].filter(
        (rest) => rest.len > 0,
      );
    });
  return left;
}

export function spanOf(item: Item): Span {
  return { client: item.id.client, clock: item.id.clock, len: item.length };
}

/** The item that holds this character, or `undefined` when it is unknown here or no more than a stub. */
export function itemAt(doc: Doc, client: number, clock: number): Item | undefined {
  if (getState(doc.store, client) <= clock) return undefined;
  const structs = doc.store.clients.get(client);
  const struct = structs?.[findIndexSS(structs, clock)];
  return struct instanceof Item ? struct : undefined;
}

/** The text that holds this character, dead or alive. */
export function textAt(doc: Doc, client: number, clock: number): XmlText | undefined {
  const parent = itemAt(doc, client, clock)?.parent;
  return parent instanceof XmlText ? parent : undefined;
}

export function isDead(type: XmlText | XmlElement): boolean {
  for (let item = type._item; item; item = (item.parent as XmlElement)._item) if (item.deleted) return true;
  return false;
}

/** The string of an item, also of one deleted in a transaction that is still being handled. */
export function stringOf(item: Item): string | undefined {
  return item.content instanceof ContentString ? item.content.str : undefined;
}

/** Every item of `text` in order, deleted ones too. */
export function* itemsOf(text: XmlText): Generator<Item> {
  for (let item = text._start; item; item = item.right) yield item;
}

/** How many living characters of `text` stand before the character, or `undefined` when it is not there. */
export function indexOf(text: XmlText, client: number, clock: number): number | undefined {
  let index = 0;
  for (const item of itemsOf(text)) {
    const inside = clock - item.id.clock;
    if (item.id.client === client && inside >= 0 && inside < item.length)
      return item.deleted ? index : index + inside;
    if (!item.deleted && item.countable) index += item.length;
  }
  return undefined;
}

/** Whether the character is there and not deleted. */
export function lives(doc: Doc, client: number, clock: number): boolean {
  return itemAt(doc, client, clock)?.deleted === false;
}

/** Deletes those characters of the span that still live. Call it inside a transaction. */
export function deleteSpan(doc: Doc, span: Span): void {
  let done = 0;
  while (done < span.len) {
    const clock = span.clock + done;
    const item = itemAt(doc, span.client, clock);
    if (!item) {
      done += 1;
      continue;
    }
    const len = Math.min(span.len - done, item.length - (clock - item.id.clock));
    done += len;
    const text = item.parent;
    if (item.deleted || !(text instanceof XmlText)) continue;
    const index = indexOf(text, span.client, clock);
    if (index !== undefined) text.delete(index, len);
  }
}

/** Spans that follow each other made one. */
export function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last && last.client === span.client && last.clock + last.len === span.clock)
      result[result.length - 1] = { ...last, len: last.len + span.len };
    else result.push(span);
  }
  return result;
}
