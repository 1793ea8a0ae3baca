import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Block } from '../../../../shared/documents/blocks.ts';
import { paragraph, section, table } from '../../../../shared/documents/compose.ts';
import { Layout, type Stretch } from '../../../../shared/documents/layout.ts';
import { Moves } from '../../../../shared/documents/moves/moves.ts';
import { WORDS_ROOT } from '../../../../shared/documents/readText.ts';
import { textOfRuns } from '../../../../shared/documents/runs.ts';
import { textBlocksIn } from '../../../../shared/documents/tidyBlocks.ts';
import { writeBlocks } from '../../../../shared/documents/writeBlocks.ts';
import { bindPassage, placesOf } from '../../../../shared/passages/bindPassage.ts';
import { findPassage, type PassageNow } from '../../../../shared/passages/findPassage.ts';
import type { BoundPassage } from '../../../../shared/passages/passage.ts';

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

function bind(doc: Y.Doc, stretch: Stretch): BoundPassage {
  const layout = new Layout(doc);
  const places = placesOf(layout, stretch);
  if (!places) throw new Error('no words there');
  const bound = bindPassage(layout, places.start, places.end);
  if (typeof bound === 'string') throw new Error(bound);
  return bound;
}

const look = (doc: Y.Doc, passage: BoundPassage) =>
  findPassage(new Layout(doc), new Moves(doc), passage, passage.hash);
const words = (found: PassageNow) =>
  'blocks' in found ? textBlocksIn(found.blocks).map(textOfRuns).join('\n') : found.state;
const said = (found: PassageNow) => [found.state, words(found)];

const root = (doc: Y.Doc) => doc.get(WORDS_ROOT, Y.XmlElement);
const block = (doc: Y.Doc, at: number) => root(doc).get(at) as Y.XmlElement;
const text = (doc: Y.Doc, at: number) => block(doc, at).get(0) as Y.XmlText;

const PLAN = [
  section('What we will do'),
  paragraph('First things first.'),
  paragraph('Buses run on Sundays. They are free. Nobody waits.'),
  paragraph('The end.'),
];

describe('a passage of whole blocks', () => {
  it('[BOUND2] keeps its hash whatever happens around it, and is found wherever it stands', () => {
    const doc = start(PLAN);
    const passage = bind(doc, inRoot([2, 0], [2, 50]));
    expect(passage.quote).toBe('Buses run on Sundays. They are free. Nobody waits.');
    expect(passage.before).toBe(' we will do\nFirst things first.\n');
    expect(passage.after).toBe('\nThe end.');
    text(doc, 1).insert(0, 'Not always: ');
    root(doc).insert(2, [new Y.XmlElement('horizontalrule')]);
    root(doc).delete(0, 1);
    expect(look(doc, passage)).toMatchObject({ state: 'as_agreed', stretch: inRoot([2, 0], [2, 50]) });
  });

  it('[DEC36] is changed since agreed by one letter inside it or at either end of its block, and agreed again without it', () => {
    const doc = start(PLAN);
    const passage = bind(doc, inRoot([2, 0], [2, 50]));
    for (const at of [0, 10, 50]) {
      text(doc, 2).insert(at, 'x');
      expect(look(doc, passage).state).toBe('changed');
      text(doc, 2).delete(at, 1);
      expect(look(doc, passage).state).toBe('as_agreed');
    }
    block(doc, 2).setAttribute('__kind', 'quote');
    expect(said(look(doc, passage))).toEqual(['changed', passage.quote]);
    block(doc, 2).setAttribute('__kind', 'paragraph');
    text(doc, 2).format(0, 5, { p: { __format: 1 } });
    expect(look(doc, passage).state).toBe('changed');
  });

  it('[BOUND2] is gone once its words are deleted, and changed where others stand in their place', () => {
    const doc = start(PLAN);
    const passage = bind(doc, inRoot([2, 0], [2, 50]));
    text(doc, 2).delete(0, 50);
    expect(look(doc, passage)).toEqual({ state: 'gone' });
    text(doc, 2).insert(0, 'No buses.');
    expect(said(look(doc, passage))).toEqual(['changed', 'No buses.']);
    root(doc).delete(2, 1);
    expect(look(doc, passage)).toEqual({ state: 'gone' });
  });
});

describe('a passage within a block', () => {
  const sentence = inRoot([2, 22], [2, 36]);

  it('[BOUND3] has exactly its words; sentences before and behind it are not part of it', () => {
    const doc = start(PLAN);
    const passage = bind(doc, sentence);
    expect(passage.quote).toBe('They are free.');
    text(doc, 2).insert(36, ' Really.');
    text(doc, 2).insert(22, 'All of them. ');
    expect(said(look(doc, passage))).toEqual(['as_agreed', 'They are free.']);
  });

  it('[BOUND3] has every letter that is put onto its first or last word', () => {
    const doc = start(PLAN);
    const passage = bind(doc, inRoot([2, 22], [2, 35]));
    expect(passage.quote).toBe('They are free');
    text(doc, 2).insert(35, 'ly given');
    expect(said(look(doc, passage))).toEqual(['changed', 'They are freely']);
    text(doc, 2).delete(35, 8);
    text(doc, 2).insert(22, 'xx');
    expect(said(look(doc, passage))).toEqual(['changed', 'xxThey are free']);
  });

  it('[BOUND3] has what replaces its first or last word', () => {
    const doc = start(PLAN);
    const passage = bind(doc, sentence);
    text(doc, 2).delete(22, 4);
    text(doc, 2).insert(22, 'Some');
    expect(said(look(doc, passage))).toEqual(['changed', 'Some are free.']);
    text(doc, 2).delete(31, 5);
    text(doc, 2).insert(31, 'cheap!');
    expect(said(look(doc, passage))).toEqual(['changed', 'Some are cheap!']);
  });
});

describe('words whose characters are gone', () => {
  it('[BOUND4] are found by exactly the same words with what stood around them', () => {
    const doc = start(PLAN);
    const passage = bind(doc, inRoot([2, 22], [2, 36]));
    const all = text(doc, 2).toString();
    text(doc, 2).delete(0, all.length);
    text(doc, 2).insert(0, all);
    expect(said(look(doc, passage))).toEqual(['as_agreed', 'They are free.']);
  });

  it('[BOUND4] are never guessed: the same words elsewhere may be others', () => {
    const doc = start([...PLAN, paragraph('An appendix says: They are free. It is old.')]);
    const passage = bind(doc, inRoot([2, 22], [2, 36]));
    text(doc, 2).delete(22, 14);
    expect(look(doc, passage)).toEqual({ state: 'cannot_tell', why: 'elsewhere' });
    text(doc, 2).insert(22, 'They cost a pound.');
    expect(said(look(doc, passage))).toEqual(['changed', 'They cost a pound.']);
  });

  it('[BOUND4] are not taken for a copy that stands untouched while they themselves changed', () => {
    const doc = start([...PLAN, paragraph('Buses run on Sundays. They are free. Nobody waits.')]);
    const passage = bind(doc, inRoot([2, 0], [2, 50]));
    text(doc, 2).insert(9, ' never');
    expect(said(look(doc, passage))).toEqual([
      'changed',
      'Buses run never on Sundays. They are free. Nobody waits.',
    ]);
  });

  it('[BOUND4] without any character known, are found by themselves or not at all', () => {
    const doc = start(PLAN);
    const passage = { ...bind(doc, inRoot([2, 22], [2, 36])), characters: null };
    expect(look(doc, passage).state).toBe('as_agreed');
    text(doc, 2).delete(30, 1);
    expect(look(doc, passage)).toEqual({ state: 'gone' });
  });
});

describe('a passage in a table', () => {
  const PRICES = [
    paragraph('Prices'),
    table(
      ['What', 'Price'],
      [
        ['A trip', 'Two pounds'],
        ['A year', 'Ninety'],
      ],
    ),
    paragraph('.'),
  ];

  it('[BOUND5] within one cell is that cell’s words, and moves with its row', () => {
    const doc = start(PRICES);
    const cell = { table: 1, row: 1, column: 1 };
    const passage = bind(doc, { cell, from: { block: 0, offset: 0 }, to: { block: 0, offset: 10 } });
    expect(passage.quote).toBe('Two pounds');
    block(doc, 1).delete(0, 1);
    expect(look(doc, passage)).toMatchObject({
      state: 'as_agreed',
      stretch: { cell: { row: 0, column: 1 } },
    });
  });

  it('[BOUND5] across cells is the whole table, so that a changed price in any of them shows', () => {
    const doc = start(PRICES);
    const layout = new Layout(doc);
    const at = (row: number, column: number) =>
      placesOf(layout, {
        cell: { table: 1, row, column },
        from: { block: 0, offset: 0 },
        to: { block: 0, offset: 4 },
      });
    const [first, last] = [at(0, 0), at(1, 1)];
    const passage = first && last && bindPassage(layout, first.start, last.end);
    if (!passage || typeof passage === 'string') throw new Error('not bound');
    expect(passage.blocks).toEqual([PRICES[1]]);
    const price = ((block(doc, 1).get(2) as Y.XmlElement).get(1) as Y.XmlElement).get(0) as Y.XmlElement;
    (price.get(0) as Y.XmlText).insert(6, '-nine');
    expect(look(doc, passage).state).toBe('changed');
  });
});

it('[BOUND6] places that are not in the document, that are deleted or stand the wrong way round bind nothing', () => {
  const doc = start(PLAN);
  const places = placesOf(new Layout(doc), inRoot([2, 0], [2, 50]));
  if (!places) throw new Error('no words there');
  const nowhere = { item: { client: 7, clock: 3 }, assoc: 0 as const };
  expect(bindPassage(new Layout(doc), nowhere, places.end)).toBe('not_here');
  expect(bindPassage(new Layout(doc), places.end, places.start)).toBe('not_here');
  expect(placesOf(new Layout(start([paragraph('')])), inRoot([0, 0], [0, 0]))).toBeUndefined();
  text(doc, 2).delete(0, 1);
  expect(bindPassage(new Layout(doc), places.start, places.end)).toBe('not_here');
  const long = start([paragraph('x'.repeat(20_001))]);
  expect(() => bind(long, inRoot([0, 0], [0, 20_001]))).toThrow('too_long');
});
