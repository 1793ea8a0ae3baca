import { createHash } from 'node:crypto';
import { transact } from '../../db/transact.ts';
import type { CalendarAnswer, MadeCalendar } from '../../shared/calendar/api.ts';
import type { CalendarEvent } from '../../shared/calendar/event.ts';
import type { Context } from '../context.ts';
import { record } from '../journal/store.ts';
import { type Addressee, addresseeOf } from '../notifications/readerStore.ts';
import { hashOf, newToken } from '../notifications/tokens.ts';
import { eventsFor } from './events.ts';
import { type FeedRow, feedOf, feedWith, forgetFeed, keepFeed } from './feedStore.ts';
import { nameOf, stamp } from './stamping.ts';
import { writeCalendar } from './write.ts';

/** The feed that a secret opens at this moment; undefined where it opens none, whyever. */
export function feedBy({ db }: Context, token: string): FeedRow | undefined {
  return feedWith(db.orm, hashOf(token));
}

/** A calendar as it is sent, and what tells whether it is still the same. */
export interface WrittenCalendar {
  readonly text: string;
  readonly etag: string;
}

/** Writes somebody's calendar by the rights that they have at this moment. */
export function writtenFor(context: Context, feed: FeedRow): WrittenCalendar {
  const { db, now, address } = context;
  const reader = readerOf(context, feed.memberId);
  const { partnership, timeZone } = reader;
  const events = stamp(db, feed, eventsFor(context, reader), { now: now(), timeZone });
  const text = writeCalendar({ partnership, timeZone, events, address: address() });
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url')}"` };
}

function readerOf({ db }: Context, memberId: string): Addressee {
  const reader = addresseeOf(db, memberId);
  if (!reader) throw new Error('who is permitted here is a member');
  return reader;
}

/** As many as a page has room for. */
const SHOWN = 6;

/** Whether somebody has an address, and what their calendar holds. */
export function calendarOf(context: Context, memberId: string): CalendarAnswer {
  const events = eventsFor(context, readerOf(context, memberId));
  return {
    madeAt: feedOf(context.db.orm, memberId)?.madeAt ?? null,
    holds: events.slice(0, SHOWN).map(held),
    count: events.length,
  };
}

function held(event: CalendarEvent): CalendarAnswer['holds'][number] {
  const { when, summary, href } = event;
  const [at, day] = when.kind === 'day' ? [null, when.day] : [when.at, null];
  return { key: nameOf(event), summary, at, day, href };
}

interface Own {
  readonly partnershipId: string;
  readonly memberId: string;
}

/** Makes somebody's address, or makes it anew: the old one stops at once. It is given this once. */
export function makeCalendar(context: Context, { partnershipId, memberId }: Own): MadeCalendar {
  const { db, now, address } = context;
  const token = newToken();
  const at = now();
  transact(db, (orm) => {
    keepFeed(orm, { memberId, tokenHash: hashOf(token), madeAt: at });
    record(orm, { kind: 'calendar_made', detail: {}, partnershipId, subjectId: memberId, memberId, at });
  });
  return { address: `${address()}/calendar/${token}.ics`, calendar: calendarOf(context, memberId) };
}

/** Takes somebody's address back: it works no longer from this moment. */
export function takeCalendarBack(context: Context, { partnershipId, memberId }: Own): CalendarAnswer {
  const { db, now } = context;
  transact(db, (orm) => {
    if (!forgetFeed(orm, memberId)) return;
    const at = now();
    record(orm, {
      ...{ kind: 'calendar_taken_back', detail: {} },
      ...{ partnershipId, subjectId: memberId, memberId, at },
    });
  });
  return calendarOf(context, memberId);
}
