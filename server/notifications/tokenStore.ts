import { and, eq, gt, lte } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { mailToken } from '../../db/schema/notifications.ts';
import { hashOf, newToken } from './tokens.ts';

type Orm = Db['orm'];
type Purpose = (typeof mailToken.$inferSelect)['purpose'];

const DAY_MS = 24 * 60 * 60_000;

/** How long an address in a mail works. */
const WORKS_FOR: Readonly<Record<Purpose, number>> = {
  reply: 90 * DAY_MS,
  bounce: 14 * DAY_MS,
  unsubscribe: 400 * DAY_MS,
};

/** Makes a secret that is good for one thing and one member, and gives it: it is nowhere else but in the mail. */
export function addToken(orm: Orm, purpose: Purpose, memberId: string, about: string, now: number): string {
  const token = newToken();
  const expiresAt = now + WORKS_FOR[purpose];
  orm
    .insert(mailToken)
    .values({ hash: hashOf(token), purpose, memberId, about, expiresAt })
    .run();
  return token;
}

/** What a secret is good for; undefined when it is for nothing, for something else, or no longer. */
export function tokenFor(orm: Orm, purpose: Purpose, token: string, now: number) {
  const right = and(eq(mailToken.hash, hashOf(token)), eq(mailToken.purpose, purpose));
  return orm
    .select({ memberId: mailToken.memberId, about: mailToken.about })
    .from(mailToken)
    .where(and(right, gt(mailToken.expiresAt, now)))
    .get();
}

export function forgetOldTokens(orm: Orm, now: number): void {
  orm.delete(mailToken).where(lte(mailToken.expiresAt, now)).run();
}
