import { $createTextNode, $getRoot, $isTextNode } from 'lexical';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { $createBlockNode, $isBlockNode } from '../../../../client/editor/nodes/BlockNode.ts';
import type { Block } from '../../../../shared/documents/blocks.ts';
import { Moves } from '../../../../shared/documents/moves/moves.ts';
import { readText, WORDS_ROOT } from '../../../../shared/documents/readText.ts';
import { writeBlocks } from '../../../../shared/documents/writeBlocks.ts';
import { bringBack, differenceOf, knowsAll } from '../../../../shared/versions/bringBack.ts';
import { $block, $select, type Desk, desk, edit, meet, words } from './pair.ts';

const PLAN: readonly Block[] = [
  { kind: 'heading1', runs: [{ text: 'Trips' }] },
  {
    kind: 'paragraph',
    runs: [{ text: 'Buses run on ' }, { text: 'Sundays', marks: ['bold'] }, { text: '. They are free.' }],
  },
  { kind: 'bullet', runs: [{ text: 'Nobody waits.' }] },
  {
    kind: 'table',
    rows: [
      ['Who', 'When'].map((text) => ({
        header: true,
        blocks: [{ kind: 'paragraph' as const, runs: [{ text }] }],
      })),
      ['Ron', 'May'].map((text) => ({
        header: false,
        blocks: [{ kind: 'paragraph' as const, runs: [{ text }] }],
      })),
    ],
  },
  { kind: 'paragraph', runs: [{ text: 'The end.' }] },
];

/** A page with the plan, and the version that it can bring back. */
function start(blocks: readonly Block[] = PLAN) {
  const doc = new Y.Doc();
  doc.clientID = 1000;
  writeBlocks(doc, blocks);
  const state = Y.encodeStateAsUpdate(doc);
  return { state, page: desk(7, state) };
}

function versionOf(state: Uint8Array): Y.Doc {
  const then = new Y.Doc();
  Y.applyUpdate(then, state);
  return then;
}

const difference = (page: Desk, state: Uint8Array) =>
  differenceOf({ earlier: versionOf(state), now: page.doc, moves: new Moves(page.doc) });
const back = (page: Desk, state: Uint8Array) =>
  page.tie.changeWhole((moves) => bringBack({ earlier: versionOf(state), now: page.doc, moves }));

/** What a change wrote and deleted: letters and other things by their number. */
function sizeOf(page: Desk, work: () => void): { written: number; deleted: number } {
  let [written, deleted] = [0, 0];
  const count = ({ deleteSet, beforeState, afterState, doc }: Y.Transaction) => {
    for (const ranges of deleteSet.clients.values()) for (const { len } of ranges) deleted += len;
    written += (afterState.get(doc.clientID) ?? 0) - (beforeState.get(doc.clientID) ?? 0);
  };
  page.doc.on('afterTransaction', count);
  work();
  page.doc.off('afterTransaction', count);
  return { written, deleted };
}

const NOTHING = { comes: 0, goes: 0, changes: 0, shifts: 0, same: false };

describe('bringing an earlier version back', () => {
  it('[VERS4] writes and deletes only the words that differ, as one step that Ctrl Z takes back', () => {
    const { state, page } = start();
    edit(page, () => $select(1, 13, 20).insertText('Mondays'));
    const before = readText(page.doc);
    expect(difference(page, state)).toEqual({ ...NOTHING, changes: 1 });
    const { written, deleted } = sizeOf(page, () => back(page, state));
    expect(readText(page.doc)).toEqual(readText(versionOf(state)));
    expect(deleted).toBeLessThan(12);
    expect(written).toBeLessThan(14);
    expect(words(page)[1]).toBe('Buses run on Sundays. They are free.');
    page.tie.undo();
    expect(readText(page.doc)).toEqual(before);
    page.tie.redo();
    expect(readText(page.doc)).toEqual(readText(versionOf(state)));
  });

  it('[VERS4] puts back blocks that went, their order, kinds, marks and tables, and takes out later ones', () => {
    const { state, page } = start();
    edit(page, () => {
      const heading = $block(0);
      if ($isBlockNode(heading)) heading.setKind('quote');
    });
    edit(page, () => $block(1).remove());
    edit(page, () => $block(2).remove());
    edit(page, () => $block(2).insertAfter($createBlockNode().append($createTextNode('Later.'))));
    edit(page, () => void $block(0).insertBefore($block(2)));
    expect(difference(page, state)).toEqual({ comes: 2, goes: 1, changes: 1, shifts: 1, same: false });
    back(page, state);
    expect(readText(page.doc)).toEqual(readText(versionOf(state)));
    page.tie.settle();
    expect(page.problems).toEqual([]);
    expect(difference(page, state)).toEqual({ ...NOTHING, same: true });
  });

  it('[VERS4] changes in a table only the cells that differ', () => {
    const { state, page } = start();
    edit(page, () => {
      const cell = $getRoot()
        .getAllTextNodes()
        .find((node) => node.getTextContent() === 'May');
      if ($isTextNode(cell)) cell.setTextContent('June');
    });
    const { written } = sizeOf(page, () => back(page, state));
    expect(readText(page.doc)).toEqual(readText(versionOf(state)));
    expect(written).toBeLessThan(8);
  });

  it('[VERS4] takes marks away and gives them back without touching the words', () => {
    const { state, page } = start();
    edit(page, () => $select(1, 13, 20).formatText('bold'));
    edit(page, () => $select(1, 0, 5).formatText('italic'));
    const { deleted } = sizeOf(page, () => back(page, state));
    expect(readText(page.doc)).toEqual(readText(versionOf(state)));
    const root = page.doc.get(WORDS_ROOT, Y.XmlElement);
    const text = (root.get(1) as Y.XmlElement).get(0) as Y.XmlText;
    const living = [];
    for (let item = text._start; item; item = item.right)
      if (!item.deleted && item.countable) living.push(item.id.client);
    expect(new Set(living)).toEqual(new Set([1000]));
    expect(deleted).toBeLessThan(10);
  });

  it('[VERS4] leaves alone what was pasted over with the same words', () => {
    const { state, page } = start();
    edit(page, () => {
      const [, first] = $getRoot().getChildren();
      const again = $createBlockNode('bullet').append($createTextNode('Nobody waits.'));
      $block(2).remove();
      first?.insertAfter(again);
    });
    expect(difference(page, state)).toEqual({ ...NOTHING, same: true });
    expect(sizeOf(page, () => back(page, state))).toEqual({ written: 0, deleted: 0 });
  });

  it('[VERS4] waits for a page that has not all of the version yet', () => {
    const { state, page } = start();
    const late = new Y.Doc();
    expect(knowsAll({ earlier: versionOf(state), now: late })).toBe(false);
    expect(knowsAll({ earlier: versionOf(state), now: page.doc })).toBe(true);
  });
});

describe('while others write', () => {
  it('[VERS5] what they type at that moment stays, and everyone ends with the same', () => {
    const { state, page } = start();
    edit(page, () => $select(1, 13, 20).insertText('Mondays'));
    edit(page, () => $block(4).insertAfter($createBlockNode().append($createTextNode('Later.'))));
    const other = desk(8, Y.encodeStateAsUpdate(page.doc));
    edit(other, () => $select(1, 0).insertText('Please note: '));
    edit(other, () => $select(5, 6).insertText(' And more.'));
    back(page, state);
    meet(page, other);
    expect(words(page)).toEqual(words(other));
    expect(words(page)[1]).toBe('Please note: Buses run on Sundays. They are free.');
    expect(words(page).join('\n')).toContain('And more.');
    expect(words(page).join('\n')).not.toContain('Later.');
  });

  it('[VERS5] two people who bring the same version back at once leave no word twice', () => {
    const { state, page } = start();
    edit(page, () => $select(1, 13, 20).insertText('Mondays'));
    edit(page, () => $block(2).remove());
    const other = desk(8, Y.encodeStateAsUpdate(page.doc));
    back(page, state);
    back(other, state);
    meet(page, other);
    expect(words(page)).toEqual(words(other));
    const said = words(page).filter((line) => line !== '');
    expect(said[1]).toBe('Buses run on Sundays. They are free.');
    expect(said.filter((line) => line === 'Nobody waits.')).toHaveLength(1);
  });

  it('[VERS5] it is taken back only while nothing else was done here', () => {
    const { state, page } = start();
    edit(page, () => $select(1, 13, 20).insertText('Mondays'));
    const takeBack = back(page, state);
    edit(page, () => $select(4, 8).insertText(' Or so.'));
    expect(takeBack()).toBe(false);
    page.tie.undo();
    expect(takeBack()).toBe(true);
    expect(words(page)[1]).toBe('Buses run on Mondays. They are free.');
    expect(takeBack()).toBe(false);
  });

  it('[VERS5] an undo that passes over a step of which nothing is left still says what its words stand for', () => {
    const { state, page } = start();
    edit(page, () => $block(1).remove());
    const step = page.tie.undoManager;
    step.stopCapturing();
    edit(page, () => $select(3, 8).insertText(' Mine.'));
    step.stopCapturing();
    const other = desk(8, Y.encodeStateAsUpdate(page.doc));
    edit(other, () => $select(3, 8, 14).removeText());
    meet(page, other);
    page.tie.undo();
    expect(words(page)[1]).toBe('Buses run on Sundays. They are free.');
    const moves = new Moves(page.doc);
    const earlier = versionOf(state);
    const text = ((earlier.get(WORDS_ROOT, Y.XmlElement).get(1) as Y.XmlElement).get(0) as Y.XmlText)._start;
    expect(
      text && moves.of({ client: text.id.client, clock: text.id.clock, len: 1 }).some(({ copy }) => copy),
    ).toBe(true);
  });
});
