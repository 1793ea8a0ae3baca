import { createHash, randomBytes } from 'node:crypto';

const SECRET = /^[\w-]{43}$/;
const LASTS_SECONDS = 30 * 60;

/**
 * The browser that asked for a mail to sign in keeps a secret in a cookie of its own. What was mailed is bound
 * to it: a link that somebody else got hold of opens nothing elsewhere.
 */
export function askingBrowser(secure: boolean) {
  const name = secure ? '__Host-trialogue-asked' : 'trialogue-asked';
  const cookie = (value: string, seconds: number) =>
    `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
  return {
    /** The secret in a `Cookie` header, if it has one that could be ours. */
    secretIn(cookieHeader: string | undefined): string | undefined {
      const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim());
      const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
      return value !== undefined && SECRET.test(value) ? value : undefined;
    },
    newSecret: () => randomBytes(32).toString('base64url'),
    /** The `Set-Cookie` value that keeps the secret for as long as mails under way may take. */
    keep: (secret: string) => cookie(secret, LASTS_SECONDS),
    /** The `Set-Cookie` value that forgets it. */
    forget: () => cookie('', 0),
  };
}

export function sha256(words: string): string {
  return createHash('sha256').update(words).digest('hex');
}
