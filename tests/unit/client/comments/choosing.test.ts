import { expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  boundAt,
  paragraphBeside,
  paragraphsIn,
  paragraphsLonger,
  wholeOf,
} from '../../../../client/comments/compose/choosing.ts';
import { Layout } from '../../../../shared/documents/layout.ts';
import { WORDS_ROOT } from '../../../../shared/documents/readText.ts';

function layoutOf(...lines: string[]): Layout {
  const doc = new Y.Doc();
  const blocks = lines.map((words) => {
    const block = new Y.XmlElement('block');
    if (words) block.insert(0, [new Y.XmlText(words)]);
    return block;
  });
  doc.get(WORDS_ROOT, Y.XmlElement).insert(0, blocks);
  return new Layout(doc);
}

it('[THREAD1] who can’t select words chooses paragraphs one after the other, empty ones passed over, and takes in more', () => {
  const layout = layoutOf('One.', '', 'Two.', 'Three.');
  const all = paragraphsIn(layout);
  expect(all).toEqual([0, 2, 3]);
  const first = paragraphBeside(all, null, 1);
  expect(first).toEqual({ first: 0, last: 0 });
  const second = paragraphBeside(all, first, 1);
  expect(second).toEqual({ first: 2, last: 2 });
  expect(paragraphBeside(all, { first: 3, last: 3 }, 1)).toEqual({ first: 3, last: 3 });
  const both = paragraphsLonger(all, { first: 0, last: 0 }, 1);
  expect(both).toEqual({ first: 0, last: 2 });
  expect(paragraphsLonger(all, both, -1)).toEqual({ first: 0, last: 0 });
  expect(paragraphsLonger(all, { first: 0, last: 0 }, -1)).toEqual({ first: 0, last: 0 });
  const bound = boundAt(layout, wholeOf(layout, both));
  expect(bound).toMatchObject({ quote: 'One.\n\nTwo.' });
  expect(boundAt(layout, wholeOf(layout, { first: 1, last: 1 }))).toBe('none');
});
