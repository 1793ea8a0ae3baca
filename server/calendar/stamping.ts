import { createHash } from 'node:crypto';
import type { Db } from '../../db/open.ts';
import { transact } from '../../db/transact.ts';
import type { CalendarEvent } from '../../shared/calendar/event.ts';
import type { FeedRow } from './feedStore.ts';
import * as store from './stampStore.ts';

/** An entry with when it became as it is, and a number that goes up whenever it changes. */
export interface StampedEvent {
  readonly event: CalendarEvent;
  readonly changedAt: number;
  readonly sequence: number;
}

const SECOND = 1000;

/** Finds out which entries are others than when they were last read, and writes that down; nothing, where none is. */
export function stamp(
  db: Db,
  { memberId, madeAt }: FeedRow,
  events: readonly CalendarEvent[],
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): StampedEvent[] {
  const known = store.stampsOf(db.orm, memberId);
  const stamps = events.map((event) => {
    const name = nameOf(event);
    const print = createHash('sha256')
      .update(JSON.stringify([event, timeZone]))
      .digest('hex');
    const before = known.get(name);
    if (before?.print === print) return before;
    // In whole seconds, as calendars tell times; a clock that was put back makes nothing older.
    const changedAt = Math.max(Math.floor(now / SECOND) * SECOND, (before?.changedAt ?? 0) + SECOND);
    return { memberId, name, print, changedAt };
  });
  const fresh = stamps.filter((each) => known.get(each.name) !== each);
  if (fresh.length > 0 || known.size > stamps.length)
    transact(db, (orm) => {
      for (const each of fresh) store.keepStamp(orm, each);
      store.forgetOtherStamps(
        orm,
        memberId,
        stamps.map(({ name }) => name),
      );
    });
  return events.map((event, index) => {
    const { changedAt } = stamps[index] as (typeof stamps)[number];
    // Seconds since the address was made: an entry that went away and came back goes on from there.
    const sequence = Math.max(0, Math.ceil((changedAt - madeAt) / SECOND));
    return { event, changedAt, sequence };
  });
}

/** What an entry is called for as long as it is about the same thing. */
export function nameOf({ kind, id }: Pick<CalendarEvent, 'kind' | 'id'>): string {
  return `${kind}-${id}`;
}
