import { eq } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { profile } from '../../db/schema/people.ts';
import type { OwnProfile } from '../../shared/people/profileApi.ts';
import { BLANK_PROFILE } from '../../shared/people/shownProfile.ts';

export function profileOf(orm: Db['orm'], accountId: string): OwnProfile {
  const row = orm.select().from(profile).where(eq(profile.accountId, accountId)).get();
  if (!row) return BLANK_PROFILE;
  const { accountId: _, ...said } = row;
  return said;
}

export function keepProfile(orm: Db['orm'], accountId: string, said: OwnProfile): void {
  orm
    .insert(profile)
    .values({ accountId, ...said })
    .onConflictDoUpdate({ target: profile.accountId, set: said })
    .run();
}
