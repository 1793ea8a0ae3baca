import { diffArrays } from 'diff';
import { type AbstractType, type Item, XmlElement, XmlText } from 'yjs';
import { isListKind, type Run, type TextBlock } from '../documents/blocks.ts';
import { isWords, type Layout, type Stretch } from '../documents/layout.ts';
import { readBlock } from '../documents/readText.ts';
import { makeTextBlock } from '../documents/tidyBlocks.ts';
import { textElement } from '../documents/writeBlocks.ts';

/** The part of one block that lies in a stretch. */
interface Part {
  readonly element: XmlElement;
  readonly block: TextBlock;
  readonly from: number;
  readonly to: number;
}

/**
 * Whether other plain words can be put in the place of a stretch: `not_plain` where it holds more than paragraphs and
 * the like (a table, a line break within a paragraph), `fewer_lines` where a paragraph would be lost, `cut_line` where
 * there would be new ones in the middle of one.
 */
export function mayReplace(
  layout: Layout,
  stretch: Stretch,
  words: string,
): 'yes' | 'not_plain' | 'fewer_lines' | 'cut_line' {
  const parts = partsOf(layout, stretch);
  if (!parts) return 'not_plain';
  const more = words.split('\n').length - parts.length;
  if (more < 0) return 'fewer_lines';
  const last = parts.at(-1);
  return more > 0 && last && last.to < textLength(last.block) ? 'cut_line' : 'yes';
}

/**
 * Puts other plain words in the place of a stretch, a line for each paragraph. Only what differs is deleted and
 * written: words that stay are the same characters, with their marks and with everything that is anchored to them. New
 * words take the marks of those that they replace. Call it inside a transaction; make a new `Layout` afterwards.
 */
export function replaceWords(layout: Layout, stretch: Stretch, words: string): void {
  const parts = partsOf(layout, stretch);
  if (!parts || mayReplace(layout, stretch, words) !== 'yes')
    throw new Error('these words can’t be replaced');
  const lines = words.split('\n');
  const textOf = ({ block, from, to }: Part) => plain(block.runs).slice(from, to);
  let start = 0;
  while (start < parts.length && textOf(parts[start] as Part) === lines[start]) start++;
  let end = 0;
  const same = () => textOf(parts[parts.length - 1 - end] as Part) === lines[lines.length - 1 - end];
  while (end < parts.length - start && same()) end++;
  const [oldParts, newLines] = [
    parts.slice(start, parts.length - end),
    lines.slice(start, lines.length - end),
  ];
  oldParts.forEach((part, at) => {
    replaceIn(part, newLines[at] ?? '');
  });
  const more = newLines.slice(oldParts.length);
  const beside = parts[Math.max(0, start + oldParts.length - 1)];
  if (more.length > 0 && beside) addLines(beside, more);
}

/** Undefined when something in the stretch is no plain line of words. */
function partsOf(layout: Layout, { cell, from, to }: Stretch): Part[] | undefined {
  const container = layout.containerAt(cell);
  const parts: Part[] = [];
  for (let at = from.block; container && at <= to.block; at++) {
    if (at === to.block && to.offset === 0 && at > from.block) continue;
    const element = container.children[at];
    if (!(element instanceof XmlElement) || !isWords(element)) return undefined;
    const [block] = readBlock(element) as TextBlock[];
    if (!block) return undefined;
    const length = textLength(block);
    const part = {
      element,
      block,
      from: at === from.block ? from.offset : 0,
      to: at === to.block ? to.offset : length,
    };
    if (plain(block.runs).slice(part.from, part.to).includes('\n')) return undefined;
    parts.push(part);
  }
  return parts.length > 0 ? parts : undefined;
}

function plain(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

function textLength({ runs }: TextBlock): number {
  return plain(runs).length;
}

function replaceIn({ element, block, from, to }: Part, line: string): void {
  const mentions = mentionsIn(block, from, to);
  const edits: { at: number; gone: number; put: string }[] = [];
  let at = from;
  const old = withBefore(tokensOf(plain(block.runs).slice(from, to), mentions));
  const wanted = withBefore(tokensOf(line, mentions));
  // So much is not a small change any more: then all of it is written anew.
  const hunks = diffArrays(old, wanted, { maxEditLength: MOST_EDITS, comparator: isSame }) ?? [
    { value: old, added: false, removed: true },
    { value: wanted, added: true, removed: false },
  ];
  for (const { value, added, removed } of hunks) {
    const text = value.map((token) => token.text).join('');
    const before = edits.at(-1);
    const follows = before !== undefined && before.at + before.gone === at;
    if (added && follows) before.put += text;
    else if (added) edits.push({ at, gone: 0, put: text });
    else if (removed && follows && before.gone === 0) before.gone = text.length;
    else if (removed) edits.push({ at, gone: text.length, put: '' });
    if (!added) at += text.length;
  }
  for (const edit of edits.reverse()) edited(element, edit, from);
}

interface Token {
  readonly text: string;
  readonly before: string;
  readonly behind: string;
}

function withBefore(tokens: readonly string[]): Token[] {
  return tokens.map((text, at) => ({ text, before: tokens[at - 1] ?? '', behind: tokens[at + 1] ?? '' }));
}

/** A blank is the same only beside the same word: or blanks would be kept in place of words. */
function isSame(one: Token, other: Token): boolean {
  if (one.text !== other.text) return false;
  return one.text.trim() !== '' || one.before === other.before || one.behind === other.behind;
}

/** Words, blanks and signs one by one; a mention is one whole, so that none is cut. */
function tokensOf(text: string, mentions: readonly string[]): string[] {
  for (const mention of mentions) {
    const at = mention === '' ? -1 : text.indexOf(mention);
    if (at >= 0)
      return [
        ...tokensOf(text.slice(0, at), mentions),
        mention,
        ...tokensOf(text.slice(at + mention.length), mentions),
      ];
  }
  return text.match(TOKEN) ?? [];
}

function mentionsIn({ runs }: TextBlock, from: number, to: number): string[] {
  let at = 0;
  return runs.flatMap(({ text, mention }) => {
    const start = at;
    at += text.length;
    return mention && start >= from && at <= to ? [text] : [];
  });
}

const TOKEN = /\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu;
const MOST_EDITS = 2_000;

/** Writes and deletes in one place of a block; new words look like those that they replace, else like those before. */
function edited(
  element: XmlElement,
  { at, gone, put }: { readonly at: number; readonly gone: number; readonly put: string },
  from: number,
): void {
  let left = gone;
  let start = at;
  if (put !== '') {
    const like = gone > 0 || at === from ? spotAt(element, at, 'behind') : spotAt(element, at, 'before');
    const { text, index, attributes } = like ?? emptyText(element);
    text.insert(index, put, attributes);
    start += put.length;
  }
  while (left > 0) {
    const spot = spotAt(element, start, 'behind');
    if (!spot || spot.rest === 0) return;
    const length = Math.min(left, spot.rest);
    spot.text.delete(spot.index, length);
    left -= length;
  }
}

interface TextSpot {
  readonly text: XmlText;
  readonly index: number;
  /** How the character there looks, as plain words. */
  readonly attributes: object;
  /** How many characters of this text are behind it. */
  readonly rest: number;
}

/** Where a character of a block stands in Yjs: the one behind the place, or the one before it. */
function spotAt(element: XmlElement, offset: number, side: 'before' | 'behind'): TextSpot | undefined {
  let at = 0;
  let last: TextSpot | undefined;
  for (const child of element.toArray()) {
    if (!(child instanceof XmlText)) {
      at += child instanceof XmlElement ? 1 : 0;
      continue;
    }
    const length = lettersIn(child);
    const inside = offset - at;
    if (length > 0 && inside >= 0 && inside <= length) {
      const looks = looksAt(child, side === 'before' ? inside - 1 : inside);
      last = { text: child, index: inside, attributes: looks, rest: length - inside };
      if (side === 'before' ? inside > 0 : inside < length) return last;
    }
    at += length;
  }
  return last;
}

function lettersIn(text: XmlText): number {
  let length = 0;
  for (let item: Item | null = (text as AbstractType<unknown>)._start; item; item = item.right)
    if (!item.deleted && item.countable) length += item.length;
  return length;
}

/** The marks and the link of a letter; a mention is more than a look. */
function looksAt(text: XmlText, index: number): object {
  let at = 0;
  for (const { insert, attributes = {} } of text.toDelta() as Delta[]) {
    at += typeof insert === 'string' ? insert.length : 1;
    if (index < at || index < 0) {
      const { s_mention, p, ...looks } = attributes;
      if (s_mention === undefined) return attributes;
      const { __mode, ...properties } = p ?? {};
      return Object.keys(properties).length > 0 ? { ...looks, p: properties } : looks;
    }
  }
  return {};
}

interface Delta {
  readonly insert: unknown;
  readonly attributes?: { readonly s_mention?: unknown; readonly p?: Record<string, unknown> };
}

function emptyText(element: XmlElement): TextSpot {
  const text = new XmlText();
  element.insert(0, [text]);
  return { text, index: 0, attributes: {}, rest: 0 };
}

function addLines({ element, block }: Part, lines: readonly string[]): void {
  const parent = element.parent as XmlElement;
  const at = parent.toArray().indexOf(element) + 1;
  const { kind, indent } = block;
  // A heading names what follows: another line under it is no second heading.
  const same = isListKind(kind) || kind === 'quote' ? kind : 'paragraph';
  parent.insert(
    at,
    lines.map((text) => textElement(makeTextBlock(same, text === '' ? [] : [{ text }], indent))),
  );
}
