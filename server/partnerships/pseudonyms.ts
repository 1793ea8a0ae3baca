import { forgetOldPages } from '../../db/forget.ts';
import type { Db } from '../../db/open.ts';
import { NoKey } from '../../db/serverKey.ts';
import { transact } from '../../db/transact.ts';
import { pseudonymWords as words } from '../../shared/messages/en/pseudonyms.ts';
import { refusalsWords } from '../../shared/messages/en/refusals.ts';
import { checkPseudonym, withoutName } from '../../shared/people/pseudonyms.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';
import { notFound } from '../errors.ts';
import { record } from '../journal/store.ts';
import { type Change, entryOf } from './changing.ts';
import type { NameSeal } from './nameSeal.ts';
import * as store from './pseudonymStore.ts';
import { rolesOf } from './store.ts';

/**
 * Lets a member go by a name that they choose. The name that they had is sealed, and taken out of everything
 * that is stored of them, the file's old pages included. Refused when the chosen name gives them away.
 */
export function takePseudonym(db: Db, seal: NameSeal, change: Change, wanted: string): Refusal | undefined {
  const { partnershipId, memberId, at } = change;
  const refusal = orNoKey(() =>
    transact(db, (orm, afterCommit) => {
      const row = store.memberIn(orm, partnershipId, memberId);
      if (!row) return notFound();
      const sealed = store.sealedName(orm, memberId);
      const hidden = row.isPseudonym ? sealed && seal.open(memberId, sealed) : row.name;
      const refused = checkPseudonym(wanted, { hidden, others: store.otherNames(orm, row) });
      if (refused) return refused;
      if (!row.isPseudonym) {
        store.keepSealed(orm, seal, memberId, row.name, at);
        store.forgetName(orm, row, row.name);
      }
      store.rename(orm, memberId, wanted, true);
      record(orm, { kind: 'chosen_name_taken', detail: {}, ...entryOf(change, memberId) });
      afterCommit(change.changed);
      return undefined;
    }),
  );
  if (!refusal) forgetOldPages(db);
  return refusal;
}

/** Lets a member go by their own name again, as they type it. What was sealed is deleted. */
export function leavePseudonym(db: Db, change: Change, name: string): Refusal | undefined {
  const { partnershipId, memberId } = change;
  const refusal = transact(db, (orm, afterCommit) => {
    const row = store.memberIn(orm, partnershipId, memberId);
    if (!row) return notFound();
    if (!row.isPseudonym) return refuse('conflict', words.isPlain);
    const refused = checkPseudonym(name, { hidden: undefined, others: store.otherNames(orm, row) });
    if (refused) return refused;
    store.deleteSealed(orm, memberId);
    store.rename(orm, memberId, name, false);
    record(orm, { kind: 'chosen_name_left', detail: {}, ...entryOf(change, memberId) });
    afterCommit(change.changed);
    return undefined;
  });
  if (!refusal) forgetOldPages(db);
  return refusal;
}

/**
 * Opens the name behind a member's chosen one, for the safeguarding lead, who must say why. That it was opened
 * is in the journal before the name is given; a reason never puts the name there.
 */
export function openName(
  db: Db,
  seal: NameSeal,
  change: Change,
  memberId: string,
  reason: string,
): { readonly name: string } | Refusal {
  return orNoKey(() =>
    transact(db, (orm, afterCommit) => {
      if (!rolesOf(db, change.memberId).includes('safeguarding_lead'))
        return refuse('not_allowed', refusalsWords.notYourRole);
      if (!store.memberIn(orm, change.partnershipId, memberId)) return notFound();
      const sealed = store.sealedName(orm, memberId);
      if (!sealed) return refuse('conflict', words.nothingSealed);
      const name = seal.open(memberId, sealed);
      const detail = { reason: withoutName(name, reason) };
      record(orm, { kind: 'name_opened', detail, ...entryOf(change, memberId) });
      afterCommit(change.changed);
      return { name };
    }),
  );
}

function orNoKey<T>(work: () => T): T | Refusal {
  try {
    return work();
  } catch (error) {
    if (error instanceof NoKey) return refuse('unavailable', words.noKey);
    throw error;
  }
}
