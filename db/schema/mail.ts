import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What the head of some mails has beside the usual. Wiped with the words: it holds secrets. */
export interface MailHead {
  /** Where one click ends these mails. */
  readonly unsubscribe?: string;
  /** Where an answer goes. */
  readonly replyTo?: string;
  /** Where the mail goes if it can't be delivered. */
  readonly returnTo?: string;
  /** Mails about the same thing stand together. */
  readonly thread?: string;
}

/**
 * Mails to be sent, put here by the transaction that they tell of. `eventKey` is the same for the same event,
 * so that none is mailed twice. Once a mail is away its words are wiped: they may hold a link that signs in.
 */
export const mail = sqliteTable(
  'mail',
  {
    id: text('id').primaryKey(),
    eventKey: text('event_key').notNull().unique(),
    kind: text('kind').notNull(),
    /** Sealed, and opened only to be sent. */
    toAddress: text('to_address').notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    html: text('html').notNull(),
    createdAt: integer('created_at').notNull(),
    /** When to try next; null when it is sent or given up. */
    dueAt: integer('due_at'),
    tries: integer('tries').notNull().default(0),
    sentAt: integer('sent_at'),
    /** Why the last try failed, in the mail server's words without any address. */
    problem: text('problem').notNull().default(''),
    /** What its head says beside the usual. */
    head: text('head', { mode: 'json' }).$type<MailHead>().notNull().default({}),
    /** The member whose notices are in it; null for mails to an address, such as one to sign in. */
    memberId: text('member_id'),
  },
  (t) => [index('mail_due').on(t.dueAt)],
);
