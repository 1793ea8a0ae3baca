import { createHash, randomBytes } from 'node:crypto';

/** 128 bits: nobody finds one by trying. */
const BYTES = 16;

/** A new secret for an address. In hexadecimal: mail servers may make every letter small. */
export function newToken(): string {
  return randomBytes(BYTES).toString('hex');
}

/** What is kept of a token or a Message-ID, so that a stolen database gives away none. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret.trim().toLowerCase()).digest('hex');
}
