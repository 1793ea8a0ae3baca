import type { Db } from '../../db/open.ts';
import type { NoticeLine } from '../../shared/notifications/notice.ts';
import { isSignedInAnywhere } from '../people/reachStore.ts';
import { makeLink } from '../takePart/links.ts';
import type { AskedPerson, AskingRow } from './store.ts';
import type { Found } from './subject.ts';

type InMail = NonNullable<NoticeLine['hrefInMail']>;

/**
 * Where a mail about an asking leads: for whoever is signed in nowhere, by a personal link of their own, which is good
 * for this one thing until the asking is over; for others to the page.
 */
export function wayIn(
  db: Db,
  { row, found, person }: { readonly row: AskingRow; readonly found: Found; readonly person: AskedPerson },
  { accountId, noticeId }: { readonly accountId: string; readonly noticeId: number },
): InMail {
  return ({ address, now }) => {
    const { about } = found;
    const page = `${address}/${about.kind}s/${about.id}`;
    if (row.closesAt <= now || isSignedInAnywhere(db.orm, accountId, now)) return page;
    const made = makeLink(
      db.orm,
      // A notice is in one mail, so that its link can be called by it.
      { now: () => now, newId: () => `notice-${noticeId}`, address: () => address },
      {
        ...{ partnershipId: row.partnershipId, ...person, about: { kind: about.kind, id: about.id } },
        allows: { comment: row.rung !== 'inform', answer: person.seatId !== null && row.rung !== 'inform' },
        ...{ expiresAt: row.closesAt, madeBy: row.askedBy },
      },
    );
    return made.address;
  };
}
