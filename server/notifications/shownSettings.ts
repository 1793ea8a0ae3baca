import type { Db } from '../../db/open.ts';
import type { NoticeSettingsAnswer } from '../../shared/notifications/settings.ts';
import { addresseeOf } from './readerStore.ts';
import { settingsOf } from './settingsStore.ts';
import { isHeld } from './troubleStore.ts';

/** How a member wants to be told, and whether their mails get through. */
export function shownSettings(db: Db, memberId: string): NoticeSettingsAnswer {
  const reader = addresseeOf(db, memberId);
  if (!reader) throw new Error('who is permitted here is a member');
  const { email, timeZone } = reader;
  const held = email !== null && isHeld(db.orm, memberId, email);
  return { settings: settingsOf(db.orm, memberId), timeZone, held };
}
