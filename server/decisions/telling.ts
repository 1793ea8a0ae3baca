import type { Db } from '../../db/open.ts';
import type { Applied } from '../../shared/decisions/entries.ts';
import { type Notice, noticesOf } from '../../shared/decisions/notices.ts';
import type { Receipt } from '../../shared/ledger/receipt.ts';
import type { NoticeDetail } from '../../shared/notifications/notice.ts';
import { notify } from '../notifications/notify.ts';
import { memberOfActor, membersToTell } from './noticeStore.ts';
import type { DecisionRow } from './store.ts';

/**
 * Writes down whom to tell of what happened, inside its transaction. Each is of one line of the ledger to one person,
 * so that nothing is ever told twice. Gives whether there is anyone to tell.
 */
export function tell(
  orm: Db['orm'],
  { id, partnershipId }: DecisionRow,
  { decision, entries }: Applied,
  receipts: readonly Receipt[],
  at: number,
): boolean {
  const told = noticesOf(decision, entries).map(({ notice, entry, ...whom }) =>
    notify(orm, {
      ...{ eventKey: `decision:${id}:${receipts[entry]?.seq}`, partnershipId, kind: kindOf(notice), at },
      memberIds: membersToTell(orm, partnershipId, whom),
      about: { kind: 'decision', id },
      // All of it asks for an answer, or was done in their name.
      needsMe: true,
      byMemberId: memberOfActor(orm, entries[entry]?.by ?? ''),
      detail: detailOf(notice, whom.seats),
    }),
  );
  return told.includes(true);
}

function kindOf({ kind }: Notice) {
  return `decision_${kind}` as const;
}

/** What was said about a change is not in it: that is read where it is kept. */
function detailOf(notice: Notice, seats: readonly string[]): NoticeDetail {
  switch (notice.kind) {
    case 'answer_wanted':
      return { closesAt: notice.closesAt, step: notice.step };
    case 'amended':
      return { version: notice.version, from: notice.from };
    case 'entered_for_you':
      return { closesAt: notice.closesAt, seat: seats[0] ?? null };
    case 'review_due':
      return {};
  }
}
