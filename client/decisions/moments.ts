const TWO = (part: number) => String(part).padStart(2, '0');

/** The day of a moment in the reader's zone, as a date field holds it. */
export function dayOf(at: number | null): string {
  if (at === null) return '';
  const date = new Date(at);
  return `${date.getFullYear()}-${TWO(date.getMonth() + 1)}-${TWO(date.getDate())}`;
}

/** The time of day of a moment in the reader's zone, as a time field holds it. */
export function clockOf(at: number | null): string {
  if (at === null) return '';
  const date = new Date(at);
  return `${TWO(date.getHours())}:${TWO(date.getMinutes())}`;
}

/** The moment that a day and a time mean where the reader is; null while they are none. */
export function momentOf(day: string, clock: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !/^\d\d:\d\d/.test(clock)) return null;
  const at = new Date(`${day}T${clock}`).getTime();
  return Number.isNaN(at) ? null : at;
}
