import { findIndexSS, Item, iterateDeletedStructs, type Transaction, XmlText } from 'yjs';
import type { Move } from './moves.ts';
import { indexOf, isDead, itemsOf, type Span, spanOf, stringOf } from './spans.ts';

interface Words {
  readonly parent: XmlText;
  text: string;
  readonly spans: Span[];
}

/**
 * What this person's open transaction moved: words deleted in one text and written in another at once.
 * Whole texts that died with no copy anywhere are told as gone. Call it at the end of the transaction.
 */
export function findMoves(transaction: Transaction): Move[] {
  if (transaction.deleteSet.clients.size === 0) return [];
  const deleted = deletedWords(transaction);
  if (deleted.length === 0) return [];
  const moves: Move[] = [];
  const written = writtenWords(transaction).sort((a, b) => b.text.length - a.text.length);
  for (const copy of written) {
    const found = bestMatch(copy, deleted);
    if (!found) continue;
    moves.push(found.move);
    deleted.splice(deleted.indexOf(found.words), 1);
  }
  for (const words of deleted)
    if (isDead(words.parent)) moves.push({ from: words.spans, to: undefined, tail: false });
  return moves;
}

function deletedWords(transaction: Transaction): Words[] {
  const now = new Set<Item>();
  const parents = new Set<XmlText>();
  iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Item) || !(struct.parent instanceof XmlText) || stringOf(struct) === undefined)
      return;
    if (struct.id.clock >= (transaction.beforeState.get(struct.id.client) ?? 0)) return;
    now.add(struct);
    parents.add(struct.parent);
  });
  return [...parents].map((parent) =>
    wordsOf(
      parent,
      [...itemsOf(parent)].filter((item) => now.has(item)),
    ),
  );
}

/** Each unbroken stretch that this person wrote in this transaction and that still stands. */
function writtenWords({ doc, beforeState }: Transaction): Words[] {
  const structs = doc.store.clients.get(doc.clientID) ?? [];
  const before = beforeState.get(doc.clientID) ?? 0;
  const last = structs.at(-1);
  if (!last || last.id.clock + last.length <= before) return [];
  const all: Words[] = [];
  for (const item of structs.slice(findIndexSS(structs, before))) {
    if (!(item instanceof Item) || item.deleted || !(item.parent instanceof XmlText)) continue;
    if (item.id.clock < before || stringOf(item) === undefined) continue;
    const words = all.at(-1);
    const end = words?.spans.at(-1);
    if (words && end && words.parent === item.parent && end.clock + end.len === item.id.clock) {
      words.text += stringOf(item);
      words.spans.push(spanOf(item));
    } else all.push(wordsOf(item.parent, [item]));
  }
  return all;
}

function wordsOf(parent: XmlText, items: readonly Item[]): Words {
  return { parent, text: items.map(stringOf).join(''), spans: items.map(spanOf) };
}

/** The deleted words that this copy most likely came from: a tail, a head or the whole, before anything in between. */
function bestMatch(copy: Words, deleted: readonly Words[]): { move: Move; words: Words } | undefined {
  const attempts: ((words: Words) => Move | undefined)[] = [
    (words) => (words.text === copy.text ? moveOf(words, 0, copy, 0, copy.text.length) : undefined),
    (words) =>
      words.text.endsWith(copy.text)
        ? moveOf(words, words.text.length - copy.text.length, copy, 0, copy.text.length)
        : undefined,
    (words) => (words.text.startsWith(copy.text) ? moveOf(words, 0, copy, 0, copy.text.length) : undefined),
    (words) => {
      const at = copy.text.indexOf(words.text);
      return at >= 0 && words.text.length > 1 ? moveOf(words, 0, copy, at, words.text.length) : undefined;
    },
    (words) => {
      const at = words.text.indexOf(copy.text);
      return at >= 0 && copy.text.length > 3 ? moveOf(words, at, copy, 0, copy.text.length) : undefined;
    },
  ];
  for (const attempt of attempts)
    for (const words of deleted) {
      const move = words.parent === copy.parent ? undefined : attempt(words);
      if (move) return { move, words };
    }
  return undefined;
}

function moveOf(words: Words, at: number, copy: Words, copyAt: number, len: number): Move | undefined {
  const [first] = copy.spans;
  if (!first || len === 0) return undefined;
  const from = cut(words.spans, at, len);
  const to = { client: first.client, clock: first.clock + copyAt, len };
  return { from, to, tail: endsText(words.parent, from) };
}

/** Whether nothing that lives stands behind the last of these characters. */
function endsText(text: XmlText, from: readonly Span[]): boolean {
  const last = from.at(-1);
  const index = last && indexOf(text, last.client, last.clock + last.len - 1);
  return index === text.length;
}

/** The spans of `len` characters from the character at `at`. */
function cut(spans: readonly Span[], at: number, len: number): Span[] {
  const result: Span[] = [];
  let [skip, left] = [at, len];
  for (const span of spans) {
    const from = Math.min(skip, span.len);
    const take = Math.min(span.len - from, left);
    skip -= from;
    left -= take;
    if (take > 0) result.push({ client: span.client, clock: span.clock + from, len: take });
  }
  return result;
}
