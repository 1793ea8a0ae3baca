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
