import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { decision, decisionPassage, decisionText } from '../../db/schema/decisions.ts';
import type { Block } from '../../shared/documents/blocks.ts';
import type { BoundPassage } from '../../shared/passages/passage.ts';

type Orm = Db['orm'];

/** A decision with the place that it is bound to. */
export interface BoundRow {
  readonly decision: typeof decision.$inferSelect;
  readonly passage: typeof decisionPassage.$inferSelect;
}

/** Binds a decision to words of a document. Call it inside the transaction that makes the decision. */
export function addPassage(
  orm: Orm,
  decisionId: string,
  documentId: string,
  { start, end, quote, before, after, characters }: BoundPassage,
  at: number,
): void {
  orm
    .insert(decisionPassage)
    .values({ decisionId, documentId, start, end, quote, before, after, characters, at })
    .run();
}

/** Every decision that is bound to the document, the newest first. */
export function boundTo({ orm }: Db, documentId: string): BoundRow[] {
  return orm
    .select({ decision, passage: decisionPassage })
    .from(decisionPassage)
    .innerJoin(decision, eq(decision.id, decisionPassage.decisionId))
    .where(eq(decisionPassage.documentId, documentId))
    .orderBy(desc(decision.number))
    .all();
}

/** Those of these decisions that are bound to a document. */
export function boundAmong({ orm }: Db, decisionIds: readonly string[]): BoundRow[] {
  const found: BoundRow[] = [];
  for (let at = 0; at < decisionIds.length; at += MOST_AT_ONCE)
    found.push(
      ...orm
        .select({ decision, passage: decisionPassage })
        .from(decisionPassage)
        .innerJoin(decision, eq(decision.id, decisionPassage.decisionId))
        .where(inArray(decisionPassage.decisionId, decisionIds.slice(at, at + MOST_AT_ONCE)))
        .all(),
    );
  return found;
}

/** The words of a decision that have this hash. */
export function wordsWithHash({ orm }: Db, decisionId: string, hash: string): readonly Block[] | undefined {
  const found = and(eq(decisionText.decisionId, decisionId), eq(decisionText.hash, hash));
  return orm.select({ blocks: decisionText.blocks }).from(decisionText).where(found).get()?.blocks;
}

/** SQLite takes some thousands of values in one question. */
const MOST_AT_ONCE = 1000;
