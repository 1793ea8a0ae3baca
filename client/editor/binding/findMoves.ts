import {
  ContentDeleted,
  ContentType,
  findIndexSS,
  Item,
  iterateDeletedStructs,
  type Transaction,
  XmlText,
} from 'yjs';
import type { Move } from '../../../shared/documents/moves/moves.ts';
import {
  indexOf,
  isDead,
  itemsOf,
  joined,
  type Span,
  spanOf,
  stringOf,
} from '../../../shared/documents/moves/spans.ts';

interface Words {
  readonly parent: XmlText;
  text: string;
  readonly spans: Span[];
}

/**
 * What this person's open transaction moved: words deleted in one text and written in another at once.
 * Words that died with their block and have no copy anywhere are told as gone. Call it at its end.
 */
export function findMoves(transaction: Transaction): Move[] {
  if (transaction.deleteSet.clients.size === 0) return [];
  const dying = dyingTexts(transaction);
  const now = new Set<Item>();
  const deleted = deletedWords(transaction, now);
  const moves: Move[] = [];
  const written = writtenWords(transaction);
  for (;;) {
    const copy = written.sort((a, b) => b.text.length - a.text.length).shift();
    if (!copy) break;
    const match = bestMatch(copy, deleted);
    if (!match) continue;
    const { words, at, copyAt, len } = match;
    moves.push(moveOf(match, copy));
    deleted.splice(deleted.indexOf(words), 1, ...around(words, at, len));
    written.push(...around(copy, copyAt, len));
  }
  const left = deleted.filter(({ parent }) => isDead(parent)).flatMap(({ spans }) => spans);
  const from = [...left, ...dying.flatMap((text) => longDeadIn(text, now))];
  return from.length > 0 ? [...moves, { from: joined(from), to: undefined, tail: false }] : moves;
}

/** Texts that die in this transaction with the blocks that hold them. */
function dyingTexts(transaction: Transaction): XmlText[] {
  const texts: XmlText[] = [];
  iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Item) || !(struct.content instanceof ContentType)) return;
    const { type } = struct.content;
    if (type instanceof XmlText && struct.id.clock < (transaction.beforeState.get(struct.id.client) ?? 0))
      texts.push(type);
  });
  return texts;
}

/** Words deleted before now. To those who hear of that and of their block's end at once, they all seem to die together. */
function longDeadIn(text: XmlText, now: ReadonlySet<Item>): Span[] {
  return [...itemsOf(text)]
    .filter(
      (item) => !now.has(item) && (stringOf(item) !== undefined || item.content instanceof ContentDeleted),
    )
    .map(spanOf);
}

/** What is left of the words before and behind a stretch. */
function around({ parent, text, spans }: Words, at: number, len: number): Words[] {
  return [
    { parent, text: text.slice(0, at), spans: cut(spans, 0, at) },
    { parent, text: text.slice(at + len), spans: cut(spans, at + len, text.length - at - len) },
  ].filter((words) => words.text !== '');
}

/** The words deleted in this transaction, text by text; their items are put into `now`. */
function deletedWords(transaction: Transaction, now: Set<Item>): Words[] {
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
  let previous: Item | undefined;
  for (const item of structs.slice(findIndexSS(structs, before))) {
    if (!(item instanceof Item) || item.deleted || !(item.parent instanceof XmlText)) continue;
    if (item.id.clock < before || stringOf(item) === undefined) continue;
    const words = all.at(-1);
    if (
      words &&
      previous &&
      previous.id.clock + previous.length === item.id.clock &&
      behind(item) === previous
    ) {
      words.text += stringOf(item);
      words.spans.push(spanOf(item));
    } else all.push(wordsOf(item.parent, [item]));
    previous = item;
  }
  return all;
}

/** The nearest item before this one that is no mere change of format. */
function behind(item: Item): Item | null {
  let left = item.left;
  while (left && !left.countable) left = left.left;
  return left;
}

function wordsOf(parent: XmlText, items: readonly Item[]): Words {
  return { parent, text: items.map(stringOf).join(''), spans: items.map(spanOf) };
}

interface Match {
  readonly words: Words;
  readonly at: number;
  readonly copyAt: number;
  readonly len: number;
}

/** The deleted words that this copy most likely came from: the whole, a tail or a head, before anything in between. */
function bestMatch({ parent, text }: Words, deleted: readonly Words[]): Match | undefined {
  const attempts: ((gone: string) => [at: number, copyAt: number])[] = [
    (gone) => (gone === text ? [0, 0] : [-1, 0]),
    (gone) => (gone.endsWith(text) ? [gone.length - text.length, 0] : [-1, 0]),
    (gone) => (gone.startsWith(text) ? [0, 0] : [-1, 0]),
    (gone) => (text.includes(gone) ? [0, text.lastIndexOf(gone)] : [-1, 0]),
    (gone) => [gone.indexOf(text), 0],
  ];
  for (const attempt of attempts)
    for (const words of deleted) {
      if (words.parent === parent) continue;
      const [at, copyAt] = attempt(words.text);
      if (at >= 0) return { words, at, copyAt, len: Math.min(words.text.length, text.length) };
    }
  return undefined;
}

function moveOf({ words, at, copyAt, len }: Match, copy: Words): Move {
  const from = cut(words.spans, at, len);
  const [to] = cut(copy.spans, copyAt, len);
  const first = to as Span;
  return { from, to: { client: first.client, clock: first.clock, len }, tail: endsText(words.parent, from) };
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
