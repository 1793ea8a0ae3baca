import { createHash } from 'node:crypto';
import {
  and,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  isNotNull,
  isNull,
  lte,
  min,
  notInArray,
  sql,
} from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { type MailHead, mail } from '../../db/schema/mail.ts';
import { openedFrom, sealedIn } from '../../db/sealed.ts';
import { transact } from '../../db/transact.ts';
import { type MailKind, pauseAfter, usefulFor } from './kinds.ts';

/** A mail to be sent. `eventKey` is made of the event's kind and ids, never of an address: "invitation:<id>". */
export interface NewMail {
  readonly eventKey: string;
  readonly kind: MailKind;
  readonly to: string;
  readonly at: number;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly head?: MailHead;
  /** Whose notices are in it. */
  readonly memberId?: string;
}

/** A mail on its way: claimed by this process until its lease is over. */
export interface ClaimedMail {
  readonly id: string;
  readonly kind: MailKind;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly createdAt: number;
  readonly head?: MailHead;
  readonly memberId?: string | null;
}

/** Longer than a try takes: if the process dies in one, the next process tries again after this. */
const LEASE_MS = 2 * 60_000;

/**
 * Puts a mail in the queue, inside the transaction of the event that it tells of; `context.mail.wake()` after
 * the commit sends it. Its address is sealed until then. The same event is queued once, however often this is called. The id, and with it the
 * Message-ID, follows from the event, so that mail programs can tell a copy. Gives the id.
 */
export function queueMail(orm: Db['orm'], { to, at, ...row }: NewMail): string {
  const id = createHash('sha256').update(row.eventKey).digest('hex').slice(0, 32);
  orm
    .insert(mail)
    .values({ ...row, id, toAddress: sealedIn('mail', id, to), createdAt: at, dueAt: at })
    .onConflictDoNothing({ target: mail.eventKey })
    .run();
  return id;
}

/**
 * Takes the next mail that is due, and writes that down before anything is sent. Mails to sign in go first:
 * someone is waiting for them. Those that are no longer of use are given up on the way.
 */
export function claimMail(db: Db, now: number, underWay: readonly string[]): ClaimedMail | undefined {
  return transact(db, (orm) => {
    for (;;) {
      const row = orm
        .select({ ...getTableColumns(mail), to: openedFrom('mail', mail.id, mail.toAddress) })
        .from(mail)
        .where(and(lte(mail.dueAt, now), notInArray(mail.id, [...underWay])))
        .orderBy(desc(eq(mail.kind, 'sign_in')), asc(mail.dueAt), asc(mail.createdAt))
        .limit(1)
        .get();
      if (!row) return undefined;
      const { id, to, subject, text, html, createdAt, head, memberId } = row;
      const kind = row.kind as MailKind;
      if (createdAt + usefulFor(kind) <= now) {
        giveUp(orm, id, row.problem || TOO_LATE);
        continue;
      }
      orm
        .update(mail)
        .set({ dueAt: now + LEASE_MS, tries: sql`${mail.tries} + 1` })
        .where(eq(mail.id, id))
        .run();
      return { id, kind, to, subject, text, html, createdAt, head, memberId };
    }
  });
}

const TOO_LATE = 'It could not be sent while it was of use.';

const WIPED = { subject: '', text: '', html: '', head: {}, dueAt: null };

/** The mail server has it: its words and its address are wiped. */
export function markSent(db: Db, id: string, now: number): void {
  db.orm
    .update(mail)
    .set({ ...WIPED, toAddress: '', problem: '', sentAt: now })
    .where(eq(mail.id, id))
    .run();
}

/**
 * A try failed. Trying again can help unless `forGood`; either way it is remembered why. `also` is done with it: what
 * is to follow from a mail that nobody will get.
 */
export function markFailed(
  db: Db,
  { id, problem, forGood }: { readonly id: string; readonly problem: string; readonly forGood: boolean },
  now: number,
  also: (orm: Db['orm']) => void = () => {},
): void {
  transact(db, (orm) => {
    also(orm);
    if (forGood) return giveUp(orm, id, problem);
    const row = orm.select({ tries: mail.tries, dueAt: mail.dueAt }).from(mail).where(eq(mail.id, id)).get();
    if (row?.dueAt == null) return; // dropped while it was on its way
    orm
      .update(mail)
      .set({ problem, dueAt: now + pauseAfter(row?.tries ?? 1) })
      .where(eq(mail.id, id))
      .run();
  });
}

/** Takes a mail back that has not gone out: what it tells of no longer holds. Call it in that transaction. */
export function dropMail(orm: Db['orm'], eventKey: string): void {
  orm
    .update(mail)
    .set({ ...WIPED, toAddress: '', problem: NO_LONGER_TRUE })
    .where(and(eq(mail.eventKey, eventKey), isNotNull(mail.dueAt)))
    .run();
}

const NO_LONGER_TRUE = 'What it was to tell no longer held.';

function giveUp(orm: Db['orm'], id: string, problem: string): void {
  orm
    .update(mail)
    .set({ ...WIPED, problem })
    .where(eq(mail.id, id))
    .run();
}

/** When the next mail is due; undefined when none is waiting. */
export function nextMailDue(db: Db, underWay: readonly string[]): number | undefined {
  const row = db.orm
    .select({ at: min(mail.dueAt) })
    .from(mail)
    .where(and(isNotNull(mail.dueAt), notInArray(mail.id, [...underWay])))
    .get();
  return row?.at ?? undefined;
}

/** How many mails wait, and why the newest that failed were given up. It does not say whom they were to. */
export function mailState(db: Db, most: number) {
  const waiting = db.orm.select({ count: count() }).from(mail).where(isNotNull(mail.dueAt)).get();
  const failed = db.orm
    .select({ id: mail.id, at: mail.createdAt, problem: mail.problem })
    .from(mail)
    .where(and(isNull(mail.dueAt), isNull(mail.sentAt)))
    .orderBy(desc(mail.createdAt))
    .limit(most)
    .all();
  return { waiting: waiting?.count ?? 0, failed };
}

/** What was sent or given up before then is forgotten: its event is long over, and nobody will tell of it again. */
export function forgetOldMails(db: Db, before: number): void {
  db.orm
    .delete(mail)
    .where(and(isNull(mail.dueAt), lte(mail.createdAt, before)))
    .run();
}
