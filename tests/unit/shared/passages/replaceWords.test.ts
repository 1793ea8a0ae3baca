import { expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Block } from '../../../../shared/documents/blocks.ts';
import { bold, bullet, paragraph, section, table } from '../../../../shared/documents/compose.ts';
import { Layout, type Stretch } from '../../../../shared/documents/layout.ts';
import { Moves } from '../../../../shared/documents/moves/moves.ts';
import { readText } from '../../../../shared/documents/readText.ts';
import { writeBlocks } from '../../../../shared/documents/writeBlocks.ts';
import { bindPassage, placesOf } from '../../../../shared/passages/bindPassage.ts';
import { findPassage } from '../../../../shared/passages/findPassage.ts';
import { mayReplace, replaceWords } from '../../../../shared/passages/replaceWords.ts';
import { docView } from '../../../../shared/sync/docView.ts';
import { checkUpdate } from '../../../../shared/sync/gate.ts';

const start = (blocks: readonly Block[]) => {
  const doc = new Y.Doc();
  writeBlocks(doc, blocks);
  return doc;
};
const inRoot = (from: [number, number], to: [number, number]): Stretch => ({
  cell: null,
  from: { block: from[0], offset: from[1] },
  to: { block: to[0], offset: to[1] },
});

/** Replaces as the server does; the change must be one that the gate lets in. */
function replace(doc: Y.Doc, stretch: Stretch, words: string): readonly Block[] {
  const before = new Y.Doc();
  Y.applyUpdate(before, Y.encodeStateAsUpdate(doc));
  const changes: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => changes.push(update));
  doc.transact(() => replaceWords(new Layout(doc), stretch, words));
  for (const change of changes)
    expect(
      checkUpdate(
        change,
        docView(before, () => true),
      ),
    ).toMatchObject({ ok: true });
  return readText(doc);
}

const MENTION = { text: '@Priya', mention: { kind: 'member', id: 'priya' } } as const;

it('[COM9] only what differs is written: words that stay keep their marks, their mentions and their characters', () => {
  const doc = start([paragraph('We ', bold('always'), ' ask ', MENTION, ' first, then go.')]);
  const layout = new Layout(doc);
  const places = placesOf(layout, inRoot([0, 21], [0, 26]));
  if (!places) throw new Error('there are words');
  const first = bindPassage(layout, places.start, places.end);
  if (typeof first === 'string') throw new Error(first);
  expect(first.quote).toBe('first');
  const [block] = replace(doc, inRoot([0, 0], [0, 36]), 'We nearly always ask @Priya first, and then go.');
  expect(block).toEqual(paragraph('We nearly ', bold('always'), ' ask ', MENTION, ' first, and then go.'));
  expect(findPassage(new Layout(doc), new Moves(doc), first, first.hash).state).toBe('as_agreed');
});

it('[COM9] new words look like those that they replace; a mention that is replaced is gone whole', () => {
  const doc = start([paragraph('We ', bold('always'), ' ask ', MENTION, '.')]);
  expect(replace(doc, inRoot([0, 0], [0, 21]), 'We never ask Ron.')).toEqual([
    paragraph('We ', bold('never'), ' ask Ron.'),
  ]);
});

it('[COM9] paragraphs keep their kind; lines behind the last one become paragraphs of their own', () => {
  const doc = start([section('Plan'), bullet('Buses'), bullet('Trains'), paragraph('End')]);
  expect(replace(doc, inRoot([1, 0], [2, 6]), 'Buses\nFast trains\nBikes')).toEqual([
    section('Plan'),
    bullet('Buses'),
    bullet('Fast trains'),
    bullet('Bikes'),
    paragraph('End'),
  ]);
  expect(replace(doc, inRoot([4, 0], [4, 3]), '')).toEqual(expect.arrayContaining([paragraph()]));
});

it('[COM9] what can’t be put in as plain words is refused before it is suggested', () => {
  const doc = start([
    paragraph('One two'),
    table(['A', 'B'], [['C', 'D']]),
    paragraph('line\nbreak'),
    paragraph('End'),
  ]);
  const may = (stretch: Stretch, words: string) => mayReplace(new Layout(doc), stretch, words);
  expect(may(inRoot([0, 0], [0, 3]), 'Three')).toBe('yes');
  expect(may(inRoot([0, 0], [0, 3]), 'Three\nfour')).toBe('cut_line');
  expect(may(inRoot([0, 0], [1, 1]), 'Three\nfour')).toBe('not_plain');
  expect(may(inRoot([2, 0], [2, 10]), 'Other')).toBe('not_plain');
  expect(may(inRoot([2, 0], [3, 3]), 'Other')).toBe('not_plain');
  expect(
    may(
      { cell: { table: 1, row: 1, column: 0 }, from: { block: 0, offset: 0 }, to: { block: 0, offset: 1 } },
      'X',
    ),
  ).toBe('yes');
});

it('[COM9] someone who types in the words meanwhile loses none of theirs', () => {
  const doc = start([paragraph('Buses run on Sundays.')]);
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  const text = (other.get('root-v2', Y.XmlElement).get(0) as Y.XmlElement).get(0) as Y.XmlText;
  text.insert(9, ' daily, not');
  replace(doc, inRoot([0, 0], [0, 21]), 'Buses and trains run on Sundays.');
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  expect(readText(doc)).toEqual([paragraph('Buses and trains run daily, not on Sundays.')]);
});
