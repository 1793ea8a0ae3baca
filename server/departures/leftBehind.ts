import type { LeftBehind } from '../../shared/departures/api.ts';
import { namedIn, type Sought } from '../../shared/departures/namedIn.ts';
import type { DocumentLine } from '../../shared/documents/api.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import type { Context } from '../context.ts';
import { openWithout } from '../decisions/openWithout.ts';
import { documentsFor } from '../documents/store.ts';
import { blocksOf } from '../documents/words.ts';
import { currentMembers } from '../partnerships/store.ts';
import { openInvitationsOf } from './store.ts';

/** Whose going it is, and who asks. */
export interface Going {
  readonly partnershipId: string;
  readonly going: OwnMember;
  readonly asking: OwnMember;
}

/**
 * What someone would leave behind, kind by kind. Of documents, only what the one who asks may read is told; and
 * none that are restricted for procurement are looked through, because reading them is noted.
 */
export async function leftBehind(context: Context, { partnershipId, going, asking }: Going) {
  const { db, now } = context;
  const members = currentMembers(db, partnershipId);
  const others = members.filter(({ id }) => id !== going.id);
  const emptied = going.seats.filter(
    ({ id }) => !others.some(({ seats }) => seats.some((seat) => seat.id === id)),
  );
  const readable = await documentsOf(context, partnershipId, asking);
  const invitations = openInvitationsOf(db, partnershipId, going.id, now());
  const found: LeftBehind[] = [
    ...emptied.map(({ id, name }) => ({ kind: 'seat' as const, seatId: id, name })),
    ...going.roles
      .filter((role) => !others.some(({ roles }) => roles.includes(role)))
      .map((role) => ({ kind: 'role' as const, role })),
    ...(await onlyTheirs(context, { partnershipId, going, readable, others })),
    ...(await linesNaming(context, readable, { memberId: going.id, seats: emptied })),
    ...openWithout(db, partnershipId, { going, asking, emptied }),
    ...(invitations === 0 ? [] : [{ kind: 'invitations' as const, count: invitations }]),
  ];
  return found;
}

async function documentsOf({ db }: Context, partnershipId: string, member: OwnMember) {
  const [open, archived] = await Promise.all([
    documentsFor(db, partnershipId, member, false),
    documentsFor(db, partnershipId, member, true),
  ]);
  return [...open, ...archived];
}

interface Theirs {
  readonly partnershipId: string;
  readonly going: OwnMember;
  readonly others: readonly OwnMember[];
  readonly readable: readonly DocumentLine[];
}

async function onlyTheirs(
  context: Context,
  { partnershipId, going, others, readable }: Theirs,
): Promise<LeftBehind[]> {
  const theirs = (await documentsOf(context, partnershipId, going)).filter(({ mayManage }) => mayManage);
  if (theirs.length === 0) return [];
  const kept = new Set<string>();
  for (const other of others)
    for (const { id, mayManage } of await documentsOf(context, partnershipId, other))
      if (mayManage) kept.add(id);
  const orphans = theirs.filter(({ id }) => !kept.has(id));
  const seen = orphans.filter(({ id }) => readable.some((line) => line.id === id));
  const hidden = orphans.length - seen.length;
  return [
    ...seen.map(({ id, title }) => ({ kind: 'document' as const, documentId: id, title })),
    ...(hidden === 0 ? [] : [{ kind: 'hidden_documents' as const, count: hidden }]),
  ];
}

async function linesNaming(
  { content }: Context,
  readable: readonly DocumentLine[],
  sought: Sought,
): Promise<LeftBehind[]> {
  const found: LeftBehind[] = [];
  for (const { id, title, archivedAt, sensitivity } of readable) {
    if (archivedAt !== null || sensitivity === 'procurement') continue;
    const places = namedIn(await blocksOf(content, id), sought).map((place) => ({
      ...place,
      under: [...place.under],
    }));
    if (places.length > 0) found.push({ kind: 'lines', documentId: id, title, places });
  }
  return found;
}
