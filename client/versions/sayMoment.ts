import { versionsWords as words } from '../../shared/messages/en/versions.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Moment } from '../../shared/versions/api.ts';
import { sayDay, sayTime } from '../words.ts';

const LIST = new Intl.ListFormat('en-GB');

/** The day and the time of day of a version: Today, 14:05. */
export function sayAt(at: number): string {
  return fill(words.at, { day: sayDay(at, Date.now()), time: sayTime(at) });
}

/** From when to when a stretch of work went, on its day. */
export function saySpan({ startedAt, endedAt }: Pick<Moment, 'startedAt' | 'endedAt'>): string {
  const [from, to] = [sayTime(startedAt), sayTime(endedAt)];
  return from === to ? to : fill(words.fromTo, { from, to });
}

/** Who wrote, each with the seats that they wrote for. */
export function sayWriters(by: Moment['by']): string {
  return LIST.format(
    by.map(({ name, seats }) =>
      seats.length === 0 ? name : fill(words.forSeats, { name, seats: LIST.format(seats) }),
    ),
  );
}
