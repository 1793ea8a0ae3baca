import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { document, documentRight } from '../../db/schema/documents.ts';
import { syncUpdate } from '../../db/schema/sync.ts';
import { transact } from '../../db/transact.ts';
import { type Preset, presetLines, type RightLine, rightOf } from '../../shared/access.ts';
import type { DocumentLine } from '../../shared/documents/api.ts';
import { mayManage } from '../../shared/documents/managing.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import type { Refusal } from '../../shared/refusal.ts';
import { record } from '../journal/store.ts';
import { seatsIn } from '../partnerships/store.ts';

export interface NewDocument {
  readonly id: string;
  readonly partnershipId: string;
  readonly template: string;
  readonly title: string;
  readonly preset: Preset;
  readonly createdBy: string | null;
  readonly createdAt: number;
}

/**
 * Adds a document with the rights of its preset: a line for each seat of the partnership and each role.
 * `start` writes its first words in the same transaction, so that there is never a document half made.
 */
export async function addDocument(
  db: Db,
  { preset, ...row }: NewDocument,
  start: () => void = () => {},
): Promise<void> {
  transact(db, (orm) => {
    orm.insert(document).values(row).run();
    for (const line of presetLines(preset, seatsIn(db, row.partnershipId))) addLine(orm, row.id, line);
    record(orm, {
      kind: 'document_created',
      detail: { title: row.title, template: row.template, preset },
      partnershipId: row.partnershipId,
      subjectId: row.id,
      memberId: row.createdBy,
      at: row.createdAt,
    });
    start();
  });
}

/** The partnership's documents that the member may at least read, the newest change first. */
export async function documentsFor(
  db: Db,
  partnershipId: string,
  member: OwnMember,
  archived: boolean,
): Promise<DocumentLine[]> {
  const rows = db.orm
    .select()
    .from(document)
    .where(
      and(
        eq(document.partnershipId, partnershipId),
        archived ? isNotNull(document.archivedAt) : isNull(document.archivedAt),
      ),
    )
    .all();
  const lines = linesIn(db, partnershipId);
  const holder = { seatIds: member.seats.map(({ id }) => id), roles: member.roles };
  return rows
    .flatMap((row) => {
      const { id, title, template, createdAt, archivedAt, createdBy, sensitivity } = row;
      const right = rightOf(holder, { sensitivity, lines: lines.get(id) ?? [] });
      if (right === 'none') return [];
      const facts = { id, title, template, createdAt, changedAt: changedAt(db, row), archivedAt };
      const line = { ...facts, sensitivity, right };
      const me = { memberId: member.id, roles: member.roles, right };
      return [{ ...line, mayManage: mayManage(me, createdBy) }];
    })
    .sort((a, b) => b.changedAt - a.changedAt);
}

function linesIn(db: Db, partnershipId: string): Map<string, RightLine[]> {
  const found = db.orm
    .select({
      documentId: documentRight.documentId,
      holderKind: documentRight.holderKind,
      holder: documentRight.holder,
      right: documentRight.right,
    })
    .from(documentRight)
    .innerJoin(document, eq(document.id, documentRight.documentId))
    .where(eq(document.partnershipId, partnershipId))
    .all();
  const byDocument = new Map<string, RightLine[]>();
  for (const { documentId, ...line } of found)
    byDocument.set(documentId, [...(byDocument.get(documentId) ?? []), line]);
  return byDocument;
}

/** When the words last changed; before anyone has written, when the document was started. */
function changedAt(db: Db, row: { readonly id: string; readonly createdAt: number }): number {
  const newest = db.orm
    .select({ at: syncUpdate.at })
    .from(syncUpdate)
    .where(eq(syncUpdate.documentId, row.id))
    .orderBy(desc(syncUpdate.seq))
    .limit(1)
    .get();
  return newest?.at ?? row.createdAt;
}

/** A document of this partnership, with what is shown of it anywhere; undefined when it has none of that id. */
export async function documentById(db: Db, scope: DocumentScope) {
  const row = documentRow(db.orm, scope);
  return row && { ...row, changedAt: changedAt(db, row) };
}

/** What is stored of a document itself, for use inside a transaction. */
export function documentRow(orm: Db['orm'], scope: DocumentScope) {
  return orm.select().from(document).where(inScope(scope)).get();
}

/** Gives a document another title; does nothing, and journals nothing, if it has that title already. */
export async function renameDocument(db: Db, scope: DocumentScope, to: string, by: Doer): Promise<void> {
  transact(db, (orm) => {
    const from = orm.select({ title: document.title }).from(document).where(inScope(scope)).get()?.title;
    if (from === undefined || from === to) return;
    orm.update(document).set({ title: to }).where(inScope(scope)).run();
    record(orm, { kind: 'document_renamed', detail: { from, to }, ...entryOf(scope, by) });
  });
}

/** Puts a document into the archive, or brings it back. Does nothing, and journals nothing, if it is there already. */
export async function archiveDocument(
  db: Db,
  scope: DocumentScope,
  archived: boolean,
  by: Doer,
  changed: () => void,
): Promise<void> {
  transact(db, (orm, afterCommit) => {
    const { changes } = orm
      .update(document)
      .set({ archivedAt: archived ? by.at : null })
      .where(and(inScope(scope), archived ? isNull(document.archivedAt) : isNotNull(document.archivedAt)))
      .run();
    if (changes === 0) return;
    const kind = archived ? 'document_archived' : 'document_restored';
    record(orm, { kind, detail: {}, ...entryOf(scope, by) });
    afterCommit(changed);
  });
}

/** The lines of a document's rights, as they are stored. */
export async function rightLines(db: Db, scope: DocumentScope): Promise<RightLine[]> {
  return storedLines(db.orm, scope);
}

/** Replaces all of a document's rights by what `choose` says at that moment, unless it refuses. */
export async function replaceRights(
  db: Db,
  scope: DocumentScope,
  choose: () => readonly RightLine[] | Refusal,
  by: Doer,
  changed: () => void,
): Promise<Refusal | undefined> {
  return transact(db, (orm, afterCommit) => {
    const lines = choose();
    if ('refused' in lines) return lines;
    const from = storedLines(orm, scope);
    orm.delete(documentRight).where(eq(documentRight.documentId, scope.documentId)).run();
    for (const line of lines) addLine(orm, scope.documentId, line);
    record(orm, { kind: 'document_rights_changed', detail: { from, to: lines }, ...entryOf(scope, by) });
    afterCommit(changed);
    return undefined;
  });
}

/** The lines of a document's rights, for use inside a transaction. */
export function storedLines(orm: Db['orm'], scope: DocumentScope): RightLine[] {
  return orm
    .select({
      holderKind: documentRight.holderKind,
      holder: documentRight.holder,
      right: documentRight.right,
    })
    .from(documentRight)
    .innerJoin(document, eq(document.id, documentRight.documentId))
    .where(inScope(scope))
    .all();
}

function addLine(orm: Db['orm'], documentId: string, { holderKind, holder, right }: RightLine): void {
  orm.insert(documentRight).values({ documentId, holderKind, holder, right }).run();
}

/** Who does something, and when. */
export interface Doer {
  readonly memberId: string;
  readonly at: number;
}

function entryOf({ documentId, partnershipId }: DocumentScope, { memberId, at }: Doer) {
  return { partnershipId, subjectId: documentId, memberId, at };
}

/** A document together with the partnership that it must belong to: no read or write goes by the id alone. */
export interface DocumentScope {
  readonly documentId: string;
  readonly partnershipId: string;
}

function inScope({ documentId, partnershipId }: DocumentScope) {
  return and(eq(document.id, documentId), eq(document.partnershipId, partnershipId));
}
