import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { decision, decisionText } from '../../db/schema/decisions.ts';
import { ledgerActor, ledgerEntry, ledgerHead, ledgerWords } from '../../db/schema/ledger.ts';
import { member, seat } from '../../db/schema/partnerships.ts';
import { sharedValue, sharedValueVersion } from '../../db/schema/values.ts';
import type { Head } from '../../shared/ledger/head.ts';
import type { FileWords, LedgerFile } from '../../shared/records/file.ts';

type Orm = Db['orm'];

/** Every line of a partnership's ledger, in order. */
export function allLines(orm: Orm, partnershipId: string) {
  const { seq, line, hash, subject, kind, hidden } = ledgerEntry;
  return orm
    .select({ seq, line, hash, subject, kind, hidden })
    .from(ledgerEntry)
    .where(eq(ledgerEntry.partnershipId, partnershipId))
    .orderBy(asc(seq))
    .all();
}

export function wordsOf(orm: Orm, partnershipId: string): FileWords[] {
  const rows = orm
    .select()
    .from(ledgerWords)
    .where(and(eq(ledgerWords.partnershipId, partnershipId), isNotNull(ledgerWords.text)))
    .orderBy(asc(ledgerWords.seq), asc(ledgerWords.name))
    .all();
  return rows.map(({ seq, name, salt, text }) => ({ seq, name, salt, text: text ?? '' }));
}

export function headsOf(orm: Orm, partnershipId: string): Head[] {
  const { seq, hash, at, publicKey, signature } = ledgerHead;
  return orm
    .select({ seq, hash, at, publicKey, signature })
    .from(ledgerHead)
    .where(eq(ledgerHead.partnershipId, partnershipId))
    .orderBy(asc(seq))
    .all();
}

export function decisionsOf(orm: Orm, partnershipId: string) {
  return orm
    .select()
    .from(decision)
    .where(eq(decision.partnershipId, partnershipId))
    .orderBy(asc(decision.number))
    .all();
}

export function textsOf(orm: Orm, decisionId: string) {
  const { hash, blocks, redactedTo } = decisionText;
  return orm
    .select({ hash: sql<string>`coalesce(${redactedTo}, ${hash})`, blocks })
    .from(decisionText)
    .where(eq(decisionText.decisionId, decisionId))
    .orderBy(asc(hash))
    .all();
}

/** Whose things these are. People by the name that the partnership knows them by, and only those who are asked for. */
export function namesOf(orm: Orm, partnershipId: string, actors: readonly string[]): LedgerFile['names'] {
  const seats = orm
    .select({ id: seat.id, name: seat.name, side: seat.side })
    .from(seat)
    .where(eq(seat.partnershipId, partnershipId))
    .orderBy(asc(seat.position), asc(seat.id))
    .all();
  const people = orm
    .select({ id: ledgerActor.id, name: member.name })
    .from(ledgerActor)
    .innerJoin(member, eq(member.id, ledgerActor.memberId))
    .where(inArray(ledgerActor.id, [...actors]))
    .orderBy(asc(ledgerActor.id))
    .all();
  const values = orm
    .select({ id: sharedValue.id, name: sharedValueVersion.words })
    .from(sharedValue)
    .innerJoin(sharedValueVersion, eq(sharedValueVersion.valueId, sharedValue.id))
    .where(eq(sharedValue.partnershipId, partnershipId))
    .orderBy(asc(sharedValue.position), asc(sharedValueVersion.version))
    .all();
  return { seats, people, values: [...new Map(values.map((value) => [value.id, value])).values()] };
}
