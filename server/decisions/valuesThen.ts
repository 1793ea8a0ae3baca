import type { Db } from '../../db/open.ts';
import type { ShownValue } from '../../shared/decisions/recordApi.ts';
import { adoptedOf } from '../../shared/values/inUse.ts';
import { keptValues } from '../values/store.ts';

/**
 * The values that a decision was opened with, in the words that they had then. A value that has been worded anew or
 * taken back since is still what a block rests on here.
 */
export function valuesThen(
  db: Db,
  partnershipId: string,
  ids: readonly string[],
  openedAt: number,
): ShownValue[] {
  const kept = new Map(keptValues(db, partnershipId).map((value) => [value.id, value]));
  return ids.flatMap((id) => {
    const versions = kept.get(id)?.versions ?? [];
    const then = versions.filter(({ at }) => at <= openedAt);
    const counts = adoptedOf(then) ?? then.at(-1) ?? versions[0];
    return counts ? [{ id, words: counts.words, practice: counts.practice, question: counts.question }] : [];
  });
}
