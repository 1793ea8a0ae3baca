import type { Db } from '../../db/open.ts';
import { journalEntry } from '../../db/schema/journal.ts';
import type { JournalEntry } from '../../shared/journal/entries.ts';

/** Writes one line of the journal. Call it inside the transaction that makes the change it tells of. */
export function record(orm: Db['orm'], entry: JournalEntry): void {
  const { partnershipId, at, memberId, kind, subjectId, detail } = entry;
  orm
    .insert(journalEntry)
    .values({ partnershipId, at, memberId, kind, subjectId, detail: { ...detail } })
    .run();
}
