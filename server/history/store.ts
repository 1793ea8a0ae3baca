import { and, desc, eq, lt, notInArray, or } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { document } from '../../db/schema/documents.ts';
import { journalEntry } from '../../db/schema/journal.ts';
import { member, seat } from '../../db/schema/partnerships.ts';
import { type JournalEntry, OWN_KINDS } from '../../shared/journal/entries.ts';

/** A line of the journal with its place in it. */
export type StoredEntry = JournalEntry & { readonly seq: number };

/**
 * Lines of a partnership's journal, the newest first, leaving out every line about one of the `hidden` documents, and
 * what is the business of somebody other than the reader.
 */
export function journalLines(
  db: Db,
  partnershipId: string,
  {
    before,
    hidden,
    reader,
    limit,
  }: {
    readonly before: number | undefined;
    readonly hidden: readonly string[];
    /** Who reads. */
    readonly reader: string;
    readonly limit: number;
  },
): StoredEntry[] {
  return db.orm
    .select()
    .from(journalEntry)
    .where(
      and(
        eq(journalEntry.partnershipId, partnershipId),
        before === undefined ? undefined : lt(journalEntry.seq, before),
        notInArray(journalEntry.subjectId, [...hidden]),
        or(notInArray(journalEntry.kind, [...OWN_KINDS]), eq(journalEntry.subjectId, reader)),
      ),
    )
    .orderBy(desc(journalEntry.seq))
    .limit(limit)
    .all() as StoredEntry[];
}

/** Ids and titles of all of a partnership's documents. Show nobody a title that they may not read. */
export function documentTitles(db: Db, partnershipId: string): Map<string, string> {
  const rows = db.orm
    .select({ id: document.id, title: document.title })
    .from(document)
    .where(eq(document.partnershipId, partnershipId))
    .all();
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** The names of everyone who is or was in the partnership, and of every seat that is or was at its table. */
export function namesEver(db: Db, partnershipId: string) {
  const people = db.orm.select().from(member).where(eq(member.partnershipId, partnershipId)).all();
  const seats = db.orm.select().from(seat).where(eq(seat.partnershipId, partnershipId)).all();
  return {
    members: new Map(people.map(({ id, name }) => [id, name])),
    seats: new Map(seats.map(({ id, name }) => [id, name])),
  };
}
