import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { document, documentRight } from '../../db/schema/documents.ts';
import { partnership } from '../../db/schema/partnerships.ts';
import { transact } from '../../db/transact.ts';
import { isRestricted, presetSeatRight, rightOf } from '../../shared/access.ts';
import { mayManage } from '../../shared/documents/managing.ts';
import { runningWords } from '../../shared/messages/en/running.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';
import { record } from '../journal/store.ts';
import { heldSeats, rolesOf, seatsIn } from '../partnerships/store.ts';
import { type Doer, storedLines } from './store.ts';

/**
 * Lets a seat that came later into the documents so far, with the right that it would have had in a new one.
 * Only documents that the doer manages, that are in use and not restricted, and in which nothing was said of
 * the seat yet. Gives how many that were.
 */
export function openToSeat(
  db: Db,
  { partnershipId, seatId }: { readonly partnershipId: string; readonly seatId: string },
  by: Doer,
  changed: () => void,
): { readonly opened: number } | Refusal {
  return transact(db, (orm, afterCommit) => {
    const seat = seatsIn(db, partnershipId).find(({ id }) => id === seatId);
    const usual = orm.select().from(partnership).where(eq(partnership.id, partnershipId)).get()?.preset;
    if (!seat || !usual) return refuse('not_found', runningWords.seatGone);
    const roles = rolesOf(db, by.memberId);
    const holder = { seatIds: heldSeats(db, by.memberId).map(({ id }) => id), roles };
    const line = { holderKind: 'seat' as const, holder: seatId, right: presetSeatRight(usual, seat.side) };
    const inUse = and(eq(document.partnershipId, partnershipId), isNull(document.archivedAt));
    let opened = 0;
    for (const { id, sensitivity, createdBy } of orm.select().from(document).where(inUse).all()) {
      const from = storedLines(orm, { documentId: id, partnershipId });
      const right = rightOf(holder, { sensitivity, lines: from });
      if (isRestricted(sensitivity) || !mayManage({ memberId: by.memberId, roles, right }, createdBy))
        continue;
      if (from.some(({ holderKind, holder: named }) => holderKind === 'seat' && named === seatId)) continue;
      orm
        .insert(documentRight)
        .values({ documentId: id, ...line })
        .run();
      const detail = { from, to: [...from, line] };
      record(orm, { kind: 'document_rights_changed', detail, partnershipId, subjectId: id, ...by });
      opened++;
    }
    if (opened > 0) afterCommit(changed);
    return { opened };
  });
}
