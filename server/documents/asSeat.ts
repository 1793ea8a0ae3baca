import type { Db } from '../../db/open.ts';
import { rightOf } from '../../shared/access.ts';
import type { AsSeatAnswer } from '../../shared/documents/asSeatApi.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { currentMembers, seatsIn } from '../partnerships/store.ts';
import { type DocumentScope, documentById, documentsFor, rightLines, storedLines } from './store.ts';

/** A seat that is at this partnership's table now. */
export function seatAt(db: Db, partnershipId: string, seatId: string) {
  return seatsIn(db, partnershipId).find(({ id }) => id === seatId);
}

/**
 * The partnership as a seat sees it: what whoever is in it may do with each document by the seat alone.
 * Only documents that the one who asks may read are named: looking as another never shows more.
 */
export async function asSeat(
  db: Db,
  partnershipId: string,
  seatId: string,
  asker: OwnMember,
): Promise<AsSeatAnswer | undefined> {
  const seat = seatAt(db, partnershipId, seatId);
  if (!seat) return undefined;
  const readable = await documentsFor(db, partnershipId, asker, false);
  const { id, name, side } = seat;
  return {
    seat: { id, name, side },
    people: currentMembers(db, partnershipId)
      .filter(({ seats }) => seats.some((held) => held.id === seatId))
      .map((person) => ({ memberId: person.id, name: person.name, roles: person.roles })),
    documents: readable.map((document) => ({
      id: document.id,
      title: document.title,
      sensitivity: document.sensitivity,
      right: rightOf(
        { seatIds: [seatId], roles: [] },
        {
          sensitivity: document.sensitivity,
          lines: storedLines(db.orm, { documentId: document.id, partnershipId }),
        },
      ),
    })),
  };
}

/** What a seat alone may do with a document. */
export async function rightOfSeat(db: Db, scope: DocumentScope, seatId: string) {
  const document = await documentById(db, scope);
  if (!document) return 'none';
  const { sensitivity } = document;
  return rightOf({ seatIds: [seatId], roles: [] }, { sensitivity, lines: await rightLines(db, scope) });
}
