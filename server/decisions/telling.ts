import type { Db } from '../../db/open.ts';
import type { Applied } from '../../shared/decisions/entries.ts';
import { noticesOf, type Told } from '../../shared/decisions/notices.ts';
import type { Receipt } from '../../shared/ledger/receipt.ts';
import { queueMail } from '../mail/store.ts';
import { noticeLetter } from './noticeLetter.ts';
import { partnershipName, peopleToTell } from './noticeStore.ts';
import type { DecisionRow } from './store.ts';
import { textsOf } from './textStore.ts';

/**
 * Queues the mails that come of what happened, inside its transaction. Each is of one line of the ledger to one
 * person, so that nothing is ever told twice. Gives whether there is anything to send.
 */
export function tell(
  orm: Db['orm'],
  { id, partnershipId, number, sensitivity }: DecisionRow,
  { decision, entries }: Applied,
  receipts: readonly Receipt[],
  { at, address }: { readonly at: number; readonly address: () => string },
): boolean {
  let queued = false;
  for (const told of noticesOf(decision, entries)) {
    const people = peopleToTell(orm, partnershipId, told, entries[told.entry]?.by ?? '');
    if (people.length === 0) continue;
    const letter = noticeLetter({
      ...{ notice: told.notice, decision, number },
      partnership: partnershipName(orm, partnershipId),
      restricted: sensitivity === 'restricted',
      texts: textsOf(orm, id),
      link: `${address()}/decisions/${id}`,
    });
    for (const { memberId, email } of people)
      queueMail(orm, {
        ...{ eventKey: keyOf(id, told, receipts, memberId), kind: 'decision', to: email, at },
        ...letter,
      });
    queued = true;
  }
  return queued;
}

function keyOf(id: string, { entry }: Told, receipts: readonly Receipt[], memberId: string): string {
  return `decision:${id}:${receipts[entry]?.seq}:${memberId}`;
}
