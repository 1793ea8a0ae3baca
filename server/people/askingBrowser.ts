import { createHash, randomBytes } from 'node:crypto';
import { ownCookie } from './ownCookie.ts';

const SECRET = /^[\w-]{43}$/;
const LASTS_SECONDS = 30 * 60;

/**
 * The browser that asked for a mail to sign in keeps a secret in a cookie of its own. What was mailed is bound
 * to it: a link that somebody else got hold of opens nothing elsewhere.
 */
export function askingBrowser(secure: boolean) {
  const { read, keep, forget } = ownCookie('trialogue-asked', LASTS_SECONDS, secure);
  return {
    /** The secret in a `Cookie` header, if it has one that could be ours. */
    secretIn(header: string | undefined): string | undefined {
      const value = read(header);
      return value !== undefined && SECRET.test(value) ? value : undefined;
    },
    newSecret: () => randomBytes(32).toString('base64url'),
    keep,
    forget,
  };
}

export function sha256(words: string): string {
  return createHash('sha256').update(words).digest('hex');
}
