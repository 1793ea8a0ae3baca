import type { Db } from '../../db/open.ts';
import type { Gathered } from '../../shared/notifications/gather.ts';
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

/** For whom ways in are made, and the mail that they are for. */
export interface WaysInto {
  readonly reader: NoticeReader & { readonly partnershipId: string };
  readonly address: string;
  readonly now: number;
}

/** A line of a mail that can have a way in of its own, with the notices that it stands for. */
export type ToLead = Pick<Gathered, 'ids' | 'line' | 'notice'>;

/**
 * Where each of these lines leads in one mail: by a way in of its reader's own, or undefined for the ordinary page.
 * Called inside the transaction that queues the mail.
 */
export type LeadIn = (db: Db, into: WaysInto, lines: readonly ToLead[]) => readonly (string | undefined)[];

/** How each kind of notice is put into words. server/noticeLines.ts puts it together from the features. */
export type NoticeLines = Readonly<Record<string, LineOf>>;
