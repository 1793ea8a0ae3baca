import type { Db } from '../../db/open.ts';
import { notice } from '../../db/schema/notifications.ts';
import type { Notice } from '../../shared/notifications/notice.ts';

type Orm = Db['orm'];

/** Keeps a notice for each of these people, unless they have one of this event. */
export function addNotices(
  orm: Orm,
  memberIds: readonly string[],
  { about, ...event }: Omit<Notice, 'id' | 'memberId'>,
): void {
  for (const memberId of memberIds)
    orm
      .insert(notice)
      .values({ ...event, memberId, aboutKind: about.kind, aboutId: about.id })
      .onConflictDoNothing({ target: [notice.eventKey, notice.memberId] })
      .run();
}
