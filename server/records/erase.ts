import { forgetOldPages } from '../../db/forget.ts';
import { transact } from '../../db/transact.ts';
import { eraseText } from '../../shared/decisions/erase.ts';
import { ledgerWords } from '../../shared/messages/en/ledger.ts';
import type { StillNamed } from '../../shared/records/eraseApi.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { decisionRow, saveDecision } from '../decisions/store.ts';
import { notFound } from '../errors.ts';
import * as store from './eraseStore.ts';
import { type By, note } from './note.ts';
import { shownLine } from './record.ts';
import { stillNamed } from './redact.ts';

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
    if (!line) return notFound();
    const all = store.wordsAbout(orm, partnershipId, line.subject);
    const text = all.find(({ seq, name }) => seq === asked.seq && name === asked.name)?.text;
    if (text === undefined) return refuse('conflict', ledgerWords.erasing.nothing);
    const same = all.filter((each) => each.text === text && each.actor === line.actor);
    for (const { seq, name } of same) store.eraseWords(orm, partnershipId, [seq], name, at);
    // Words of a value or a behaviour are also where it is kept, and are changed there.
    if (row) saveDecision(orm, row, eraseText(row.body, text, line.actor), at);
    const lines = same.map(({ seq, name }) => ({ seq, name }));
    note(context, orm, by, {
      ...{ subject: line.subject, kind: 'words_erased', at },
      ...{ payload: { lines }, reason: asked.reason },
    });
    afterCommit(() => context.changes.tell(partnershipId, { kind: 'decision', id: line.subject }));
    return undefined;
  });
  if (!isRefusal(refusal)) forgetOldPages(db);
  return refusal;
}

/**
 * Forgets whose a random name in the ledger was, for someone who has left. What they did stays, as
 * somebody's. Gives the decisions whose words still name them: these are the partnership's, and nothing is taken out of
 * them unasked.
 */
export function forgetPerson(
  context: Context,
  by: By,
  asked: { readonly memberId: string; readonly reason: string },
): StillNamed[] | Refusal {
  const { db } = context;
  const at = context.now();
  const name = transact<string | Refusal>(db, (orm) => {
    const was = store.memberWas(orm, by.partnershipId, asked.memberId);
    if (!was) return notFound();
    if (was.leftAt === null) return refuse('conflict', ledgerWords.erasing.stillHere);
    const actor = store.forgetActor(orm, asked.memberId);
    if (actor === undefined) return refuse('conflict', ledgerWords.erasing.nobody);
    note(context, orm, by, {
      ...{ subject: by.partnershipId, kind: 'person_forgotten', at },
      ...{ payload: { actor }, reason: asked.reason },
    });
    return was.name;
  });
  if (isRefusal(name)) return name;
  forgetOldPages(db);
  return stillNamed(context, by, name);
}
