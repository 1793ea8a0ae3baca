import { z } from 'zod';
import { canonicalJson } from '../canonicalJson.ts';
import { type Block, blockKind, MARKS, mention } from '../documents/blocks.ts';
import type { Head } from '../ledger/head.ts';
import type { Line } from '../ledger/line.ts';

/** Goes up when the shape of the file changes. */
export const FILE_VERSION = 1;
export const FILE_KIND = 'trialogue-record';

/** One line of the chain as it stands in a file: whole, or only its own hash, which keeps the chain together. */
export type ChainLink = { readonly line: Line } | { readonly held: string };

export interface FileText {
  readonly decision: string;
  readonly hash: string;
  readonly blocks: readonly Block[];
}

export interface FileWords {
  readonly seq: number;
  readonly name: string;
  readonly salt: string;
  readonly text: string;
}

/** A record that can be checked without us: of one decision, or of all that a partnership has in its ledger. */
export interface LedgerFile {
  readonly v: typeof FILE_VERSION;
  readonly kind: typeof FILE_KIND;
  readonly madeAt: number;
  readonly about: { readonly kind: 'decision'; readonly id: string } | { readonly kind: 'partnership' };
  readonly partnership: { readonly id: string; readonly name: string };
  /** The number of the first line here, and the hash of the one before it. */
  readonly first: number;
  readonly before: string;
  readonly chain: readonly ChainLink[];
  /** Free text of the lines, where it has not been erased. */
  readonly words: readonly FileWords[];
  readonly heads: readonly Head[];
  /** The words that were put to decision, by their hash. */
  readonly texts: readonly FileText[];
  /** `whole`: all lines of this decision are here; else some are held back from whoever the file was made for. */
  readonly decisions: readonly { readonly id: string; readonly number: number; readonly whole: boolean }[];
  /** Whose things these are, in words. Not in the chain: a name can be changed or erased. */
  readonly names: {
    readonly seats: readonly { readonly id: string; readonly name: string; readonly side: string }[];
    readonly people: readonly { readonly id: string; readonly name: string }[];
    readonly values: readonly { readonly id: string; readonly name: string }[];
  };
  /** The chain goes on, and is kept back until a hidden round has closed. */
  readonly endsEarly: boolean;
  /** The server's signature over everything else in the file; null when it had no key. */
  readonly seal: { readonly publicKey: string; readonly signature: string } | null;
}

/** What is signed: the whole file without its seal. */
export function sealStatement({ seal: _, ...rest }: LedgerFile): string {
  return `trialogue record 1\n${canonicalJson(rest)}`;
}

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);
const text = z.string();
const id = z.string().min(1).max(200);

const line = z.strictObject({
  v: z.literal(1),
  partnership: id,
  seq: count.min(1),
  at: count,
  effectiveAt: count,
  kind: id,
  actor: id,
  subject: id,
  payload: z.record(z.string(), z.unknown()),
  words: z.record(z.string(), hex),
  salt: id,
  prev: hex,
});

const run = z.strictObject({
  text,
  marks: z.array(z.enum(MARKS)).optional(),
  link: text.optional(),
  mention: mention.optional(),
});
const textBlock = z.strictObject({
  kind: blockKind,
  runs: z.array(run),
  indent: count.optional(),
  checked: z.boolean().optional(),
});
const block = z.union([
  textBlock,
  z.strictObject({ kind: z.literal('rule') }),
  z.strictObject({
    kind: z.literal('table'),
    rows: z.array(z.array(z.strictObject({ header: z.boolean(), blocks: z.array(textBlock) }))),
  }),
]);

const named = z.strictObject({ id, name: text });

/** The shape of a file. It is looked through, and nothing of it is changed: hashes are over what was given. */
export const ledgerFileShape = z.strictObject({
  v: z.literal(FILE_VERSION),
  kind: z.literal(FILE_KIND),
  madeAt: count,
  about: z.union([
    z.strictObject({ kind: z.literal('decision'), id }),
    z.strictObject({ kind: z.literal('partnership') }),
  ]),
  partnership: named,
  first: count.min(1),
  before: hex,
  chain: z.array(z.union([z.strictObject({ line }), z.strictObject({ held: hex })])),
  words: z.array(z.strictObject({ seq: count, name: text, salt: text, text })),
  heads: z.array(z.strictObject({ seq: count, hash: hex, at: count, publicKey: text, signature: text })),
  texts: z.array(z.strictObject({ decision: id, hash: hex, blocks: z.array(block) })),
  decisions: z.array(z.strictObject({ id, number: count, whole: z.boolean() })),
  names: z.strictObject({
    seats: z.array(z.strictObject({ id, name: text, side: text })),
    people: z.array(named),
    values: z.array(named),
  }),
  endsEarly: z.boolean(),
  seal: z.strictObject({ publicKey: text, signature: text }).nullable(),
});
