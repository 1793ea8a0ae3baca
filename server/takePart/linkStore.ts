import { eq } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { personalLink } from '../../db/schema/takePart.ts';
import { hashToken } from './secrets.ts';

type Orm = Db['orm'];
export type LinkRow = typeof personalLink.$inferSelect;

export function addLink(orm: Orm, row: Omit<LinkRow, 'revokedAt' | 'revokedBy' | 'usedAt'>): void {
  orm.insert(personalLink).values(row).run();
}

/** The link that a token opens, whatever became of it since; undefined when there is none. */
export function linkByToken(orm: Orm, token: string): LinkRow | undefined {
  return orm
    .select()
    .from(personalLink)
    .where(eq(personalLink.tokenHash, hashToken(token)))
    .get();
}

/** The link with this slow hash of a short code. */
export function linkByCode(orm: Orm, codeHash: string): LinkRow | undefined {
  return orm.select().from(personalLink).where(eq(personalLink.codeHash, codeHash)).get();
}

/** Something was said by it just now. */
export function noteUse(orm: Orm, linkId: string, at: number): void {
  orm.update(personalLink).set({ usedAt: at }).where(eq(personalLink.id, linkId)).run();
}
