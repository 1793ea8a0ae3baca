import { createHash, randomBytes } from 'node:crypto';

/** 256 bits: nobody finds one by trying. */
const BYTES = 32;

/** A new secret for one invitation. It is in the mail and nowhere else. */
export function newToken(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** What is kept of a token, so that a stolen database invites nobody. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
