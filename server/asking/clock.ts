import { transact } from '../../db/transact.ts';
import type { Context } from '../context.ts';
import { remindsOf } from '../decisions/reminding.ts';
import type { Asking } from './asking.ts';
import { stateOf, voicesFor } from './shown.ts';
import { type AskingRow, aboutOf, askingRow, peopleAsked, reminded, toRemind } from './store.ts';
import { type Found, findSubject } from './subject.ts';
import { tellPeople } from './telling.ts';

const LOOK_EVERY_MS = 60_000;

/** Reminds people of what they have not answered while there is still time, for as long as the server runs. */
export function keepAskings(
  context: Asking & Pick<Context, 'log'>,
  after: (milliseconds: number, work: () => void) => () => void,
): () => void {
  let cancel: () => void;
  const look = () => {
    remindOfAskings(context);
    cancel = after(LOOK_EVERY_MS, look);
  };
  look();
  return () => cancel();
}

/** Reminds, once, those who are asked and whose seat has not answered. */
export function remindOfAskings(context: Asking & Pick<Context, 'log'>): void {
  for (const { id } of toRemind(context.db.orm, context.now()))
    try {
      remind(context, id);
    } catch (error) {
      context.log.error({ err: error, askingId: id }, 'people could not be reminded of what they are asked');
    }
}

function remind(context: Asking, id: string): void {
  const { db } = context;
  transact(db, (orm, afterCommit) => {
    const at = context.now();
    const row = askingRow(orm, id) as AskingRow;
    const found = findSubject(db, aboutOf(row));
    reminded(orm, id);
    // Whoever could only answer too late is not told to.
    if (!found || stateOf(row, found, at) !== 'open') return;
    const reminds = byTheRound(row, found, at);
    const silent = voicesFor(db, row, found, peopleAsked(orm, [id]).get(id) ?? []).filter(
      ({ answered, seatId }) => !answered && (seatId === null || !reminds.includes(seatId)),
    );
    tellPeople(context, { orm, afterCommit }, row, {
      kind: 'asking_closing',
      memberIds: silent.flatMap(({ memberIds }) => memberIds),
      at,
      byMemberId: null,
    });
  });
}

/** Closings that are no further apart are one for those who are reminded of it. */
const SAME_CLOSING_MS = 12 * 3_600_000;

/**
 * The seats that the decision's own round reminds of the same closing: their answer there answers this too, so that one
 * reminder is enough.
 */
function byTheRound({ closesAt }: AskingRow, { decision }: Found, now: number): readonly string[] {
  const closing = decision ? remindsOf(decision, now) : undefined;
  return closing && Math.abs(closing.closesAt - closesAt) <= SAME_CLOSING_MS ? closing.seats : [];
}
