import { toHexString } from 'lib0/buffer';
import { digest } from 'lib0/hash/sha256';
import { encodeUtf8 } from 'lib0/string';

/**
 * SHA-256 as 64 hex digits. lib0's, which is plain JavaScript: the server needs it inside a transaction, which can't
 * wait, and the verifier gets the same code in Node and in any browser. WebCrypto's answers later, and only in some.
 */
export function sha256(text: string): string {
  return toHexString(digest(encodeUtf8(text)));
}

/** The hash of a line in its chain: over the hash before it, and the line's own. */
export function chainHash(before: string, lineHash: string): string {
  return sha256(`trialogue ledger 1\n${before}\n${lineHash}`);
}

/** What stands for a text in a line: nothing can be learnt from it without the salt, and no other text fits. */
export function commitment(salt: string, text: string): string {
  return sha256(`trialogue words 1\n${salt}\n${text}`);
}

/** Before the first line of a ledger. */
export const NO_LINE = '0'.repeat(64);
