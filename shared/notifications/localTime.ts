/** What a clock on the wall shows somewhere. */
interface Wall {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  /** From 0, which is Sunday. */
  readonly weekday: number;
  /** Minutes after midnight. */
  readonly minute: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric' },
  });
  formats.set(timeZone, made);
  return made;
}

/** What the clocks of a time zone show at this moment. */
export function wallAt(at: number, timeZone: string): Wall {
  const parts = Object.fromEntries(
    formatFor(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<'year' | 'month' | 'day' | 'hour' | 'minute', number>;
  const { year, month, day } = parts;
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return { year, month, day, weekday, minute: parts.hour * 60 + parts.minute };
}

/**
 * The first moment after `after` at which the clocks show this minute, on this weekday if one is given. On the night
 * when clocks go back a minute comes twice, and each counts; on the night when they go forward and it is left out, it
 * is as long after midnight as it would have been.
 */
export function nextAt(after: number, timeZone: string, minute: number, weekday?: number): number {
  const { year, month, day } = wallAt(after, timeZone);
  for (let ahead = 0; ahead <= 8; ahead++) {
    const midnight = Date.UTC(year, month - 1, day + ahead);
    if (weekday !== undefined && new Date(midnight).getUTCDay() !== weekday) continue;
    const found = momentsOf(midnight + minute * MINUTE, timeZone).find((at) => at > after);
    if (found !== undefined) return found;
  }
  throw new Error(`no clock in ${timeZone} ever shows minute ${minute}`);
}

/** The moments at which the clocks show what UTC shows at `shown`: one, two when clocks go back, and never none. */
function momentsOf(shown: number, timeZone: string): number[] {
  const tries = [shown - DAY, shown + DAY].map((near) => shown - offsetAt(near, timeZone));
  const right = [...new Set(tries)].filter((at) => at + offsetAt(at, timeZone) === shown);
  return right.length > 0 ? right.sort((a, b) => a - b) : [Math.max(...tries)];
}

/** How far the clocks are ahead of UTC, in whole minutes. */
function offsetAt(at: number, timeZone: string): number {
  const { year, month, day, minute } = wallAt(at, timeZone);
  return Date.UTC(year, month - 1, day) + minute * MINUTE - Math.floor(at / MINUTE) * MINUTE;
}
