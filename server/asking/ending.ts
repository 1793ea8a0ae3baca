import { transact } from '../../db/transact.ts';
import type { NewOutcome } from '../../shared/asking/changes.ts';
import { checkOutcome } from '../../shared/asking/checking.ts';
import { askingWords } from '../../shared/messages/en/asking.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts';
import { type Asking, askable } from './asking.ts';
import { noteInJournal } from './journal.ts';
import { stateOf, voicesFor } from './shown.ts';
import { type AskingRow, aboutOf, askingRow, peopleAsked, saveAsking } from './store.ts';
import { tellChanged, tellPeople } from './telling.ts';

const words = askingWords.refused;

interface By {
  readonly askingId: string;
  readonly memberId: string;
}

/**
 * Says what came of it, which closes the asking; those who took part are told, once. Refused while people can still
 * answer, and while anything that was not done has no reason.
 */
export function sayWhatCame(
  context: Asking,
  { askingId, memberId }: By,
  outcome: NewOutcome,
): Refusal | undefined {
  const { db } = context;
  return transact<Refusal | undefined>(db, (orm, afterCommit) => {
    const at = context.now();
    const row = askingRow(orm, askingId) as AskingRow;
    const found = askable(db, aboutOf(row), memberId);
    if (isRefusal(found)) return found;
    const wrongTime = whyNotNow(row, stateOf(row, found, at));
    if (wrongTime) return wrongTime;
    const tookPart = voicesFor(db, row, found, peopleAsked(orm, [row.id]).get(row.id) ?? []).filter(
      ({ answered }) => answered,
    );
    const wrong = checkOutcome(outcome, { rung: row.rung, tookPart: tookPart.length });
    if (wrong) return wrong;
    saveAsking(orm, row, { ...outcome, outcomeAt: at, outcomeBy: memberId, remindAt: null });
    noteInJournal(orm, found, row, { happened: 'answered', memberId, at });
    tellPeople(context, { orm, afterCommit }, row, {
      kind: 'asking_outcome',
      memberIds: tookPart.flatMap(({ memberIds }) => memberIds),
      at,
      byMemberId: memberId,
    });
    tellChanged(context, { orm, afterCommit }, found, row);
    return undefined;
  });
}

function whyNotNow({ rung }: AskingRow, state: ReturnType<typeof stateOf>): Refusal | undefined {
  if (rung === 'inform') return refuse('conflict', words.nothingAsked);
  switch (state) {
    case 'open':
      return refuse('conflict', words.notOver);
    case 'over':
      return undefined;
    case 'closed':
    case 'withdrawn':
      return refuse('conflict', words.already);
  }
}

/** Takes back what people were asked, with a reason that they are told. */
export function withdrawAsking(
  context: Asking,
  { askingId, memberId }: By,
  reason: string,
): Refusal | undefined {
  const { db } = context;
  return transact<Refusal | undefined>(db, (orm, afterCommit) => {
    const at = context.now();
    const row = askingRow(orm, askingId) as AskingRow;
    const found = askable(db, aboutOf(row), memberId);
    if (isRefusal(found)) return found;
    const state = stateOf(row, found, at);
    if (state === 'closed' || state === 'withdrawn') return refuse('conflict', words.already);
    saveAsking(orm, row, { withdrawnAt: at, withdrawnReason: reason, remindAt: null });
    noteInJournal(orm, found, row, { happened: 'withdrawn', memberId, at });
    tellPeople(context, { orm, afterCommit }, row, {
      kind: 'asking_withdrawn',
      memberIds: (peopleAsked(orm, [row.id]).get(row.id) ?? []).map((person) => person.memberId),
      at,
      byMemberId: memberId,
    });
    tellChanged(context, { orm, afterCommit }, found, row);
    return undefined;
  });
}
