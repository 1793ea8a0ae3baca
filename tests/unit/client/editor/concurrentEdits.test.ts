import { $getRoot, $getSelection, $isRangeSelection, type RangeSelection } from 'lexical';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { $nodesToBlocks } from '../../../../client/editor/blocks.ts';
import { $linkSelection } from '../../../../client/editor/changes.ts';
import { $isBlockNode } from '../../../../client/editor/nodes/BlockNode.ts';
import type { BlockKind } from '../../../../shared/documents/blocks.ts';
import { readText } from '../../../../shared/documents/readText.ts';
import { $block, $select, type Desk, desk, edit, meet, words, write } from './pair.ts';

const FOX = 'The quick brown fox jumps over the lazy dog';

type Act = (at: Desk) => void;
const type =
  (offset: number, text: string, block = 0): Act =>
  (at) =>
    edit(at, () => $select(block, offset).insertText(text));
const split =
  (offset: number, block = 0): Act =>
  (at) =>
    edit(at, () => void $select(block, offset).insertParagraph());
const remove =
  (from: number, to: number, block = 0, endBlock = block): Act =>
  (at) =>
    edit(at, () => $select(block, from, to, endBlock).removeText());
const bold =
  (from: number, to: number): Act =>
  (at) =>
    edit(at, () => $select(0, from, to).formatText('bold'));
const link =
  (from: number, to: number): Act =>
  (at) =>
    edit(at, () => {
      $select(0, from, to);
      $linkSelection('https://example.org/');
    });
const kind =
  (next: BlockKind): Act =>
  (at) =>
    edit(at, () => {
      const block = $block(0);
      if ($isBlockNode(block)) block.setKind(next);
    });
const join =
  (block: number): Act =>
  (at) =>
    edit(at, () => $select(block, 0).deleteCharacter(true));
const dropBlock =
  (block: number): Act =>
  (at) =>
    edit(at, () => $block(block).remove());
const undo: Act = (at) => at.tie.undo();
const both =
  (...acts: Act[]): Act =>
  (at) => {
    for (const act of acts) act(at);
  };

/** Ann and Ben each act without knowing of the other, then meet. Ids decide who stands first, so both ways round are tried. */
function outcome(ann: Act, ben: Act, lines: string[], swapped: boolean, after: Act = () => {}) {
  const [a, b] = swapped ? [desk(2), desk(1)] : [desk(1), desk(2)];
  const onlooker = desk(3);
  write(a, ...lines);
  meet(a, b, onlooker);
  a.tie.undoManager.clear();
  ann(a);
  ben(b);
  meet(onlooker, a, b);
  after(a);
  meet(a, b, onlooker);
  const fresh = desk(9, Y.encodeStateAsUpdate(a.doc));
  for (const other of [b, onlooker, fresh]) expect(words(other)).toEqual(words(a));
  expect(readText(a.doc)).toEqual(a.editor.read(() => $nodesToBlocks($getRoot().getChildren())));
  for (const each of [a, b, onlooker, fresh]) expect(each.problems).toEqual([]);
  return { words: words(a), blocks: readText(a.doc), a, b };
}

interface Case {
  readonly title: string;
  readonly ann: Act;
  readonly ben: Act;
  readonly lines?: string[];
  readonly want: string[];
  /** What it is the other way round, where ids make a difference that loses nothing. */
  readonly orElse?: string[];
}

const CASES: readonly Case[] = [
  {
    title: 'typing and typing: both are there',
    ann: type(4, 'very '),
    ben: type(16, 'red '),
    want: ['The very quick brown red fox jumps over the lazy dog'],
  },
  {
    title: 'bold and typing: the words are there',
    ann: bold(4, 19),
    ben: type(16, 'red '),
    want: ['The quick brown red fox jumps over the lazy dog'],
  },
  {
    title: 'deleting and typing inside it: the typed words stay',
    ann: remove(10, 20),
    ben: type(16, 'red '),
    want: ['The quick red jumps over the lazy dog'],
  },
  {
    title: 'changing the kind and typing: the words are there',
    ann: kind('heading1'),
    ben: type(16, 'red '),
    want: ['The quick brown red fox jumps over the lazy dog'],
  },
  {
    title: 'linking and typing inside: the words are there',
    ann: link(4, 19),
    ben: type(16, 'red '),
    want: ['The quick brown red fox jumps over the lazy dog'],
  },
  {
    title: 'splitting and typing after it: the typed words go with theirs',
    ann: split(10),
    ben: type(16, 'red '),
    want: ['The quick ', 'brown red fox jumps over the lazy dog'],
  },
  {
    title: 'splitting and typing at the end: the typed words go with theirs',
    ann: split(10),
    ben: type(43, ' today'),
    want: ['The quick ', 'brown fox jumps over the lazy dog today'],
  },
  {
    title: 'splitting and typing before it: the typed words stay',
    ann: split(10),
    ben: type(4, 'very '),
    want: ['The very quick ', 'brown fox jumps over the lazy dog'],
  },
  {
    title: 'splitting twice: three blocks, each word once',
    ann: split(10),
    ben: split(20),
    want: ['The quick ', 'brown fox ', 'jumps over the lazy dog'],
  },
  {
    title: 'splitting at one place: each word once, with room between',
    ann: split(10),
    ben: split(10),
    want: ['The quick ', '', 'brown fox jumps over the lazy dog'],
  },
  {
    title: 'splitting and deleting across it: each word at most once',
    ann: split(16),
    ben: remove(10, 20),
    want: ['The quick ', 'fox jumps over the lazy dog'],
  },
  {
    title: 'joining and typing in the joined block: the typed words go with theirs',
    ann: join(1),
    ben: type(5, ' red', 1),
    lines: ['The quick ', 'brown fox'],
    want: ['The quick brown red fox'],
  },
  {
    title: 'joining and typing at the start of the joined block: the typed words go with theirs',
    ann: join(1),
    ben: type(0, 'red ', 1),
    lines: ['The quick ', 'brown fox'],
    want: ['The quick red brown fox'],
  },
  {
    title: 'joining and joining: each word once',
    ann: join(1),
    ben: join(1),
    lines: ['The quick ', 'brown fox'],
    want: ['The quick brown fox'],
  },
  {
    title: 'joining and splitting the joined block: each word once',
    ann: join(1),
    ben: split(6, 1),
    lines: ['The quick ', 'brown fox'],
    want: ['The quick brown ', 'fox'],
    orElse: ['The quick brown fox', ''],
  },
  {
    title: 'deleting a block and typing in it: the unseen words stay, in a block of their own',
    ann: dropBlock(1),
    ben: type(5, ' red', 1),
    lines: ['The quick ', 'brown fox', 'jumps'],
    want: ['The quick ', 'red ', 'jumps'],
  },
  {
    title: 'splitting and changing the kind: the words are there',
    ann: split(10),
    ben: kind('quote'),
    want: ['The quick ', 'brown fox jumps over the lazy dog'],
  },
  {
    title: 'splitting, typing in the new block, and splitting further on: each word once',
    ann: both(split(10), type(0, 'big ', 1)),
    ben: both(split(20), type(0, 'slowly ', 1)),
    want: ['The quick ', 'big brown fox ', 'slowly jumps over the lazy dog'],
    orElse: ['The quick ', 'big brown fox slowly ', 'jumps over the lazy dog'],
  },
];

for (const { title, ann, ben, lines = [FOX], want, orElse } of CASES)
  for (const swapped of [false, true])
    it(`[EDIT6] ${title}${swapped ? ' (the other way round)' : ''}`, () => {
      const { words: got } = outcome(ann, ben, lines, swapped);
      if (orElse) expect([want, orElse]).toContainEqual(got);
      else expect(got).toEqual(want);
    });

for (const swapped of [false, true]) {
  const round = swapped ? ' (the other way round)' : '';

  it(`[EDIT6] undoing a split while someone types in the new block loses nothing${round}`, () => {
    const [a, b] = swapped ? [desk(2), desk(1)] : [desk(1), desk(2)];
    write(a, FOX);
    meet(a, b);
    a.tie.undoManager.clear();
    split(10)(a);
    meet(a, b);
    type(6, 'red ', 1)(b);
    undo(a);
    meet(a, b);
    expect(words(b)).toEqual(words(a));
    expect(words(a)).toEqual(['The quick brown red fox jumps over the lazy dog']);
    a.tie.redo();
    meet(a, b);
    expect(words(a).join('')).toBe('The quick brown red fox jumps over the lazy dog');
  });

  it(`[EDIT6] undoing one of two splits of the same block doubles no word and loses none${round}`, () => {
    const { words: got } = outcome(split(10), split(20), [FOX], swapped, undo);
    expect(got.join(' ').split(/\s+/).filter(Boolean).sort()).toEqual(FOX.split(' ').sort());
  });

  it(`[EDIT6] a caret in words that someone else moves goes with them${round}`, () => {
    const [a, b] = swapped ? [desk(2), desk(1)] : [desk(1), desk(2)];
    write(a, FOX);
    meet(a, b);
    split(10)(a);
    edit(b, () => void $select(0, 16));
    type(16, 'red ')(b);
    meet(a, b);
    edit(b, () => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) throw new Error('the caret is gone');
      selection.insertText('and quick ');
    });
    expect(words(b)).toEqual(['The quick ', 'brown red and quick fox jumps over the lazy dog']);
    edit(b, () => void $select(1, 47));
    split(6, 1)(a);
    meet(a, b);
    edit(b, () => void ($getSelection() as RangeSelection).insertText('!'));
    expect(words(b)).toEqual(['The quick ', 'brown ', 'red and quick fox jumps over the lazy dog!']);
  });
}

/** Three people act apart and meet; whoever has whichever id, all see the same. */
function threeApart(lines: string[], acts: readonly [Act, Act, Act], before: Act = () => {}): string[][] {
  return [
    [1, 2, 3],
    [2, 3, 1],
    [3, 1, 2],
    [3, 2, 1],
  ].map((ids) => {
    const desks = ids.map((id) => desk(id)) as [Desk, Desk, Desk];
    write(desks[0], ...lines);
    meet(...desks);
    before(desks[0]);
    meet(...desks);
    for (const each of desks) each.tie.undoManager.clear();
    for (const [index, act] of acts.entries()) act(desks[index] as Desk);
    meet(...desks);
    for (const other of desks) expect(words(other)).toEqual(words(desks[0]));
    for (const other of desks) expect(other.problems).toEqual([]);
    return words(desks[0]);
  });
}

const onceEach = (lines: readonly string[]) => lines.join(' ').split(/\s+/).filter(Boolean).sort();

it('[EDIT6] two joins of a block in which a third person types, while that person splits what it joins, leave each word once', () => {
  const ends = threeApart(
    ['The quick brown fox ', 'jumps over'],
    [join(1), both(type(0, 'then ', 1), split(10)), join(1)],
  );
  for (const end of ends) expect(onceEach(end)).toEqual(onceEach(['The quick brown fox then jumps over']));
});

it('[EDIT6] undoing a join and a deletion at once, while someone splits the joined block, leaves each word once', () => {
  const ends = threeApart(
    ['The ', 'quick brown fox'],
    [both(join(1), remove(10, 19), undo), split(6, 1), () => {}],
  );
  for (const end of ends) expect(onceEach(end)).toEqual(onceEach(['The quick brown fox']));
});

it('[EDIT6] what an undo moved is written down for those who come when the one who undid has left', () => {
  const [a, b] = [desk(2), desk(1)];
  write(a, 'The ', 'quick brown fox');
  meet(a, b);
  a.tie.undoManager.clear();
  both(join(1), remove(10, 19), undo)(a);
  split(6, 1)(b);
  const late = desk(9, Y.mergeUpdates([a, b].map(({ doc }) => Y.encodeStateAsUpdate(doc))));
  expect(onceEach(words(late))).toEqual(onceEach(['The quick brown fox']));
});

it('[EDIT6] two undo the same deletion, one after the other, while a third joins the block: each word once', () => {
  const [a, b, c] = [desk(1), desk(2), desk(3)];
  const lines = ['The ', 'quick brown fox'];
  write(a, ...lines);
  meet(a, b, c);
  for (const each of [a, c]) {
    each.tie.undoManager.clear();
    remove(6, 15, 1)(each);
  }
  join(1)(b);
  undo(c);
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(c.doc), 'remote');
  undo(a);
  expect(words(a)).toEqual(lines);
  meet(a, b, c);
  for (const each of [a, b, c]) expect(onceEach(words(each))).toEqual(onceEach(lines));
});

it('[EDIT6] two joins of a block that holds new words before moved ones leave each word once', () => {
  const ends = threeApart(['The quick brown fox'], [join(1), join(1), () => {}], (at) =>
    edit(at, () => {
      $select(0, 10).insertParagraph();
      ($getSelection() as RangeSelection).insertText('big ');
    }),
  );
  for (const end of ends) expect(onceEach(end)).toEqual(onceEach(['The quick big brown fox']));
});

it('[EDIT6] a move that somebody made up deletes nothing', () => {
  const [a, b] = [desk(1), desk(2)];
  write(a, FOX);
  meet(a, b);
  a.doc.transact(() => {
    const moves = a.doc.getMap<unknown>('moves');
    for (const [key, value] of Object.entries({
      '1.0': 'x',
      '1.1': [],
      '1.2': [1, 5, 1, 2],
      '1.3': [1, 5, 1, 2, 99],
      '-1.4': [0, 0, 1, -3, 4],
      '9.9': [1, 4, 77, 0, 4],
      x: [1, 1, 1, 1, 1],
    }))
      moves.set(key, value);
  });
  meet(a, b);
  expect(words(b)).toEqual([FOX]);
  expect(b.problems).toEqual([]);
});
