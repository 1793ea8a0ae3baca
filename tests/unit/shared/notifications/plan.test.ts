import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../shared/notifications/defaults.ts';
import { wallAt } from '../../../../shared/notifications/localTime.ts';
import { GATHERED_MS, MOST_A_DAY, plan } from '../../../../shared/notifications/plan.ts';
import { NEEDS_ME, type NoticeSettings, REST } from '../../../../shared/notifications/settings.ts';

const timeZone = 'Europe/London';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A Wednesday, ten in the morning in London. */
const NOW = Date.parse('2026-07-15T09:00:00Z');

const news = (id: number, at = NOW) => ({ id, at, needsMe: false });
const needs = (id: number, at = NOW) => ({ id, at, needsMe: true });
const iso = (at: number | undefined) => at && new Date(at).toISOString();

function planned(
  unsent: ReturnType<typeof news>[],
  settings: Partial<NoticeSettings> = {},
  now = NOW,
  mailedAt: number[] = [],
) {
  return plan({ unsent, settings: { ...DEFAULT_SETTINGS, ...settings }, timeZone, now, mailedAt });
}

it('[TOLD3] by default what needs me comes at once, and the rest in the morning', () => {
  const found = planned([news(1), needs(2)]);
  expect(found.mail).toEqual([2]);
  expect(iso(found.next)).toBe('2026-07-16T07:00:00.000Z');
  expect(planned([news(1)], {}, NOW + 22 * HOUR - 1).mail).toEqual([]);
  expect(planned([news(1), news(3, NOW + HOUR)], {}, NOW + 22 * HOUR).mail).toEqual([1, 3]);
});

it('[TOLD3] weekly is on Monday morning, and nothing is nothing, for each of the two apart', () => {
  expect(iso(planned([news(1)], { rest: 'weekly' }).next)).toBe('2026-07-20T07:00:00.000Z');
  expect(planned([news(1), needs(2)], { rest: 'nothing' })).toEqual({
    mail: [2],
    never: [1],
    next: undefined,
  });
  expect(planned([news(1), needs(2)], { rest: 'at_once', needsMe: 'nothing' })).toEqual({
    mail: [],
    never: [2],
    next: NOW + GATHERED_MS,
  });
});

it('[TOLD4] what comes in a burst is one mail, and what needs me takes it along', () => {
  const burst = [news(1), news(2, NOW + MINUTE), news(3, NOW + 2 * MINUTE - 1)];
  expect(planned(burst, { rest: 'at_once' }, NOW + 2 * MINUTE - 1)).toMatchObject({
    mail: [],
    next: NOW + GATHERED_MS,
  });
  expect(planned(burst, { rest: 'at_once' }, NOW + GATHERED_MS).mail).toEqual([1, 2, 3]);
  expect(planned([...burst, needs(4)], { rest: 'at_once' }).mail).toEqual([4, 1, 2, 3]);
});

it('[TOLD5] nothing goes in quiet hours; it goes at their end, on the night of a change of clocks too', () => {
  const quiet = { from: 20 * 60, to: 7 * 60 + 30 };
  const evening = Date.parse('2026-03-28T21:00:00Z');
  expect(iso(planned([needs(1, evening)], { quiet }, evening).next)).toBe('2026-03-29T06:30:00.000Z');
  expect(planned([needs(1, evening)], { quiet }, Date.parse('2026-03-29T06:30:00Z')).mail).toEqual([1]);
  const autumn = Date.parse('2026-10-24T20:00:00Z');
  expect(iso(planned([needs(1, autumn)], { quiet }, autumn).next)).toBe('2026-10-25T07:30:00.000Z');
});

it('[TOLD9] beyond a day’s maximum everything waits, and is one mail then', () => {
  const mailedAt = Array.from({ length: MOST_A_DAY }, (_, at) => NOW - 10 * HOUR + at * MINUTE);
  const found = planned([needs(1), needs(2)], {}, NOW, mailedAt);
  expect(found).toMatchObject({ mail: [], next: NOW + 14 * HOUR });
  expect(planned([needs(1), needs(2)], {}, NOW + 14 * HOUR, mailedAt).mail).toEqual([1, 2]);
  expect(planned([needs(1)], {}, NOW, mailedAt.slice(1)).mail).toEqual([1]);
});

it('[TOLD5] whatever the settings: never in quiet hours, never what was not asked for, and nothing is left waiting for ever', () => {
  const minute = fc.integer({ min: 0, max: 1439 });
  const settings = fc.record({
    needsMe: fc.constantFrom(...NEEDS_ME),
    rest: fc.constantFrom(...REST),
    quiet: fc.option(
      fc.record({ from: minute, to: minute }).filter(({ from, to }) => from !== to),
      { nil: null },
    ),
  });
  const notices = fc.array(fc.record({ at: fc.integer({ min: 0, max: 20 * DAY }), needsMe: fc.boolean() }), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(settings, notices, fc.integer({ min: 0, max: 365 }), (chosen, some, day) => {
      const begin = NOW + day * DAY;
      let waiting = some.map(({ at, needsMe }, id) => ({ id, at: begin + at, needsMe }));
      const arrivals = waiting.map(({ at }) => at);
      const mailed: number[] = [];
      let now = begin;
      for (let turns = 0; waiting.length > 0; turns++) {
        expect(turns).toBeLessThan(200);
        const here = waiting.filter(({ at }) => at <= now);
        const { mail, never, next } = planned(here, chosen, now, mailed);
        if (mail.length > 0) {
          mailed.push(now);
          const { minute: shown } = wallAt(now, timeZone);
          const { quiet } = chosen;
          const isQuiet =
            quiet &&
            (quiet.from < quiet.to
              ? shown >= quiet.from && shown < quiet.to
              : shown >= quiet.from || shown < quiet.to);
          expect(isQuiet ?? false).toBe(false);
        }
        for (const { id, needsMe } of here)
          if (never.includes(id)) expect(needsMe ? chosen.needsMe : chosen.rest).toBe('nothing');
          else if (mail.includes(id)) expect(needsMe ? chosen.needsMe : chosen.rest).not.toBe('nothing');
        waiting = waiting.filter(({ id }) => !mail.includes(id) && !never.includes(id));
        if (waiting.length === 0) break;
        const later = [...arrivals, next ?? Number.POSITIVE_INFINITY].filter((at) => at > now);
        expect(later.length).toBeGreaterThan(0);
        now = Math.min(...later);
      }
    }),
    { numRuns: 300 },
  );
});
