import { createHash, randomBytes, randomInt, scryptSync } from 'node:crypto';

/** 256 bits: nobody finds one by trying. */
const TOKEN_BYTES = 32;
/** What nobody takes for something else, in print or in handwriting: no 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B, 6 and G, U and V. */
const SIGNS = '346789ACDEFHJKMNPQRTWXY';
const CODE_LENGTH = 10;
const GROUP = 5;

/** About 20 milliseconds for one code, and years for all of them: see docs/decisions/0007. */
const SLOW = { N: 2 ** 13, r: 8, p: 1 } as const;
/** The same for every code: whoever types one has nothing else by which it could be found. */
const SALT = 'trialogue short code 1';

/** The two secrets of one link, with what is kept of them. */
export interface Secrets {
  readonly token: string;
  readonly shortCode: string;
  readonly kept: { readonly tokenHash: string; readonly codeHash: string; readonly lockedToken: string };
}

/** New secrets for one link: a token for its address, and a short code to type from paper, which opens to the token. */
export function newSecrets(): Secrets {
  const bytes = randomBytes(TOKEN_BYTES);
  const token = bytes.toString('base64url');
  const code = Array.from({ length: CODE_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  const { hash, key } = fromCode(code);
  return {
    token,
    shortCode: inGroups(code),
    kept: { tokenHash: hashToken(token), codeHash: hash, lockedToken: mixed(bytes, key) },
  };
}

/** A new secret for the address of a link that nobody types: there is no code that could be guessed. */
export function secretsWithoutCode(): Omit<Secrets, 'shortCode'> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  // What no code is ever made into: a code's own hash has this length too, and is slow.
  const codeHash = `none ${hashToken(`no code ${token}`)}`;
  return { token, kept: { tokenHash: hashToken(token), codeHash, lockedToken: '' } };
}

/** What is kept of a token, so that a stolen database opens nothing. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** What somebody typed as the code that it can be; undefined when it can be none. Blanks, hyphens and small letters are fine. */
export function readCode(typed: string): string | undefined {
  const code = typed
    .toUpperCase()
    .replace(/[\s\-–—.·]/g, '')
    .replace(/B/g, '8');
  return code.length === CODE_LENGTH && [...code].every((sign) => SIGNS.includes(sign)) ? code : undefined;
}

/** What finds the link of a code, and what unlocks its token. Slow on purpose. */
export function fromCode(code: string): { readonly hash: string; readonly key: Buffer } {
  const made = scryptSync(code, SALT, 2 * TOKEN_BYTES, SLOW);
  return { hash: made.subarray(0, TOKEN_BYTES).toString('hex'), key: made.subarray(TOKEN_BYTES) };
}

export function unlock(lockedToken: string, key: Buffer): string {
  return Buffer.from(mixed(Buffer.from(lockedToken, 'base64url'), key), 'base64url').toString('base64url');
}

/** Each key is of one code, and each code of one link: it is never used twice. */
function mixed(bytes: Buffer, key: Buffer): string {
  return Buffer.from(bytes.map((byte, at) => byte ^ (key[at] as number))).toString('base64url');
}

function inGroups(code: string): string {
  return code.replace(new RegExp(`(.{${GROUP}})(?=.)`, 'g'), '$1-');
}
