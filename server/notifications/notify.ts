import type { Db } from '../../db/open.ts';
import type { About, NoticeDetail } from '../../shared/notifications/notice.ts';
import { addNotices } from './store.ts';

/** Something that happened, and whom to tell of it. */
export interface Notifying {
  /** Made of the event's kind and ids, and the same for the same event: "reply:<comment>". */
  readonly eventKey: string;
  readonly partnershipId: string;
  /** What the words are found by, in server/noticeLines.ts. */
  readonly kind: string;
  readonly memberIds: readonly string[];
  readonly about: About;
  readonly at: number;
  /** It asks something of them, or was done in their name. */
  readonly needsMe: boolean;
  /** Whoever did it is not told of it. */
  readonly byMemberId: string | null;
  /** Ids and numbers that its words need. Never what people wrote. */
  readonly detail?: NoticeDetail;
}

/**
 * Writes down what people are to be told, inside the transaction in which it happened; `context.mail.wake()` after the
 * commit has the mails planned. The same event is told once, however often this is called. Whether each of them may
 * hear of it is asked again when it is put into words. Gives whether there is anyone to tell.
 */
export function notify(orm: Db['orm'], { memberIds, detail = {}, ...event }: Notifying): boolean {
  const others = [...new Set(memberIds)].filter((id) => id !== event.byMemberId);
  addNotices(orm, others, { ...event, detail });
  return others.length > 0;
}
