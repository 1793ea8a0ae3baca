import { expect, it } from 'vitest';
import { STEPS, STRETCHES, stretchesOf } from '../../../../shared/versions/stretches.ts';

const MINUTE = 60_000;

/** Changes as `who@minute`, numbered from 1. */
const rows = (...changes: string[]) =>
  changes.map((change, index) => {
    const [who = '', minute = ''] = change.split('@');
    return { seq: index + 1, accountId: who, seatId: `seat-${who}`, at: Number(minute) * MINUTE };
  });
const said = (...args: Parameters<typeof stretchesOf>) =>
  stretchesOf(...args).map(
    ({ from, to, by }) => `${from}-${to} ${by.map((each) => each.accountId).join('+')}`,
  );

it('[VERS2] a pause, or another writer, begins another stretch', () => {
  expect(said(rows('p@0', 'p@5', 'p@14', 'p@30', 'r@31', 'r@32'), STRETCHES)).toEqual([
    '1-3 p',
    '4-4 p',
    '5-6 r',
  ]);
});

it('[VERS2] people who write in turns write one stretch together', () => {
  expect(said(rows('p@0', 'r@1', 'p@2', 'g@3', 'r@4', 'x@5'), STRETCHES)).toEqual(['1-5 p+r+g', '6-6 x']);
  // Ron came back after more than the pause: that is no taking of turns.
  expect(said(rows('r@0', 'p@1', 'p@8', 'r@12'), STRETCHES)).toEqual(['1-1 r', '2-3 p', '4-4 r']);
});

it('[VERS2] nobody writes longer than an hour in one stretch, and a name ends one', () => {
  const busy = Array.from({ length: 130 }, (_, minute) => `p@${minute}`);
  expect(said(rows(...busy), STRETCHES)).toEqual(['1-61 p', '62-122 p', '123-130 p']);
  expect(said(rows('p@0', 'r@1', 'p@2', 'r@3'), STRETCHES, new Set([2]))).toEqual([
    '1-1 p',
    '2-2 r',
    '3-3 p',
    '4-4 r',
  ]);
});

it('[VERS2] in small steps, a breath is a pause; every change is in exactly one stretch', () => {
  const typed = rows('p@0', 'p@0.1', 'p@0.5', 'p@0.6', 'r@0.65');
  expect(said(typed, STEPS)).toEqual(['1-2 p', '3-4 p', '5-5 r']);
  for (const grain of [STEPS, STRETCHES]) {
    const all = stretchesOf(typed, grain);
    expect(all.map(({ from }) => from)).toEqual([1, ...all.slice(0, -1).map(({ to }) => to + 1)]);
    expect(all.at(-1)?.to).toBe(typed.length);
  }
});

it('[VERS2] whoever wrote for several seats is named with each of them', () => {
  const [first, second] = rows('p@0', 'p@1');
  const [stretch] = stretchesOf(
    [first, { ...second, seatId: 'other' }, { ...second, seq: 3, seatId: null }] as never,
    STRETCHES,
  );
  expect(stretch?.by).toEqual([{ accountId: 'p', seatIds: ['seat-p', 'other'] }]);
});
