import ical, { ICalEventClass, ICalEventTransparency } from 'ical-generator';
import { calendarFeedWords as words } from '../../shared/messages/en/calendarFeed.ts';
import { fill } from '../../shared/messages/fill.ts';
import { sayIn, sayZone } from '../../shared/partnerships/timeZone.ts';
import { tidyLine, tidyLines } from '../../shared/plainText.ts';
import { nameOf, type StampedEvent } from './stamping.ts';

/** How often a calendar is asked to look again. */
const EVERY_SECONDS = 3600;

export interface WholeCalendar {
  readonly partnership: string;
  readonly timeZone: string;
  readonly events: readonly StampedEvent[];
  /** Where people open Trialogue, without a slash at the end. */
  readonly address: string;
}

/** With the name of the clock's hour: on the night when clocks go back an hour comes twice. */
const MOMENT: Intl.DateTimeFormatOptions = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
};

/** A calendar as RFC 5545 has it: the same, to the letter, for the same entries. */
export function writeCalendar({ partnership, timeZone, events, address }: WholeCalendar): string {
  const { host } = new URL(address);
  const calendar = ical({
    // The library writes it as it is.
    name: oneLine(fill(words.name, { partnership })).replace(/[\\;,]/g, '\\$&'),
    prodId: { company: 'Trialogue', product: 'Calendar', language: 'EN' },
    ttl: EVERY_SECONDS,
  });
  for (const { event, changedAt, sequence } of events) {
    const { when, summary, lines, href } = event;
    const page = `${address}${href}`;
    const time =
      when.kind === 'day'
        ? []
        : [
            fill(words.time, {
              when: sayIn(timeZone, when.at, MOMENT).replace(',', ''),
              zone: sayZone(timeZone),
            }),
          ];
    calendar.createEvent({
      id: `${nameOf(event)}@${host}`,
      sequence,
      stamp: new Date(changedAt),
      lastModified: new Date(changedAt),
      start: new Date(when.kind === 'day' ? when.day : when.at),
      allDay: when.kind === 'day',
      summary: oneLine(summary),
      description: wellFormed(tidyLines([...lines, ...time, fill(words.open, { address: page })].join('\n'))),
      url: page,
      // A deadline takes none of anybody's time, and is nobody else's business.
      transparency: ICalEventTransparency.TRANSPARENT,
      class: ICalEventClass.PRIVATE,
    });
  }
  return `${calendar.toString()}\r\n`;
}

function oneLine(said: string): string {
  return wellFormed(tidyLine(said));
}

/** Half of a character that takes two can't be written. */
function wellFormed(said: string): string {
  return said.replace(/\p{Cs}/gu, '\uFFFD');
}
