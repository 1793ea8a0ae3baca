import { canonicalJson } from '../canonicalJson.ts';
import type { Entry } from './entry.ts';
import { chainHash, commitment, sha256 } from './fingerprint.ts';

/** Goes up when a line's shape changes, or when the same line would be counted in another way. */
export const LINE_VERSION = 1;

/** One line of a partnership's ledger. It holds ids, numbers and choices; free text and names are beside it. */
export interface Line {
  readonly v: typeof LINE_VERSION;
  readonly partnership: string;
  /** From 1, without gaps. */
  readonly seq: number;
  /** When it was recorded, by the server's clock. */
  readonly at: number;
  /** When it took effect: a round that closed while the server was down closed at its deadline. */
  readonly effectiveAt: number;
  readonly kind: string;
  /** A random pseudonym; `time` when nobody acted. */
  readonly actor: string;
  /** What it is about: the id of a decision, a value, a behaviour. */
  readonly subject: string;
  readonly payload: Entry['payload'];
  /** For each text that belongs to it, by name, what binds it. */
  readonly words: Readonly<Record<string, string>>;
  /**
   * Random. Without it the few things that a seat could have said might be tried one after another until one fits the
   * hash of a line that is held back.
   */
  readonly salt: string;
  /** The hash of the line before. */
  readonly prev: string;
}

/** Where the chain ends: the number and hash of its newest line. */
export interface Tip {
  readonly seq: number;
  readonly hash: string;
}

/** A line as it is stored and given away, with its place in the chain. */
export interface Linked {
  readonly line: Line;
  /** The line in its canonical form, which is what is hashed. */
  readonly text: string;
  readonly hash: string;
}

export interface NewLine {
  readonly partnership: string;
  readonly subject: string;
  readonly recordedAt: number;
  readonly entry: Entry;
  /** One for the line itself, then one for each of its words, by name. */
  readonly salt: string;
  readonly salts: Readonly<Record<string, string>>;
}

/** The next line of a chain that ends in `tip`. */
export function nextLine(
  tip: Tip,
  { partnership, subject, recordedAt, entry, salt, salts }: NewLine,
): Linked {
  const words = Object.entries(entry.words).map(([name, text]) => {
    const own = salts[name];
    if (own === undefined) throw new Error(`there is no salt for the words “${name}”`);
    return [name, commitment(own, text)] as const;
  });
  const line: Line = {
    v: LINE_VERSION,
    partnership,
    seq: tip.seq + 1,
    at: recordedAt,
    effectiveAt: entry.at,
    kind: entry.kind,
    actor: entry.by,
    subject,
    payload: entry.payload,
    words: Object.fromEntries(words),
    salt,
    prev: tip.hash,
  };
  const text = canonicalJson(line);
  return { line, text, hash: chainHash(tip.hash, sha256(text)) };
}
