import type { Db } from '../../db/open.ts';
import type { AfterCommit } from '../../db/transact.ts';
import { adoptedWords } from '../../shared/decisions/adoptedWords.ts';
import type { Applied } from '../../shared/decisions/entries.ts';
import type { Context } from '../context.ts';
import { adoptAgreed, namesValues } from '../values/adoptionStore.ts';
import type { DecisionRow } from './store.ts';
import { textsOf } from './textStore.ts';

/**
 * When a decision that names values or behaviours has just been agreed, they are adopted, or taken back, in the same
 * transaction. Nothing else that a decision does touches them.
 */
export function adoptValues(
  { changes }: Pick<Context, 'changes'>,
  { orm, afterCommit }: { readonly orm: Db['orm']; readonly afterCommit: AfterCommit },
  { id: decisionId, partnershipId, number, sensitivity }: DecisionRow,
  { decision, entries }: Applied,
  at: number,
): void {
  if (!entries.some(({ kind }) => kind === 'ended') || !namesValues(orm, decisionId)) return;
  const hash = adoptedWords(decision);
  const blocks = hash === undefined ? undefined : textsOf(orm, decisionId).get(hash);
  if (!blocks) return;
  const known = sensitivity === 'members' ? number : null;
  adoptAgreed(orm, { decisionId, partnershipId, number: known, blocks, at });
  afterCommit(() => {
    for (const kind of ['value', 'behaviour'] as const) changes.tell(partnershipId, { kind, id: decisionId });
  });
}
