import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { ledgerActor, ledgerEntry, ledgerWords } from '../../db/schema/ledger.ts';
import { NO_LINE } from '../../shared/ledger/fingerprint.ts';
import type { Linked, Tip } from '../../shared/ledger/line.ts';

type Orm = Db['orm'];

/** The end of a partnership's chain. */
export function tipOf(orm: Orm, partnershipId: string): Tip {
  const newest = orm
    .select({ seq: ledgerEntry.seq, hash: ledgerEntry.hash })
    .from(ledgerEntry)
    .where(eq(ledgerEntry.partnershipId, partnershipId))
    .orderBy(desc(ledgerEntry.seq))
    .limit(1)
    .get();
  return newest ?? { seq: 0, hash: NO_LINE };
}

export function addLine(orm: Orm, { line, text, hash }: Linked, hidden: boolean): void {
  const { partnership: partnershipId, seq, subject, kind, at } = line;
  orm.insert(ledgerEntry).values({ partnershipId, seq, line: text, hash, subject, kind, at, hidden }).run();
}

export function addWords(orm: Orm, { line }: Linked, name: string, salt: string, text: string): void {
  orm.insert(ledgerWords).values({ partnershipId: line.partnership, seq: line.seq, name, salt, text }).run();
}

/** The pseudonym of a member in the ledger, if they have one. */
export function actorOfMember(orm: Orm, partnershipId: string, memberId: string): string | undefined {
  return orm
    .select({ id: ledgerActor.id })
    .from(ledgerActor)
    .where(and(eq(ledgerActor.memberId, memberId), eq(ledgerActor.partnershipId, partnershipId)))
    .get()?.id;
}

export function addActor(orm: Orm, row: typeof ledgerActor.$inferInsert): void {
  orm.insert(ledgerActor).values(row).run();
}
