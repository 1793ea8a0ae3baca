import type { Db } from '../../db/open.ts';
import { memberHere } from '../decisions/memberStore.ts';
import type { LeadIn, ToLead, WaysInto } from '../notifications/lines.ts';
import { isSignedInAnywhere } from '../people/reachStore.ts';
import { mayReadBy, narrowTo } from './access.ts';
import { linkForMail } from './links.ts';

/**
 * Leads whoever is signed in nowhere from a mail straight to what it is about, by a personal link of their own: one for
 * each thing and seat, however much the mail tells of it. It allows what the mail asks for and lasts as long as that
 * does; what its person may do by it is asked again whenever it is used. Whoever is signed in, and whoever may not read
 * it by that seat, is led to the page.
 */
export const leadIn: LeadIn = (db, into, lines) => {
  const { reader, now } = into;
  if (isSignedInAnywhere(db.orm, reader.accountId, now)) return [];
  const groups = new Map<string, ToLead[]>();
  for (const each of lines) {
    const key = keyOf(each);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const addresses = new Map([...groups].map(([key, group]) => [key, addressFor(db, into, group)]));
  return lines.map((each) => {
    const address = addresses.get(keyOf(each) ?? '');
    // What was said stands in its own part of the page.
    return address !== undefined && each.notice.about.kind === 'thread' ? `${address}#said` : address;
  });
};

function keyOf({ line: { wayIn } }: ToLead): string | undefined {
  return wayIn && `${wayIn.about.kind} ${wayIn.about.id} ${wayIn.seatId}`;
}

function addressFor(
  db: Db,
  { reader, address, now }: WaysInto,
  group: readonly ToLead[],
): string | undefined {
  const ways = group.flatMap(({ line: { wayIn } }) => (wayIn ? [wayIn] : []));
  const [first] = ways;
  const { partnershipId } = reader;
  const member = memberHere(db, partnershipId, reader.member.id);
  const narrow = member && first && narrowTo(member, first.seatId);
  if (!first || !narrow || !mayReadBy(db, partnershipId, first.about, narrow)) return undefined;
  const expiresAt = Math.max(...ways.map(({ until }) => until));
  if (expiresAt <= now) return undefined;
  return linkForMail(
    db.orm,
    { now: () => now, address: () => address },
    {
      ...{ partnershipId, memberId: narrow.id, seatId: first.seatId, about: first.about, expiresAt },
      allows: { comment: ways.some(({ comment }) => comment), answer: ways.some(({ answer }) => answer) },
      madeBy: group.find(({ notice }) => notice.byMemberId !== null)?.notice.byMemberId ?? narrow.id,
    },
    group.flatMap(({ ids }) => ids),
  );
}
