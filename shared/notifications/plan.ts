import { nextAt, wallAt } from './localTime.ts';
import type { Notice } from './notice.ts';
import type { NoticeSettings } from './settings.ts';

type Unsent = Pick<Notice, 'id' | 'at' | 'needsMe'>;

/** What the mails of one person in one partnership are planned from. */
interface Planning {
  readonly unsent: readonly Unsent[];
  readonly settings: NoticeSettings;
  readonly timeZone: string;
  readonly now: number;
  /** When this person's mails of the last day were put in the queue, the oldest first. */
  readonly mailedAt: readonly number[];
}

interface Plan {
  /** What goes into one mail now, by id; empty: none is due. */
  readonly mail: readonly number[];
  /** What no mail will ever tell of, as they asked. */
  readonly never: readonly number[];
  /** When to look again; undefined: when something new happens. */
  readonly next: number | undefined;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What comes in a burst is one mail. */
export const GATHERED_MS = 2 * MINUTE;
/** No more mails than this go to one person in a day, whatever happens. What is over waits, and is one mail then. */
export const MOST_A_DAY = 20;
const MORNING = 8 * 60;
const MONDAY = 1;

/**
 * Which mail goes to someone now, and when to look again. What needs them goes at once, the rest as they asked; nothing
 * goes in their quiet hours, and nothing beyond a day's maximum. Whatever is left goes together.
 */
export function plan({ unsent, settings, timeZone, now, mailedAt }: Planning): Plan {
  const { needsMe, quiet } = settings;
  const never = unsent.filter((each) => wayOf(each, settings) === 'nothing').map(({ id }) => id);
  const needing = unsent.filter((each) => each.needsMe && needsMe !== 'nothing');
  const rest = unsent.filter((each) => !each.needsMe && settings.rest !== 'nothing');
  const needingDue = Math.min(...needing.map(({ at }) => at));
  const restDue = dueOf(rest, settings.rest, timeZone);
  const due = Math.min(needingDue, restDue);
  if (due === Number.POSITIVE_INFINITY) return { mail: [], never, next: undefined };
  const goes = afterQuiet(Math.max(due, now, roomAt(mailedAt, now)), quiet, timeZone);
  if (goes > now) return { mail: [], never, next: goes };
  const joins = restDue <= now || settings.rest === 'at_once';
  const left = joins ? undefined : afterQuiet(restDue, quiet, timeZone);
  const mail = [...(needingDue <= now ? needing : []), ...(joins ? rest : [])].map(({ id }) => id);
  return { mail, never, next: left !== undefined && Number.isFinite(left) ? left : undefined };
}

function wayOf({ needsMe }: Unsent, settings: NoticeSettings): NoticeSettings['rest'] {
  return needsMe ? settings.needsMe : settings.rest;
}

/** When the rest is due: all of it with the first of it. */
function dueOf(rest: readonly Unsent[], way: NoticeSettings['rest'], timeZone: string): number {
  if (rest.length === 0) return Number.POSITIVE_INFINITY;
  const first = Math.min(...rest.map(({ at }) => at));
  switch (way) {
    case 'at_once':
      return first + GATHERED_MS;
    case 'daily':
      return nextAt(first, timeZone, MORNING);
    case 'weekly':
      return nextAt(first, timeZone, MORNING, MONDAY);
    case 'nothing':
      return Number.POSITIVE_INFINITY;
  }
}

/** When there is room for one more within a day. */
function roomAt(mailedAt: readonly number[], now: number): number {
  const lastDay = mailedAt.filter((at) => at > now - DAY);
  const oldest = lastDay.at(-MOST_A_DAY);
  return oldest === undefined ? now : oldest + DAY;
}

/** The first moment from `at` on that is not in the quiet hours. */
function afterQuiet(at: number, quiet: NoticeSettings['quiet'], timeZone: string): number {
  return quiet && Number.isFinite(at) && isQuiet(at, quiet, timeZone) ? nextAt(at, timeZone, quiet.to) : at;
}

function isQuiet(at: number, { from, to }: NonNullable<NoticeSettings['quiet']>, timeZone: string): boolean {
  const { minute } = wallAt(at, timeZone);
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}
