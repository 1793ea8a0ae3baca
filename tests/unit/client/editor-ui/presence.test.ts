import { expect, it } from 'vitest';
import { nextFollowing } from '../../../../client/editor/presence/following.ts';
import { comings, peerCarets, peopleHere } from '../../../../client/editor/presence/people.ts';
import type { Side } from '../../../../shared/partnerships/sides.ts';
import type { CaretPosition, StampedPresence } from '../../../../shared/sync/presence.ts';

const caret: CaretPosition = { type: null, tname: 'root-v2', item: null, assoc: 0 };

function state(name: string, side: Side | null, more: Partial<StampedPresence> = {}): StampedPresence {
  return {
    anchorPos: null,
    focusPos: null,
    focusing: false,
    quiet: false,
    name,
    color: '#000000',
    user: { id: name, name, seat: null, side },
    awarenessData: {},
    ...more,
  };
}
const writing = { anchorPos: caret, focusPos: caret, focusing: true };

it('[PRESUI1] each person is listed once, however many tabs they have, and sides keep their order', () => {
  const states = new Map<number, unknown>([
    [1, state('Heron', 'people_who_use_services')],
    [2, state('Ron', 'community_provider')],
    [3, state('Ron', 'community_provider', writing)],
    [4, state('Observer', null)],
    [5, state('Priya', 'commissioner')],
    [6, state('Gwen', 'contracted_provider')],
  ]);
  const people = peopleHere(states, 'Ron');
  expect(people.map(({ name }) => name)).toEqual(['Ron', 'Priya', 'Gwen', 'Heron', 'Observer']);
  expect(people[0]).toMatchObject({ isMe: true, client: 3 });
  expect(people[1]).toMatchObject({ isMe: false, client: null });
});

it('[PRESUI1] what the server has not stamped is nobody, and breaks nothing', () => {
  const junk = new Map<number, unknown>([
    [1, null],
    [2, 'words'],
    [3, { user: null }],
    [4, { user: { name: 'Nobody' } }],
    [5, { quiet: true }],
  ]);
  expect(peopleHere(junk, 'me')).toEqual([]);
  expect(peerCarets(junk, 'me', 9, 30)).toEqual([]);
});

it('[PRESUI2] carets are drawn for others who write: not mine, not my other tab’s, not those who are quiet, and never more than are bearable', () => {
  const states = new Map<number, unknown>([
    [1, state('Me', null, writing)],
    [2, state('Me', null, writing)],
    [3, state('Ron', 'community_provider', writing)],
    [4, state('Quiet', null, { ...writing, quiet: true })],
    [5, state('Reader', null)],
  ]);
  expect(peerCarets(states, 'Me', 1, 30).map(({ name }) => name)).toEqual(['Ron']);
  const crowd = new Map(
    Array.from({ length: 40 }, (_, i) => [i, state(`Person ${i}`, null, writing)] as const),
  );
  expect(peerCarets(crowd, 'Me', 99, 30)).toHaveLength(30);
});

it('[PRESUI3] coming and going is news; another tab, or myself, is not', () => {
  const here = (names: string[]) => peopleHere(new Map(names.map((name, i) => [i, state(name, null)])), 'Me');
  expect(comings(here(['Me', 'Ron']), here(['Me', 'Priya', 'Priya']))).toEqual({
    came: ['Priya'],
    left: ['Ron'],
  });
  expect(comings(here(['Ron']), here(['Me', 'Ron', 'Ron']))).toEqual({ came: [], left: [] });
});

it('[PRESUI4] following lasts until the follower does something, asks again, or the other leaves', () => {
  const ron = nextFollowing(null, { type: 'follow', personId: 'ron' });
  expect(ron).toEqual({ personId: 'ron' });
  expect(nextFollowing(ron, { type: 'own_act' })).toBeNull();
  expect(nextFollowing(ron, { type: 'follow', personId: 'ron' })).toBeNull();
  expect(nextFollowing(ron, { type: 'follow', personId: 'priya' })).toEqual({ personId: 'priya' });
  expect(nextFollowing(ron, { type: 'left', personIds: ['priya'] })).toEqual({ personId: 'ron' });
  expect(nextFollowing(ron, { type: 'left', personIds: ['ron'] })).toBeNull();
});
