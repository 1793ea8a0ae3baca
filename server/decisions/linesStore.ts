import { and, desc, eq, inArray, isNotNull, lt, max, notInArray, or, sql } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { ledgerActor, ledgerEntry, ledgerWords } from '../../db/schema/ledger.ts';
import { member } from '../../db/schema/partnerships.ts';
import type { Line } from '../../shared/ledger/line.ts';

type Orm = Db['orm'];

/** A line of the ledger as it was written, with its hash. */
export interface KeptLine {
  readonly line: Line;
  readonly hash: string;
  readonly hidden: boolean;
}

/** Which lines somebody may not see: those hidden in the last round, and those of these kinds. */
export interface Left {
  readonly lastRound: boolean;
  readonly kinds: readonly string[];
}

/** The newest lines about a decision that somebody may see, the newest first: what is left out pushes nothing out. */
export function linesAbout(
  orm: Orm,
  { partnershipId, id }: { readonly partnershipId: string; readonly id: string },
  { lastRound, kinds }: Left,
  most: number,
): KeptLine[] {
  const rounds = and(eq(ledgerEntry.subject, id), eq(ledgerEntry.kind, 'round_opened'));
  // By its place in the ledger, not by its time: a clock that was put back must not bring a line out.
  const opening = orm
    .select({ seq: max(ledgerEntry.seq) })
    .from(ledgerEntry)
    .where(rounds);
  return orm
    .select()
    .from(ledgerEntry)
    .where(
      and(
        eq(ledgerEntry.partnershipId, partnershipId),
        eq(ledgerEntry.subject, id),
        notInArray(ledgerEntry.kind, [...kinds]),
        lastRound ? or(eq(ledgerEntry.hidden, false), lt(ledgerEntry.seq, opening)) : undefined,
      ),
    )
    .orderBy(desc(ledgerEntry.seq))
    .limit(most)
    .all()
    .map(asKept);
}

/** What one person did with a decision, the newest first. */
export function linesBy(
  orm: Orm,
  {
    partnershipId,
    decisionId,
    actor,
  }: { readonly partnershipId: string; readonly decisionId: string; readonly actor: string },
  most: number,
): KeptLine[] {
  return orm
    .select()
    .from(ledgerEntry)
    .where(
      and(
        eq(ledgerEntry.partnershipId, partnershipId),
        eq(ledgerEntry.subject, decisionId),
        sql`json_extract(${ledgerEntry.line}, '$.actor') = ${actor}`,
      ),
    )
    .orderBy(desc(ledgerEntry.seq))
    .limit(most)
    .all()
    .map(asKept);
}

export function lineAt(orm: Orm, partnershipId: string, seq: number): KeptLine {
  const at = and(eq(ledgerEntry.partnershipId, partnershipId), eq(ledgerEntry.seq, seq));
  const row = orm.select().from(ledgerEntry).where(at).get();
  if (!row) throw new Error('the ledger has lost a line');
  return asKept(row);
}

function asKept({ line, hash, hidden }: typeof ledgerEntry.$inferSelect): KeptLine {
  return { line: JSON.parse(line) as Line, hash, hidden };
}

/** What was written with these lines and has not been erased: by number and name. */
export function wordsWith(
  orm: Orm,
  partnershipId: string,
  seqs: readonly number[],
  names: readonly string[],
): Map<number, Map<string, string>> {
  const found = new Map<number, Map<string, string>>();
  const rows = orm
    .select()
    .from(ledgerWords)
    .where(
      and(
        eq(ledgerWords.partnershipId, partnershipId),
        inArray(ledgerWords.seq, [...seqs]),
        inArray(ledgerWords.name, [...names]),
        isNotNull(ledgerWords.text),
      ),
    )
    .all();
  for (const { seq, name, text } of rows) {
    const words = found.get(seq) ?? new Map<string, string>();
    words.set(name, text ?? '');
    found.set(seq, words);
  }
  return found;
}

/** Whose names in the ledger these are. Someone who was erased has none. */
export function peopleCalled(orm: Orm, actors: readonly string[]) {
  return orm
    .select({ actor: ledgerActor.id, memberId: member.id, name: member.name })
    .from(ledgerActor)
    .leftJoin(member, eq(member.id, ledgerActor.memberId))
    .where(inArray(ledgerActor.id, [...actors]))
    .all();
}
