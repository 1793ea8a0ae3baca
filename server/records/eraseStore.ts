import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { ledgerActor, ledgerEntry, ledgerWords } from '../../db/schema/ledger.ts';
import { member } from '../../db/schema/partnerships.ts';
import type { Line } from '../../shared/ledger/line.ts';

type Orm = Db['orm'];

/** The texts about one thing that have not been erased, with the line of each. */
export function wordsAbout(orm: Orm, partnershipId: string, subject: string) {
  const here = and(
    eq(ledgerEntry.partnershipId, ledgerWords.partnershipId),
    eq(ledgerEntry.seq, ledgerWords.seq),
  );
  return orm
    .select({ seq: ledgerWords.seq, name: ledgerWords.name, text: ledgerWords.text, line: ledgerEntry.line })
    .from(ledgerWords)
    .innerJoin(ledgerEntry, here)
    .where(
      and(
        eq(ledgerWords.partnershipId, partnershipId),
        eq(ledgerEntry.subject, subject),
        isNotNull(ledgerWords.text),
      ),
    )
    .all()
    .map(({ line, text, ...rest }) => ({
      ...rest,
      text: String(text),
      actor: (JSON.parse(line) as Line).actor,
    }));
}

/** Takes a text away, with its salt: then nothing is left by which a guess at it could be tried. */
export function eraseWords(
  orm: Orm,
  partnershipId: string,
  seqs: readonly number[],
  name: string,
  at: number,
): void {
  orm
    .update(ledgerWords)
    .set({ text: null, salt: '', erasedAt: at })
    .where(
      and(
        eq(ledgerWords.partnershipId, partnershipId),
        inArray(ledgerWords.seq, [...seqs]),
        eq(ledgerWords.name, name),
      ),
    )
    .run();
}

/** Someone who was in the partnership, and when they left. */
export function memberWas(orm: Orm, partnershipId: string, memberId: string) {
  return orm
    .select({ name: member.name, leftAt: member.leftAt })
    .from(member)
    .where(and(eq(member.partnershipId, partnershipId), eq(member.id, memberId)))
    .get();
}

/** Those who have left and whose random name in the ledger is still known, the last to leave first. */
export function knownAndGone(orm: Orm, partnershipId: string) {
  return orm
    .select({ memberId: member.id, name: member.name, leftAt: member.leftAt })
    .from(member)
    .innerJoin(ledgerActor, eq(ledgerActor.memberId, member.id))
    .where(and(eq(member.partnershipId, partnershipId), isNotNull(member.leftAt)))
    .orderBy(desc(member.leftAt))
    .all();
}

/** From now on nobody can tell whose this random name was. Gives it; undefined when there was none. */
export function forgetActor(orm: Orm, memberId: string): string | undefined {
  return orm
    .update(ledgerActor)
    .set({ memberId: null })
    .where(eq(ledgerActor.memberId, memberId))
    .returning({ id: ledgerActor.id })
    .get()?.id;
}
