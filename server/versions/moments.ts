import type { Db } from '../../db/open.ts';
import { versionsWords as words } from '../../shared/messages/en/versions.ts';
import type { Moment, MomentsAnswer } from '../../shared/versions/api.ts';
import {
  type ChangeRow,
  type Grain,
  STEPS,
  STRETCHES,
  stretchesOf,
} from '../../shared/versions/stretches.ts';
import type { Context } from '../context.ts';
import type { DocumentAccess } from '../documents/access.ts';
import { changesBefore, changesFromTo, namesIn, versionsOf } from './store.ts';

/** So many changes are looked at for one answer, and so many moments are in it. */
const MOST_CHANGES = 20_000;
const AT_ONCE = 40;
const MOST_STEPS = 200;

type Parts = Pick<Context, 'db' | 'content'>;
type Where = Pick<DocumentAccess, 'documentId' | 'partnershipId'>;

/** When a document was written in, and by whom: stretches of work, the newest first, each with the names it was given. */
export function momentsOf({ db, content }: Parts, where: Where, before?: number): MomentsAnswer {
  const newest = content.newest(where.documentId);
  const end = Math.min(before ?? Number.MAX_SAFE_INTEGER, newest + 1);
  const rows = changesBefore(db.orm, where.documentId, end, MOST_CHANGES);
  const all = described(db, where, rows, STRETCHES);
  const isStart = (rows[0]?.seq ?? 1) <= 1;
  // The first of them may have begun before what was looked at: it is told whole with those before it.
  const whole = isStart || all.length < 2 ? all : all.slice(1);
  const moments = whole.slice(-AT_ONCE).reverse();
  return { moments, more: (moments.at(-1)?.from ?? 1) > 1, newest };
}

/** The same in small steps, from one change to another. */
export function stepsOf({ db, content }: Parts, where: Where, from: number, to: number): MomentsAnswer {
  const rows = changesFromTo(db.orm, where.documentId, { from, to, limit: MOST_CHANGES });
  const steps = described(db, where, rows, STEPS);
  return {
    moments: steps.slice(-MOST_STEPS).reverse(),
    more: steps.length > MOST_STEPS,
    newest: content.newest(where.documentId),
  };
}

function described(
  { orm }: Db,
  { documentId, partnershipId }: Where,
  rows: readonly ChangeRow[],
  grain: Grain,
): Moment[] {
  const named = versionsOf(orm, documentId);
  const { people, seats } = namesIn(orm, partnershipId);
  const nameOf = (accountId: string | null) =>
    accountId === null ? words.server : (people.get(accountId) ?? words.someone);
  return stretchesOf(rows, grain, new Set(named.map(({ seq }) => seq))).map(
    ({ from, to, startedAt, endedAt, by }) => ({
      ...{ seq: to, from, startedAt, endedAt },
      by: by.map(({ accountId, seatIds }) => ({
        name: nameOf(accountId),
        seats: seatIds.map((id) => seats.get(id) ?? words.aSeat),
      })),
      names: named
        .filter(({ seq }) => seq === to)
        .map(({ name, by: giver, at }) => ({ name, by: giver, at })),
    }),
  );
}
