import { readingWords } from '../messages/en/reading.ts';

/** The time zones that one can choose from, in the order of their names. */
export function timeZones(): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].sort();
}

/**
 * A time zone by the name under which this machine keeps it; undefined for what is none. Browsers call some zones by an
 * older or a newer name than servers do (Asia/Calcutta, Asia/Kolkata), and each knows both.
 */
export function readTimeZone(name: string): string | undefined {
  // Without a letter at its beginning it would be a distance from UTC, which knows no summer.
  if (!/^[A-Za-z]/.test(name)) return undefined;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en-GB', { timeZone: name }).resolvedOptions();
    return timeZones().includes(timeZone) ? timeZone : undefined;
  } catch {
    return undefined;
  }
}

/** A zone as people read it: "America/New York". */
export function sayZone(timeZone: string): string {
  return timeZone.replaceAll('_', ' ');
}

/** Says a moment by the clocks of a time zone, as long or short as `style` says. */
export function sayIn(timeZone: string, at: number, style: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify([timeZone, style]);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(readingWords.language, { ...style, timeZone });
    formats.set(key, format);
  }
  return format.format(at);
}

/** Making one takes far longer than using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment with its day by the clocks of a time zone: "Friday 4 April 2025 at 17:00". */
export function sayUntilIn(timeZone: string, at: number): string {
  return sayIn(timeZone, at, { dateStyle: 'full', timeStyle: 'short' });
}
