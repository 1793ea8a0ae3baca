import { wallAt } from '../notifications/localTime.ts';

/** What an entry can be about. With an id it names the entry for good, whatever becomes of its time and its words. */
type EventKind =
  | 'round'
  | 'between'
  | 'waiting'
  | 'deciding'
  | 'pause'
  | 'own-body'
  | 'bodies'
  | 'trial'
  | 'statement'
  | 'review'
  | 'promise'
  | 'asking';

/** A moment is the same everywhere; a day is a day, whatever the clocks say. */
type When = { readonly kind: 'moment'; readonly at: number } | { readonly kind: 'day'; readonly day: string };

/** One entry of somebody's calendar: only what they may read on its page at this moment. */
export interface CalendarEvent {
  readonly kind: EventKind;
  readonly id: string;
  readonly when: When;
  readonly summary: string;
  /** What is needed of them, and what happens then. */
  readonly lines: readonly string[];
  /** The page that it is about, from the first slash on. */
  readonly href: string;
}

/** The day that the clocks of a time zone show at a moment. */
export function dayOf(at: number, timeZone: string): When {
  const { year, month, day } = wallAt(at, timeZone);
  const two = (part: number) => String(part).padStart(2, '0');
  return { kind: 'day', day: `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` };
}

/** The soonest first. */
export function inOrder(events: readonly CalendarEvent[]): CalendarEvent[] {
  const at = ({ when }: CalendarEvent) => (when.kind === 'moment' ? when.at : Date.parse(when.day));
  const name = ({ kind, id }: CalendarEvent) => `${kind}-${id}`;
  return [...events].sort((a, b) => at(a) - at(b) || (name(a) < name(b) ? -1 : 1));
}
