import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { ThreadPlaces } from '../../../../client/comments/places/ThreadPlaces.ts';
import { Layout } from '../../../../shared/documents/layout.ts';
import { WORDS_ROOT } from '../../../../shared/documents/readText.ts';
import { bindPassage, placesOf } from '../../../../shared/passages/bindPassage.ts';
import type { BoundPassage } from '../../../../shared/passages/passage.ts';
import { threadOn } from './threads.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const rootOf = (doc: Y.Doc) => doc.get(WORDS_ROOT, Y.XmlElement);

function blockOf(words: string): Y.XmlElement {
  const block = new Y.XmlElement('block');
  block.insert(0, [new Y.XmlText(words)]);
  return block;
}

function documentOf(...lines: string[]): Y.Doc {
  const doc = new Y.Doc();
  rootOf(doc).insert(0, lines.map(blockOf));
  return doc;
}

function boundWords(doc: Y.Doc, block: number, from: number, to: number): BoundPassage {
  const layout = new Layout(doc);
  const places = placesOf(layout, { cell: null, from: { block, offset: from }, to: { block, offset: to } });
  const bound = places && bindPassage(layout, places.start, places.end);
  if (!bound || typeof bound === 'string') throw new Error('there are words');
  return bound;
}

const textOf = (doc: Y.Doc, block: number) => (rootOf(doc).get(block) as Y.XmlElement).get(0) as Y.XmlText;
const settle = () => vi.advanceTimersByTime(5_000);

it('[THREAD4] words are found where they are after blocks and letters were put before them', () => {
  const doc = documentOf('Nobody waits alone.', 'Trips run on Tuesdays.');
  const thread = threadOn('t', boundWords(doc, 1, 6, 9));
  const places = new ThreadPlaces(doc, () => {});
  places.hold([thread]);
  rootOf(doc).insert(0, [blockOf('First.')]);
  // Before anything is looked for: the blocks alone were counted anew.
  expect(places.stretchOf('t')).toMatchObject({ from: { block: 2, offset: 6 } });
  textOf(doc, 2).insert(0, 'All ');
  settle();
  expect(places.nowOf('t')).toMatchObject({
    state: 'as_quoted',
    stretch: { from: { block: 2, offset: 10 } },
  });
});

it('[THREAD4] changed words are told with what they are now, words that are gone as gone, and words that are back as they were', () => {
  const doc = documentOf('Trips run on Tuesdays.', 'More.');
  const undo = new Y.UndoManager(rootOf(doc), { captureTimeout: 0 });
  const told = vi.fn();
  const places = new ThreadPlaces(doc, told);
  places.hold([threadOn('t', boundWords(doc, 0, 0, 9))]);
  settle();
  expect(told).not.toHaveBeenCalled();
  textOf(doc, 0).insert(5, ' always');
  settle();
  expect(places.nowOf('t')).toMatchObject({ state: 'changed', words: 'Trips always run' });
  rootOf(doc).delete(0, 1);
  settle();
  expect(places.nowOf('t')).toEqual({ state: 'gone' });
  expect(told).toHaveBeenCalledTimes(2);
  undo.destroy();
});

it('[THREAD9] what is written elsewhere makes no thread be looked for again', () => {
  const doc = documentOf(...Array.from({ length: 200 }, (_, at) => `Line ${at} of many.`));
  const threads = Array.from({ length: 200 }, (_, at) => threadOn(`t${at}`, boundWords(doc, at, 0, 4)));
  const places = new ThreadPlaces(doc, () => {});
  const find = vi.spyOn(places as unknown as { find(id: string): boolean }, 'find');
  places.hold(threads);
  settle();
  expect(find).toHaveBeenCalledTimes(200);
  find.mockClear();
  textOf(doc, 7).insert(0, 'x');
  rootOf(doc).insert(0, [blockOf('New.')]);
  settle();
  expect(find.mock.calls).toEqual([['t7']]);
  expect(places.stretchOf('t150')).toMatchObject({ from: { block: 151, offset: 0 } });
});
