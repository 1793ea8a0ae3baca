import { eq } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { noticeSettings } from '../../db/schema/notifications.ts';
import { DEFAULT_SETTINGS } from '../../shared/notifications/defaults.ts';
import type { NoticeSettings } from '../../shared/notifications/settings.ts';

type Orm = Db['orm'];

/** How a member wants to be told: as they said, or as it is for everyone who has said nothing. */
export function settingsOf(orm: Orm, memberId: string): NoticeSettings {
  const row = orm.select().from(noticeSettings).where(eq(noticeSettings.memberId, memberId)).get();
  if (!row) return DEFAULT_SETTINGS;
  const { needsMe, rest, quietFrom: from, quietTo: to } = row;
  return { needsMe, rest, quiet: from === null || to === null ? null : { from, to } };
}

export function keepSettings(
  orm: Orm,
  memberId: string,
  { needsMe, rest, quiet }: NoticeSettings,
  now: number,
): void {
  const row = { needsMe, rest, quietFrom: quiet?.from ?? null, quietTo: quiet?.to ?? null, changedAt: now };
  orm
    .insert(noticeSettings)
    .values({ memberId, ...row })
    .onConflictDoUpdate({ target: noticeSettings.memberId, set: row })
    .run();
}
