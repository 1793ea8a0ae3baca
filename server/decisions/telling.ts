import type { Db } from '../../db/open.ts';
import type { Decision } from '../../shared/decisions/decision.ts';
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
  const told = noticesOf(decision, entries).map(({ notice, entry, by, ...whom }) =>
    notify(orm, {
      ...{ eventKey: `decision:${id}:${receipts[entry]?.seq}`, partnershipId, kind: kindOf(notice), at },
      memberIds: [
        ...membersToTell(orm, partnershipId, whom),
        ...(notice.kind === 'ended' ? cameByLink(orm, decision) : []),
      ],
      about: { kind: 'decision', id },
      // All else asks for an answer, or was done in their name.
      needsMe: notice.kind !== 'ended',
      byMemberId: memberOfActor(orm, by),
      detail: detailOf(notice, whom.seats, receipts[entry]?.seq ?? 0),
    }),
  );
  return told.includes(true);
}

/** Who answered by a personal link, also if they are in no seat of it any more. */
function cameByLink(orm: Db['orm'], { rounds }: Decision): string[] {
  const given = rounds.flatMap(({ positions }) => positions).filter(({ channel }) => channel === 'link');
  return [...new Set(given.map(({ by }) => by))].flatMap((by) => memberOfActor(orm, by) ?? []);
}

function kindOf({ kind }: Notice) {
  return `decision_${kind}` as const;
}

/** What was said about a change is not in it: that is read where it is kept. */
function detailOf(notice: Notice, seats: readonly string[], seq: number): NoticeDetail {
  switch (notice.kind) {
    case 'answer_wanted':
      return { closesAt: notice.closesAt, step: notice.step };
    case 'amended':
      return { version: notice.version, from: notice.from };
    case 'entered_for_you':
      return { closesAt: notice.closesAt, seat: seats[0] ?? null };
    case 'more_time':
      return { closesAt: notice.closesAt };
    case 'ended':
      // Where the reason stands.
      return { seq };
    case 'review_due':
      return {};
  }
}
