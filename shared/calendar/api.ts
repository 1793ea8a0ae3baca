import { z } from 'zod';

/** What the HTTP API gives about one's own calendar address. */
const heldEvent = z.object({
  /** Stands for it in lists. */
  key: z.string(),
  summary: z.string(),
  /** A moment, in milliseconds since 1970; null: a whole day. */
  at: z.number().nullable(),
  day: z.string().nullable(),
  href: z.string(),
});
export type HeldEvent = z.infer<typeof heldEvent>;

export const calendarAnswer = z.object({
  /** When the address that works now was made; null: there is none. */
  madeAt: z.number().nullable(),
  /** What the calendar holds, the soonest first: not more than a page has room for. */
  holds: z.array(heldEvent),
  /** How many there are in all. */
  count: z.number(),
});
export type CalendarAnswer = z.infer<typeof calendarAnswer>;

/** Making one needs nothing: any that there was stops. */
export const newCalendar = z.strictObject({});

export const madeCalendar = z.object({
  /** The whole address: it is given this once. */
  address: z.string(),
  calendar: calendarAnswer,
});
export type MadeCalendar = z.infer<typeof madeCalendar>;
