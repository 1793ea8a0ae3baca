import { expect, it } from 'vitest';
import { inTextOrder, isIn, isUnanswered, numbered } from '../../../../client/comments/order.ts';
import type { Stretch } from '../../../../shared/documents/layout.ts';
import type { Side } from '../../../../shared/partnerships/sides.ts';
import { said, threadOf } from './threads.ts';

const at = (block: number, offset: number, cell: Stretch['cell'] = null): Stretch => ({
  cell,
  from: { block, offset },
  to: { block, offset: offset + 1 },
});

it('[THREAD6] a thread waits for another side until somebody of another side, or of none, has answered', () => {
  const asked = said('1', 'priya', 'commissioner');
  const answers = {
    none: [],
    own: [said('2', 'priya', 'commissioner')],
    sameSide: [said('2', 'col', 'commissioner')],
    otherSide: [said('2', 'col', 'commissioner'), said('3', 'ron', 'community_provider')],
    noSeat: [said('2', 'marsha', null)],
  };
  const waits = Object.entries(answers).map(([what, more]) => [
    what,
    isUnanswered(threadOf('t', { comments: [asked, ...more] })),
  ]);
  expect(Object.fromEntries(waits)).toEqual({
    none: true,
    own: true,
    sameSide: true,
    otherSide: false,
    noSeat: false,
  });
  expect(isUnanswered(threadOf('t', { comments: [asked], state: 'resolved' }))).toBe(false);
});

it('[THREAD6] the list is narrowed to what is open, mine, my side’s, unanswered or ended', () => {
  const sides = new Set<Side>(['community_provider']);
  const threads = [
    threadOf('open'),
    threadOf('mine', { mine: true, state: 'declined' }),
    threadOf('side', { comments: [said('1', 'ron', 'community_provider'), said('2', 'a', 'commissioner')] }),
    threadOf('accepted', { state: 'accepted' }),
  ];
  const shown = (['open', 'unanswered', 'mine', 'side', 'resolved', 'all'] as const).map((filter) => [
    filter,
    threads.filter((thread) => isIn(filter, thread, sides)).map(({ id }) => id),
  ]);
  expect(Object.fromEntries(shown)).toEqual({
    open: ['open', 'side'],
    unanswered: ['open'],
    mine: ['mine'],
    side: ['side'],
    resolved: ['mine', 'accepted'],
    all: ['open', 'mine', 'side', 'accepted'],
  });
});

it('[THREAD6] threads are stepped through as their words stand, the whole document first and lost words last, each under the number that it has for ever', () => {
  const passage = {} as NonNullable<ReturnType<typeof threadOf>['passage']>;
  const places: Record<string, Stretch> = {
    late: at(4, 2),
    early: at(1, 9),
    cellTwo: at(0, 0, { table: 2, row: 1, column: 0 }),
    cellOne: at(0, 5, { table: 2, row: 0, column: 3 }),
    sameBlock: at(1, 3),
  };
  const ids = ['late', 'gone', 'early', 'cellTwo', 'whole', 'cellOne', 'sameBlock'];
  const all = numbered(ids.map((id) => threadOf(id, { passage: id === 'whole' ? null : passage })));
  const ordered = inTextOrder(all, (id) => places[id]);
  expect(ordered.map(({ thread, number }) => `${thread.id} ${number}`)).toEqual([
    'whole 5',
    'sameBlock 7',
    'early 3',
    'cellOne 6',
    'cellTwo 4',
    'late 1',
    'gone 2',
  ]);
});
