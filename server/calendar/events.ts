import { decidesUntil } from '../../shared/asking/rungs.ts';
import { decisionEvents } from '../../shared/calendar/decisionEvents.ts';
import { type CalendarEvent, inOrder } from '../../shared/calendar/event.ts';
import { askingEvent, promiseEvent } from '../../shared/calendar/otherEvents.ts';
import { signedOf } from '../../shared/values/inUse.ts';
import { stateOf, voicesFor } from '../asking/shown.ts';
import { aboutOf, askingsIn, peopleAsked } from '../asking/store.ts';
import { findSubject } from '../asking/subject.ts';
import type { Context } from '../context.ts';
import { actorFor, NO_ACTOR } from '../decisions/actors.ts';
import { carryOut } from '../decisions/carryOut.ts';
import { mayRead } from '../decisions/mayRead.ts';
import { datedIn } from '../decisions/store.ts';
import { actorOfMember } from '../ledger/store.ts';
import type { Addressee } from '../notifications/readerStore.ts';
import { keptBehaviours } from '../values/store.ts';

/** More than anyone looks through: what is furthest off is left out. */
const MOST = 500;

/** What the calendar of one person holds: what they may read at this moment, in this partnership. */
export function eventsFor(context: Context, reader: Addressee): CalendarEvent[] {
  const now = context.now();
  carryOut(context, now);
  return inOrder([
    ...ofDecisions(context, reader, now),
    ...ofAskings(context, reader, now),
    ...ofPromises(context, reader),
  ]).slice(0, MOST);
}

function ofDecisions({ db }: Context, reader: Addressee, now: number): CalendarEvent[] {
  const { member, partnershipId, timeZone } = reader;
  const known = actorOfMember(db.orm, partnershipId, member.id) ?? NO_ACTOR;
  return datedIn(db.orm, partnershipId)
    .filter((row) => mayRead(row, member))
    .flatMap((row) => {
      const actor = actorFor(member, known, row);
      const { id, number, question, body, sensitivity } = row;
      const restricted = sensitivity === 'restricted';
      return decisionEvents({ id, number, question, body, restricted }, { actor, now, timeZone });
    });
}

function ofAskings({ db }: Context, { member, partnershipId }: Addressee, now: number): CalendarEvent[] {
  const rows = askingsIn(db.orm, partnershipId).filter((row) => row.closesAt > now);
  const asked = peopleAsked(
    db.orm,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) => {
    const found = findSubject(db, aboutOf(row));
    if (!found?.mayRead(member) || stateOf(row, found, now) !== 'open') return [];
    // That a round closes is an entry of its own.
    if (row.rung === 'decide' && found.decision && decidesUntil(found.decision.body) === row.closesAt)
      return [];
    const voices = voicesFor(db, row, found, asked.get(row.id) ?? []);
    const own = voices.find(({ memberIds }) => memberIds.includes(member.id));
    const { id, rung, closesAt, minutes } = row;
    const { number, title, restricted } = found;
    const about = { kind: found.about.kind, id: found.about.id, number, title, restricted };
    const mine = { asked: own !== undefined, answered: own?.answered ?? false };
    return [askingEvent({ id, rung, closesAt, minutes, about, ...mine })];
  });
}

function ofPromises({ db }: Context, { member, partnershipId, timeZone }: Addressee): CalendarEvent[] {
  return keptBehaviours(db, partnershipId).flatMap(({ id, leaderId, leader, retiredAt, versions }) => {
    const signed = signedOf(versions).at(-1);
    if (retiredAt !== null || !signed) return [];
    const { will, reviewAt } = signed;
    const isMine = leaderId === member.id;
    return [promiseEvent({ id, partnershipId, leader: leader.name, isMine, will, reviewAt }, timeZone)];
  });
}
