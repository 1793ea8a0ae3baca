import { expect, it } from 'vitest';
import { nextAt, wallAt } from '../../../../shared/notifications/localTime.ts';

const LONDON = 'Europe/London';
const at = (iso: string) => Date.parse(iso);
const iso = (moment: number) => new Date(moment).toISOString();

it('[TOLD5] the wall clock follows the partnership’s time zone, in winter and in summer', () => {
  expect(wallAt(at('2026-01-15T08:30:00Z'), LONDON)).toMatchObject({ minute: 510, day: 15, weekday: 4 });
  expect(wallAt(at('2026-07-15T23:30:00Z'), LONDON)).toMatchObject({ minute: 30, day: 16, weekday: 4 });
  expect(wallAt(at('2026-07-15T23:30:00Z'), 'America/New_York')).toMatchObject({ minute: 1170, day: 15 });
});

it('[TOLD5] eight in the morning is eight in the morning on both sides of a change of the clocks', () => {
  // Clocks go forward on 29 March 2026 at 01:00 and back on 25 October 2026 at 02:00.
  expect(iso(nextAt(at('2026-03-28T09:00:00Z'), LONDON, 480))).toBe('2026-03-29T07:00:00.000Z');
  expect(iso(nextAt(at('2026-10-24T09:00:00Z'), LONDON, 480))).toBe('2026-10-25T08:00:00.000Z');
  expect(iso(nextAt(at('2026-03-29T07:00:00Z'), LONDON, 480))).toBe('2026-03-30T07:00:00.000Z');
});

it('[TOLD5] a minute that is left out comes after the gap, and one that comes twice comes twice', () => {
  expect(iso(nextAt(at('2026-03-29T00:00:00Z'), LONDON, 90))).toBe('2026-03-29T01:30:00.000Z');
  const first = nextAt(at('2026-10-25T00:00:00Z'), LONDON, 90);
  expect(iso(first)).toBe('2026-10-25T00:30:00.000Z');
  expect(iso(nextAt(first, LONDON, 90))).toBe('2026-10-25T01:30:00.000Z');
});

it('[TOLD5] a weekday is the next such day by the clock there', () => {
  expect(iso(nextAt(at('2026-07-15T12:00:00Z'), LONDON, 480, 1))).toBe('2026-07-20T07:00:00.000Z');
  expect(iso(nextAt(at('2026-07-20T07:00:00Z'), LONDON, 480, 1))).toBe('2026-07-27T07:00:00.000Z');
  expect(iso(nextAt(at('2026-07-20T06:59:59Z'), LONDON, 480, 1))).toBe('2026-07-20T07:00:00.000Z');
});
