import type { Db } from '../../db/open.ts';
import type { NoticesAnswer, ShownNotice } from '../../shared/notifications/api.ts';
import { gather } from '../../shared/notifications/gather.ts';
import type { OwnPartnership } from '../../shared/partnerships/api.ts';
import type { NoticeLines } from './lines.ts';
import { noticesOf } from './store.ts';

/** Nobody reads further back, in one partnership. */
const MOST = 100;

/** What someone was told in all their partnerships, as they may know of it at this moment. */
export function inboxOf(
  db: Db,
  lines: NoticeLines,
  accountId: string,
  places: readonly OwnPartnership[],
): NoticesAnswer {
  const notices = places.flatMap((place) => shownIn(db, lines, accountId, place)).sort(before);
  return { notices, unread: notices.filter(({ unread }) => unread).length };
}

function shownIn(db: Db, lines: NoticeLines, accountId: string, place: OwnPartnership): ShownNotice[] {
  const { member, id: partnershipId, name: partnership } = place;
  const kept = noticesOf(db.orm, member.id, MOST);
  const unread = new Set(kept.flatMap(({ id, readAt }) => (readAt === null ? [id] : [])));
  const worded = kept.flatMap((notice) => {
    const line = lines[notice.kind]?.(db, notice, { member, accountId });
    // What asks for nothing any more would only be in the way.
    return line && !line.over ? [{ notice, line }] : [];
  });
  return gather(worded).map(({ ids, line, notice, needsMe }) => ({
    ids: [...ids],
    ...{ partnershipId, partnership, title: line.title, line: line.line, href: line.href },
    ...{ at: notice.at, needsMe, unread: ids.some((id) => unread.has(id)) },
  }));
}

/** What needs me and has not been read is first, then the newest. */
function before(a: ShownNotice, b: ShownNotice): number {
  return Number(b.needsMe) - Number(a.needsMe) || b.at - a.at;
}
