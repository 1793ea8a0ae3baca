import { forgetOldPages } from '../../db/forget.ts';
import { transact } from '../../db/transact.ts';
import { eraseText } from '../../shared/decisions/erase.ts';
import { entry } from '../../shared/ledger/entry.ts';
import { ledgerWords } from '../../shared/messages/en/ledger.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { decisionRow, saveDecision } from '../decisions/store.ts';
import { notFound } from '../errors.ts';
import { actorOf, append } from '../ledger/append.ts';
import * as store from './eraseStore.ts';
import { shownLine } from './record.ts';

interface By {
  readonly partnershipId: string;
  readonly member: OwnMember;
}

/**
 * Erases a text that somebody wrote about a decision, and every other place where the same person said the same there.
 * Its line stays, bound to what it was; that it was erased, by whom and why is a line of its own. Refused for a line
 * that whoever erases may not see.
 */
export function eraseWords(
  context: Context,
  by: By,
  asked: { readonly seq: number; readonly name: string; readonly reason: string },
): Refusal | undefined {
  const { db } = context;
  const at = context.now();
  const { partnershipId } = by;
  const refusal = transact<Refusal | undefined>(db, (orm, afterCommit) => {
    const line = shownLine(context, by, asked.seq);
    const row = line && decisionRow(orm, line.subject);
    if (!line || !row) return notFound();
    const all = store.wordsAbout(orm, partnershipId, line.subject);
    const text = all.find(({ seq, name }) => seq === asked.seq && name === asked.name)?.text;
    if (text === undefined) return refuse('conflict', ledgerWords.erasing.nothing);
    const same = all.filter((each) => each.text === text && each.actor === line.actor);
    for (const { seq, name } of same) store.eraseWords(orm, partnershipId, [seq], name, at);
    saveDecision(orm, row, eraseText(row.body, text, line.actor), at);
    const lines = same.map(({ seq, name }) => ({ seq, name }));
    note(context, orm, by, line.subject, entryOf('words_erased', at, { lines }), asked.reason);
    afterCommit(() => context.changes.tell(partnershipId, { kind: 'decision', id: line.subject }));
    return undefined;
  });
  if (!isRefusal(refusal)) forgetOldPages(db);
  return refusal;
}

/** Forgets whose a random name in the ledger was, for someone who has left. What they did stays, as somebody's. */
export function forgetPerson(
  context: Context,
  by: By,
  asked: { readonly memberId: string; readonly reason: string },
): Refusal | undefined {
  const { db } = context;
  const at = context.now();
  const refusal = transact<Refusal | undefined>(db, (orm) => {
    const was = store.memberWas(orm, by.partnershipId, asked.memberId);
    if (!was) return notFound();
    if (was.leftAt === null) return refuse('conflict', ledgerWords.erasing.stillHere);
    const actor = store.forgetActor(orm, asked.memberId);
    if (actor === undefined) return refuse('conflict', ledgerWords.erasing.nobody);
    note(context, orm, by, by.partnershipId, entryOf('person_forgotten', at, { actor }), asked.reason);
    return undefined;
  });
  if (!isRefusal(refusal)) forgetOldPages(db);
  return refusal;
}

const entryOf = (kind: string, at: number, payload: Readonly<Record<string, unknown>>) => ({
  kind,
  at,
  payload,
});

function note(
  { newId }: Context,
  orm: Context['db']['orm'],
  { partnershipId, member }: By,
  subject: string,
  { kind, at, payload }: ReturnType<typeof entryOf>,
  reason: string,
): void {
  const actor = actorOf(orm, { partnershipId, memberId: member.id, newId });
  const entries = [entry(kind, at, actor, payload, { reason })];
  append(orm, { partnershipId, subject, entries, recordedAt: at });
}
