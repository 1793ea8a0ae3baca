/** Days and hours of the engine: always this long, whatever the calendar and the clocks on the wall do. */
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Nobody can keep a round open for longer, by extending it or by changing the words again and again. */
export const LONGEST_ROUND = 366 * DAY;
