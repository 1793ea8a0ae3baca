import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { document, publication } from '../../db/schema/documents.ts';
import { partnership } from '../../db/schema/partnerships.ts';
import { transact } from '../../db/transact.ts';
import type { Block } from '../../shared/documents/blocks.ts';
import { publicViewWords as words } from '../../shared/messages/en/publicView.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';
import { notFound } from '../errors.ts';
import { record } from '../journal/store.ts';
import { rolesOf } from '../partnerships/store.ts';
import type { DocumentScope, Doer } from './store.ts';

type Orm = Db['orm'];

export interface NewPublication {
  readonly id: string;
  readonly blocks: readonly Block[];
  readonly contentHash: string;
}

/** Makes a document's words public as they are given, in place of those that were public before. */
export function publish(
  db: Db,
  scope: DocumentScope,
  { id, blocks, contentHash }: NewPublication,
  by: Doer,
): Refusal | undefined {
  const { documentId, partnershipId } = scope;
  return transact(db, (orm) => {
    const its = and(eq(document.id, documentId), eq(document.partnershipId, partnershipId));
    const found = orm.select().from(document).where(its).get();
    if (!found) return notFound();
    if (!rolesOf(db, by.memberId).includes('facilitator'))
      return refuse('not_allowed', words.onlyFacilitators);
    if (found.sensitivity !== 'open') return refuse('conflict', words.notOpen);
    if (found.archivedAt !== null) return refuse('conflict', words.archived);
    withdrawAll(orm, documentId, by.at);
    orm
      .insert(publication)
      .values({
        ...{ id, partnershipId, documentId, title: found.title, blocks, contentHash },
        publishedAt: by.at,
        publishedBy: by.memberId,
      })
      .run();
    record(orm, {
      kind: 'document_published',
      detail: { title: found.title, contentHash },
      partnershipId,
      subjectId: documentId,
      ...by,
    });
    return undefined;
  });
}

/** Takes a document's public words back. Refused when none are public. */
export function withdraw(
  db: Db,
  { documentId, partnershipId }: DocumentScope,
  by: Doer,
): Refusal | undefined {
  return transact(db, (orm) => {
    if (!rolesOf(db, by.memberId).includes('facilitator'))
      return refuse('not_allowed', words.onlyFacilitators);
    if (withdrawAll(orm, documentId, by.at) === 0) return refuse('conflict', words.nothingPublic);
    record(orm, { kind: 'document_withdrawn', detail: {}, partnershipId, subjectId: documentId, ...by });
    return undefined;
  });
}

/** Ends what is public of a document, inside the caller's transaction; gives how many there were. */
export function withdrawAll(orm: Orm, documentId: string, at: number): number {
  return orm
    .update(publication)
    .set({ withdrawnAt: at })
    .where(and(eq(publication.documentId, documentId), isNull(publication.withdrawnAt)))
    .run().changes;
}

/** What is public of a document now. */
export function publicationOf(orm: Orm, { documentId, partnershipId }: DocumentScope) {
  return orm
    .select({
      id: publication.id,
      publishedAt: publication.publishedAt,
      contentHash: publication.contentHash,
    })
    .from(publication)
    .where(
      and(
        eq(publication.documentId, documentId),
        eq(publication.partnershipId, partnershipId),
        isNull(publication.withdrawnAt),
      ),
    )
    .get();
}

/**
 * What stands at a public address: the words, or the id of those that took their place. Undefined for what
 * was never public, and for what was taken back. This asks for nobody's right: it is for everyone.
 */
export function publicAt(orm: Orm, publicationId: string) {
  const row = orm
    .select({
      publication,
      partnership: partnership.name,
      timeZone: partnership.timeZone,
      template: document.template,
    })
    .from(publication)
    .innerJoin(partnership, eq(partnership.id, publication.partnershipId))
    .innerJoin(document, eq(document.id, publication.documentId))
    .where(eq(publication.id, publicationId))
    .get();
  if (!row) return undefined;
  if (row.publication.withdrawnAt === null)
    return {
      kind: 'words' as const,
      ...row.publication,
      partnership: row.partnership,
      timeZone: row.timeZone,
      template: row.template,
    };
  const newer = publicationOf(orm, row.publication);
  return newer && { kind: 'moved' as const, to: newer.id };
}

/** Everything that a partnership has made public, the newest first; undefined when it has nothing. */
export function publicOf(orm: Orm, partnershipId: string) {
  const rows = orm
    .select({
      id: publication.id,
      title: publication.title,
      publishedAt: publication.publishedAt,
      partnership: partnership.name,
      timeZone: partnership.timeZone,
      place: partnership.place,
    })
    .from(publication)
    .innerJoin(partnership, eq(partnership.id, publication.partnershipId))
    .where(and(eq(publication.partnershipId, partnershipId), isNull(publication.withdrawnAt)))
    .orderBy(desc(publication.publishedAt), publication.id)
    .all();
  const [first] = rows;
  return (
    first && {
      partnership: first.partnership,
      timeZone: first.timeZone,
      place: first.place,
      documents: rows,
    }
  );
}
