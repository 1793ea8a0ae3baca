import { expect, it } from 'vitest';
import { PILL_HEIGHT, pillsOf } from '../../../../client/comments/marks/pills.ts';

it('[THREAD3] marks stand beside their words and never lie over each other; those without room share one', () => {
  const pills = pillsOf([
    { id: 'c', top: 300 },
    { id: 'a', top: 10 },
    { id: 'b', top: 30 },
    { id: 'd', top: 310 },
  ]);
  expect(pills).toEqual([
    { ids: ['a'], top: 10, room: 38 },
    { ids: ['b'], top: 54, room: 240 },
    { ids: ['c', 'd'], top: 300, room: Number.POSITIVE_INFINITY },
  ]);
});

it('[THREAD3] a thousand marks close together never lie over each other, and none is left out', () => {
  const anchors = Array.from({ length: 1000 }, (_, at) => ({ id: `${at}`, top: (at * 7919) % 20_000 }));
  const pills = pillsOf(anchors);
  expect(pills.flatMap(({ ids }) => ids).length).toBe(1000);
  const gaps = pills.slice(1).map((pill, at) => pill.top - (pills[at]?.top ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(PILL_HEIGHT);
});

it('[THREAD3] where a card is open no mark hides below it', () => {
  const anchors = [10, 100, 200, 400].map((top) => ({ id: `${top}`, top }));
  const shown = pillsOf(anchors, { top: 90, bottom: 390 });
  expect(shown.map(({ top, room }) => [top, room])).toEqual([
    [10, 74],
    [400, Number.POSITIVE_INFINITY],
  ]);
});
