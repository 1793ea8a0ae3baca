import { ContentString, type Doc, type XmlText } from 'yjs';
import { liveCopies, whereNow } from '../documents/moves/followMoves.ts';
import type { Moves } from '../documents/moves/moves.ts';
import { itemsOf, lives } from '../documents/moves/spans.ts';

export interface Id {
  readonly client: number;
  readonly clock: number;
}

/** A living letter of a text, with all that gives it its looks, as one string. */
export interface Letter {
  readonly id: Id;
  readonly sign: string;
  readonly looks: string;
}

/** Where a letter of an earlier version is in the document now. */
export interface Found {
  /** The letter that stands for it, if any lives. */
  readonly living: Id | undefined;
  /** What a new copy is a copy of: the living one, or else the last that stood for it. */
  readonly source: Id;
}

/** The letters of a text in order. */
export function lettersOf(text: XmlText): Letter[] {
  const looks = looksOf(text);
  const letters: Letter[] = [];
  for (const { id, deleted, content } of itemsOf(text)) {
    if (deleted || !(content instanceof ContentString)) continue;
    for (let at = 0; at < content.str.length; at++)
      letters.push({
        id: { client: id.client, clock: id.clock + at },
        sign: content.str[at] as string,
        looks: looks[letters.length] ?? NO_LOOKS,
      });
  }
  return letters;
}

export const NO_LOOKS = '{}';

interface Delta {
  readonly insert: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

function looksOf(text: XmlText): string[] {
  return (text.toDelta() as Delta[]).flatMap(({ insert, attributes }) => {
    if (typeof insert !== 'string') return [];
    return Array.from<string>({ length: insert.length }).fill(written(attributes));
  });
}

/** `i` only keeps runs apart, which matters for two mentions side by side; otherwise it is no look. */
function written(attributes: Delta['attributes'] = {}): string {
  const isMention = attributes.s_mention != null;
  const told = Object.entries(attributes).filter(
    ([key, value]) => (key !== 'i' || isMention) && value != null,
  );
  if (told.length === 0) return NO_LOOKS;
  return JSON.stringify(Object.fromEntries(told.sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** Follows a letter of an earlier version to where it is now, through every move. */
export function findLetter(now: Doc, moves: Moves, { client, clock }: Id): Found {
  const self = { client, clock };
  if (moves.of({ client, clock, len: 1 }).length === 0)
    return { living: lives(now, client, clock) ? self : undefined, source: self };
  const [living] = liveCopies(now, moves, client, clock);
  return { living, source: living ?? whereNow(moves, client, clock) };
}

export function keyOf({ client, clock }: Id): string {
  return `${client}.${clock}`;
}
