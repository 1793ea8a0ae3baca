import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { NOTE_TO } from '../../shared/notes/note.ts';
import { member, partnership } from './partnerships.ts';
import { personalLink } from './takePart.ts';

/**
 * A private note to those who hold one role. What people write is sealed; nothing else in the database, such as the
 * journal, tells of it, but the notices of those whom it is for.
 */
export const privateNote = sqliteTable(
  'private_note',
  {
    id: text('id').primaryKey(),
    partnershipId: text('partnership_id')
      .notNull()
      .references(() => partnership.id),
    toRole: text('to_role', { enum: NOTE_TO }).notNull(),
    /** Null where somebody wrote without saying who: then nothing leads to them. */
    writerId: text('writer_id').references(() => member.id),
    /** The personal link that it came by: its answer is shown there. */
    linkId: text('link_id').references(() => personalLink.id),
    /** Sent again under the same name, it is one note. */
    requestId: text('request_id').notNull().unique(),
    words: text('words').notNull(),
    at: integer('at').notNull(),
    answerBy: integer('answer_by').notNull(),
    readAt: integer('read_at'),
    withdrawnAt: integer('withdrawn_at'),
    remindedAt: integer('reminded_at'),
    answer: text('answer').notNull().default(''),
    answeredAt: integer('answered_at'),
    answeredBy: text('answered_by').references(() => member.id),
    /** What was done. */
    done: text('done').notNull().default(''),
    closedAt: integer('closed_at'),
    closedBy: text('closed_by').references(() => member.id),
  },
  (t) => [index('private_note_to').on(t.partnershipId, t.toRole), index('private_note_by').on(t.writerId)],
);
