import type { MentionOf } from '../../../shared/comments/mentions.ts';
import type { Mention } from '../../../shared/documents/blocks.ts';
import type { Side } from '../../../shared/partnerships/sides.ts';

/** Somebody who may be named: in a document a member or a seat. */
export interface Mentionable<M extends MentionOf = Mention> {
  readonly mention: M;
  readonly name: string;
  /** What tells two of the same name apart: a member's seat, say. */
  readonly note?: string;
  readonly side?: Side | null;
}

export const MOST_OFFERED = 8;
const LONGEST_QUERY = 40;

/**
 * What somebody is looking for after an `@`, from the words before the caret; null when they are not.
 * An `@` inside a word is a mail address, and two spaces after it mean that they have gone on writing.
 */
export function mentionQuery(before: string): string | null {
  const match = /(?:^|[\s(“"'‘])@([^@\n]*)$/u.exec(before);
  const query = match?.[1];
  if (query === undefined || query.length > LONGEST_QUERY) return null;
  return /^\s|\s{2}|[.,;:!?]\s?$/u.test(query) ? null : query;
}

/** Those whose name, or a word of it, begins with the query; names that begin with it come first. */
export function offered<M extends MentionOf>(
  query: string,
  all: readonly Mentionable<M>[],
  most = MOST_OFFERED,
): Mentionable<M>[] {
  const wanted = plain(query);
  const ranked = all.flatMap((one) => {
    const name = plain(one.name);
    if (name.startsWith(wanted)) return [{ one, rank: 0 }];
    return name.includes(` ${wanted}`) ? [{ one, rank: 1 }] : [];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ one }) => one);
}

/** Without accents and capitals, as people type names in a hurry. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
