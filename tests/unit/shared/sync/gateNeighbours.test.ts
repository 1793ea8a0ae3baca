import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { docView } from '../../../../shared/sync/docView.ts';
import { checkUpdate } from '../../../../shared/sync/gate.ts';
import { item, KIND, update } from './updateBuilder.ts';

const [RON, PRIYA, MALLORY] = [1, 2, 3];

function documentOf(...updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const each of updates) Y.applyUpdate(doc, each);
  return doc;
}

it('[GATE11] an item that names one neighbour on both sides, which raw Yjs puts in different places in different copies', () => {
  const ron = new Y.Doc();
  ron.clientID = RON;
  ron.getText('text').insert(0, 'ab');
  const letters = Y.encodeStateAsUpdate(ron);
  const priya = documentOf(letters);
  priya.clientID = PRIYA;
  priya.getText('text').insert(1, 'Z');
  const between = Y.encodeStateAsUpdate(priya, Y.encodeStateVector(ron));
  const bothSides = update(MALLORY, 0, [item(KIND.string, { left: [RON, 1], right: [RON, 1] }, 'X')]);

  const answer = checkUpdate(
    bothSides,
    docView(documentOf(letters), () => true),
  );
  expect(answer).toMatchObject({ ok: false, code: 'malformed' });

  const one = documentOf(letters, between, bothSides);
  const other = documentOf(letters, bothSides, between);
  expect(Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other))).toBe(true);
  expect(one.getText('text').toString()).toBe('aZbX');
  expect(other.getText('text').toString()).not.toBe('aZbX');
});

it('[GATE12] an item between neighbours of two lists, which cuts a character in one copy and not in another', () => {
  const ron = new Y.Doc();
  ron.clientID = RON;
  ron.getText('text').insert(0, '🤝');
  ron.getArray('list').insert(0, [new Y.Array()]);
  ron.getArray<Y.Array<number>>('list').get(0).insert(0, [1]);
  ron.getArray('list').delete(0, 1);
  const words = Y.encodeStateAsUpdate(ron);
  const tombstone = { left: [RON, 0], right: [RON, 3] } as const;
  const between = update(MALLORY, 0, [item(KIND.string, tombstone, 'X')]);
  expect(ron.store.clients.get(RON)?.at(-1)).toBeInstanceOf(Y.GC);

  const answer = checkUpdate(
    between,
    docView(documentOf(words), () => true),
  );
  expect(answer).toMatchObject({ ok: false, code: 'malformed' });

  // A copy that hears it from one who has it already never sees the cut.
  const one = documentOf(words, between);
  const other = documentOf(words, Y.encodeStateAsUpdate(one, Y.encodeStateVector(ron)));
  expect(one.getText('text').toString()).not.toBe(other.getText('text').toString());
});

it('[GATE12] two lists that are both there are refused too, and neighbours gone together are not', () => {
  const ron = new Y.Doc();
  ron.clientID = RON;
  ron.getText('one').insert(0, 'ab');
  ron.getText('other').insert(0, 'cd');
  ron.getArray('list').insert(0, [new Y.Text('ef')]);
  const view = docView(documentOf(Y.encodeStateAsUpdate(ron)), () => true);
  const apart = update(MALLORY, 0, [item(KIND.string, { left: [RON, 0], right: [RON, 3] }, 'X')]);
  expect(checkUpdate(apart, view)).toMatchObject({ ok: false, code: 'malformed' });

  const inside = { left: [RON, 5], right: [RON, 6] } as const;
  ron.getArray('list').delete(0, 1);
  const gone = docView(documentOf(Y.encodeStateAsUpdate(ron)), () => true);
  expect(gone.placeAt(RON, 5)).toBeNull();
  expect(checkUpdate(update(PRIYA, 0, [item(KIND.string, inside, 'X')]), gone)).toMatchObject({ ok: true });
});
