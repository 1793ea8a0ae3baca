import { and, count, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { decisionText } from '../../db/schema/decisions.ts';
import type { Block } from '../../shared/documents/blocks.ts';
import { hashBlocks } from '../../shared/documents/canonical.ts';

type Orm = Db['orm'];

/** Keeps words for a decision, and gives the hash that stands for them. The same words are kept once. */
export function keepWords(orm: Orm, decisionId: string, blocks: readonly Block[], at: number): string {
  const hash = hashBlocks(blocks);
  orm
    .insert(decisionText)
    .values({ decisionId, hash, blocks, at })
    .onConflictDoUpdate({
      target: [decisionText.decisionId, decisionText.hash],
      // Whoever writes again what was erased has written it again.
      set: { blocks, redactedTo: null },
      setWhere: isNotNull(decisionText.redactedTo),
    })
    .run();
  return hash;
}

/** Whether these words are there whole, so that they can be decided on. */
export function hasWords(orm: Orm, decisionId: string, hash: string): boolean {
  const found = and(
    eq(decisionText.decisionId, decisionId),
    eq(decisionText.hash, hash),
    isNull(decisionText.redactedTo),
  );
  return orm.select({ hash: decisionText.hash }).from(decisionText).where(found).get() !== undefined;
}

export function countTexts(orm: Orm, decisionId: string): number {
  const all = orm.select({ all: count() }).from(decisionText).where(eq(decisionText.decisionId, decisionId));
  return all.get()?.all ?? 0;
}

/** All words that were ever put to a decision, by their hash. */
export function textsOf(orm: Orm, decisionId: string): Map<string, readonly Block[]> {
  const rows = orm.select().from(decisionText).where(eq(decisionText.decisionId, decisionId)).all();
  return new Map(rows.map(({ hash, blocks }) => [hash, blocks]));
}
