import { eq, lt } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { mailSeen } from '../../db/schema/notifications.ts';

type Orm = Db['orm'];

/** Mail servers try for days, not for longer. */
const KEPT_MS = 30 * 24 * 60 * 60_000;

export function isSeen(orm: Orm, idHash: string): boolean {
  return orm.select().from(mailSeen).where(eq(mailSeen.idHash, idHash)).get() !== undefined;
}

/** Remembers that a mail has come in, and forgets those that will not come again. */
export function keepSeen(orm: Orm, idHash: string, at: number): void {
  orm.insert(mailSeen).values({ idHash, at }).onConflictDoNothing().run();
  orm
    .delete(mailSeen)
    .where(lt(mailSeen.at, at - KEPT_MS))
    .run();
}
