import type { Db } from '../../db/open.ts';
import type { Notice, NoticeLine } from '../../shared/notifications/notice.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';

/** The person whom a notice is put into words for, as they are at this moment. */
export interface NoticeReader {
  readonly member: OwnMember;
  readonly accountId: string;
}

/**
 * Puts a notice into words for its reader, by the rights that they have at this moment: undefined when they may not
 * know of it, or when it no longer holds (they have answered, the thread is gone). Called inside the transaction that
 * queues a mail and whenever the inbox is read, so it must be quick, and must not wait for anything.
 */
export type LineOf = (db: Db, notice: Notice, reader: NoticeReader) => NoticeLine | undefined;

/** How each kind of notice is put into words. server/noticeLines.ts puts it together from the features. */
export type NoticeLines = Readonly<Record<string, LineOf>>;
