import type { Db } from '../../db/open.ts';
import { paperWords as words } from '../../shared/messages/en/paper.ts';
import type { FoundPaper } from '../../shared/paper/api.ts';
import { readReference, referenceOf } from '../../shared/paper/reference.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';
import { mayRead } from '../decisions/mayRead.ts';
import { decisionsIn } from '../decisions/store.ts';
import { documentsFor } from '../documents/store.ts';

const MOST_DECISIONS = 10_000;

/** What a sheet is about, by the reference on it, among what this person may read. */
export async function findPaper(
  db: Db,
  { partnershipId, member }: { readonly partnershipId: string; readonly member: OwnMember },
  typed: string,
): Promise<FoundPaper | Refusal> {
  const read = readReference(typed);
  if (!read.ok) return refuse('invalid', words.find.wrong, { reference: words.find.wrong });
  const { reference } = read;
  for (const row of decisionsIn(db.orm, partnershipId, { most: MOST_DECISIONS })) {
    if (!mayRead(row, member)) continue;
    const newest = row.body.versions.at(-1)?.number ?? null;
    const version = [null, ...row.body.versions.map(({ number }) => number)].find(
      (each) => referenceOf({ id: row.id, version: each }) === reference,
    );
    if (version === undefined) continue;
    const { id, question: title, number } = row;
    return { kind: 'decision', id, title, number, version, isCurrent: version === newest };
  }
  const documents = [
    ...(await documentsFor(db, partnershipId, member, false)),
    ...(await documentsFor(db, partnershipId, member, true)),
  ];
  const found = documents.find(({ id }) => referenceOf({ id, version: null }) === reference);
  if (!found) return refuse('not_found', words.find.unknown);
  const { id, title } = found;
  return { kind: 'document', id, title, number: null, version: null, isCurrent: true };
}
