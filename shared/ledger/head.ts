import { canonicalJson } from '../canonicalJson.ts';

/** A signed head: at this moment, the chain ended in this line. Whoever keeps one can tell a chain that was rewritten. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
  readonly at: number;
  /** Ed25519, both in base64url. */
  readonly publicKey: string;
  readonly signature: string;
}

/** What is signed. */
export function headStatement(
  partnership: string,
  { seq, hash, at }: Omit<Head, 'publicKey' | 'signature'>,
): string {
  return `trialogue head 1\n${canonicalJson({ partnership, seq, hash, at })}`;
}

/** A head in one line that can be kept, mailed and pasted. */
export function headCode(partnership: string, { seq, hash, at, publicKey, signature }: Head): string {
  return ['trialogue-head-1', partnership, seq, at, hash, publicKey, signature].join('.');
}

const HEAD =
  /^trialogue-head-1\.([A-Za-z0-9_-]{1,64})\.(\d{1,15})\.(\d{1,15})\.([0-9a-f]{64})\.([A-Za-z0-9_-]{43})\.([A-Za-z0-9_-]{86})$/;

/** Reads a head that somebody kept; undefined when it is none. Mail programs may have broken the line: spaces don't matter. */
export function readHeadCode(code: string): (Head & { readonly partnership: string }) | undefined {
  const [, partnership, seq, at, hash, publicKey, signature] = HEAD.exec(code.replace(/\s/g, '')) ?? [];
  if (!partnership || !hash || !publicKey || !signature) return undefined;
  return { partnership, seq: Number(seq), at: Number(at), hash, publicKey, signature };
}
