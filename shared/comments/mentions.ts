/**
 * Mentions stand in a comment as `@[name](member:ID)`, `@[name](seat:ID)` or `@[name](side:SIDE)`. They are kept without
 * the name, which is looked up whenever the comment is shown: whoever takes another name has it in old comments too.
 */
export const MENTION_KINDS = ['member', 'seat', 'side'] as const;
export type MentionKind = (typeof MENTION_KINDS)[number];

export interface MentionOf {
  readonly kind: MentionKind;
  readonly id: string;
}

/** A piece of a comment: words, or somebody who is mentioned. */
export type Piece = { readonly text: string } | (MentionOf & { readonly name: string });

/** A comment in pieces, in order. It never throws: what is not quite a mention is words. */
export function piecesOf(words: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of words.matchAll(MENTION)) {
    const [whole, name = '', kind = '', id = ''] = match;
    if (match.index > at) pieces.push({ text: words.slice(at, match.index) });
    pieces.push({ kind: kind as MentionKind, id, name });
    at = match.index + whole.length;
  }
  if (at < words.length) pieces.push({ text: words.slice(at) });
  return pieces;
}

/** Everyone who is mentioned, each once. */
export function mentionsIn(words: string): MentionOf[] {
  const found = new Map<string, MentionOf>();
  for (const piece of piecesOf(words))
    if ('kind' in piece) found.set(`${piece.kind} ${piece.id}`, { kind: piece.kind, id: piece.id });
  return [...found.values()];
}

/** A comment with the names that `nameOf` gives; a mention of nobody that it knows is only the name that was written. */
export function withNames(words: string, nameOf: (mention: MentionOf) => string | undefined): string {
  return piecesOf(words)
    .map((piece) => {
      if ('text' in piece) return piece.text;
      const name = nameOf(piece);
      if (name === undefined) return piece.name;
      return `@[${name.replace(/[[\]\n]/g, ' ')}](${piece.kind}:${piece.id})`;
    })
    .join('');
}

/** A comment as it is kept: mentions of those whom `isKnown` knows without their names. */
export function withoutNames(words: string, isKnown: (mention: MentionOf) => boolean): string {
  return withNames(words, (mention) => (isKnown(mention) ? '' : undefined));
}

/** A comment as plain words, for mails and paper: mentions are the names alone. */
export function plainWords(words: string): string {
  return piecesOf(words)
    .map((piece) => ('text' in piece ? piece.text : piece.name))
    .join('');
}

const MENTION = /@\[([^[\]\n]{0,120})\]\((member|seat|side):([A-Za-z0-9_-]{1,64})\)/g;
