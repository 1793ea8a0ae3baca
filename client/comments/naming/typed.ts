import { type MentionOf, piecesOf } from '../../../shared/comments/mentions.ts';

/** Those whom a comment names, by the name that stands in the field. */
export type Named = Map<string, MentionOf>;

/** A name as it can stand in a comment. */
export function nameInWords(name: string): string {
  return name.replace(/[[\]\n]/g, ' ').trim();
}

/**
 * A comment as it stands in the field: `@Name` for each mention. Whom each name means is added to `named`; a second
 * person of the same name stays as the comment has it, so that nobody is taken for the other.
 */
export function asTyped(words: string, named: Named): string {
  return piecesOf(words)
    .map((piece) => {
      if ('text' in piece) return piece.text;
      const { name, kind, id } = piece;
      const already = named.get(name);
      if (already && (already.kind !== kind || already.id !== id)) return written(name, piece);
      named.set(name, { kind, id });
      return `@${name}`;
    })
    .join('');
}

/** What stands in the field as a comment: each `@Name` of somebody in `named` mentions them, the longest name first. */
export function asComment(typed: string, named: Named): string {
  const names = [...named.keys()].sort((a, b) => b.length - a.length);
  let comment = '';
  let from = 0;
  for (const { index } of typed.matchAll(AN_AT)) {
    const rest = typed.slice(index + 1);
    const name = names.find((one) => rest.startsWith(one) && !GOES_ON.test(rest.slice(one.length)));
    const mention = name !== undefined && named.get(name);
    if (!mention) continue;
    comment += typed.slice(from, index) + written(name, mention);
    from = index + 1 + name.length;
  }
  return comment + typed.slice(from);
}

function written(name: string, { kind, id }: MentionOf): string {
  return `@[${name}](${kind}:${id})`;
}

/** Not the one within a mail address. */
const AN_AT = /(?<![\p{L}\p{N}])@/gu;
const GOES_ON = /^[\p{L}\p{N}]/u;
