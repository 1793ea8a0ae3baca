/** Days and hours of the engine: always this long, whatever the calendar and the clocks on the wall do. */
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
