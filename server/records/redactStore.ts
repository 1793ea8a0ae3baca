import { and, eq } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { decision, decisionPassage, decisionText } from '../../db/schema/decisions.ts';
import type { Block } from '../../shared/documents/blocks.ts';

type Orm = Db['orm'];

/** The words of a decision: `key` is the hash that it knows them by, `hash` that of what is there now. */
export function textsOf(orm: Orm, decisionId: string) {
  return orm
    .select()
    .from(decisionText)
    .where(eq(decisionText.decisionId, decisionId))
    .all()
    .map(({ hash: key, blocks, redactedTo }) => ({ key, blocks, hash: redactedTo ?? key }));
}

/** All decisions of a partnership, each with all words that were ever put to it. */
export function textsIn(orm: Orm, partnershipId: string) {
  const rows = orm.select().from(decision).where(eq(decision.partnershipId, partnershipId)).all();
  return rows.map((row) => ({
    decision: row,
    texts: textsOf(orm, row.id).map(({ blocks }) => blocks),
  }));
}

/** Puts other words in the place of words that go by their old hash for ever. */
export function replaceText(
  orm: Orm,
  decisionId: string,
  { key, blocks, now }: { readonly key: string; readonly blocks: readonly Block[]; readonly now: string },
): void {
  const its = and(eq(decisionText.decisionId, decisionId), eq(decisionText.hash, key));
  orm.update(decisionText).set({ blocks, redactedTo: now }).where(its).run();
}

/** What was kept of the words to find their place again. */
export function redactPassage(orm: Orm, decisionId: string, redacted: (said: string) => string): void {
  const its = eq(decisionPassage.decisionId, decisionId);
  const row = orm.select().from(decisionPassage).where(its).get();
  if (!row) return;
  const [quote, before, after] = [row.quote, row.before, row.after].map(redacted) as [string, string, string];
  orm.update(decisionPassage).set({ quote, before, after }).where(its).run();
}
