import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { $isBlockNode } from '../../../client/editor/nodes/BlockNode.ts';
import { sqliteStorage } from '../../../server/sync/sqliteStorage.ts';
import type { WordsNow } from '../../../shared/comments/api.ts';
import {
  $block,
  $select,
  edit,
  meet,
  type Desk as Page,
  desk as pageOf,
} from '../../unit/client/editor/pair.ts';
import { type Desk, passageOf, SENTENCE, startDesk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

let papers = 0;
const QUOTED = { state: 'as_quoted' };
const changed = (words: string) => ({ state: 'changed', words });

/** A comment on a sentence in the second block; what `work` does in an editor reaches the server; what is found then. */
async function become(work: (page: Page) => void, words = SENTENCE): Promise<WordsNow | undefined> {
  const id = `anchor-${++papers}`;
  const paper = await desk.paper(id);
  const thread = await desk.begin('Ron Tasker', id, passageOf(paper.doc, words));
  const page = pageOf(7, Y.encodeStateAsUpdate(paper.doc));
  const known = Y.encodeStateVector(page.doc);
  work(page);
  const storage = sqliteStorage(desk.db);
  const bytes = Y.encodeStateAsUpdate(page.doc, known);
  const row = { accountId: null, seatId: null, clientId: 7, at: desk.clock.now, bytes };
  storage.append([{ documentId: id, after: storage.newest(id), rows: [row], claims: [] }]);
  page.tie.destroy();
  const { passage, quote } = await desk.thread('Priya Nandra', id, thread);
  expect(quote).toBe(words);
  return passage?.now;
}

// The second block says: "Buses run on Sundays. They are free. Nobody waits."
const type = (offset: number, text: string) => (page: Page) =>
  edit(page, () => $select(1, offset).insertText(text));
const split = (offset: number) => (page: Page) => edit(page, () => void $select(1, offset).insertParagraph());
const join = (block: number) => (page: Page) => edit(page, () => $select(block, 0).deleteCharacter(true));
const remove = (from: number, to: number) => (page: Page) =>
  edit(page, () => $select(1, from, to).removeText());

describe('what a comment is on', () => {
  it('[COM21] stays its words when others are typed before or behind them', async () => {
    expect(await become(type(0, 'From May on, '))).toMatchObject(QUOTED);
    expect(await become(type(50, ' Not one.'))).toMatchObject(QUOTED);
  });

  it('[COM21] has what is typed inside', async () => {
    expect(await become(type(31, 'nearly '))).toMatchObject(changed('They are nearly free.'));
  });

  it('[COM21] stays its words when they look otherwise, or stand in another kind of block', async () => {
    expect(await become((page) => edit(page, () => $select(1, 25, 33).formatText('bold')))).toMatchObject(
      QUOTED,
    );
    const heading = (page: Page) =>
      edit(page, () => {
        const block = $block(1);
        if ($isBlockNode(block)) block.setKind('heading2');
      });
    expect(await become(heading)).toMatchObject(QUOTED);
  });

  it('[COM21] goes with its words when a block is split before them or joined to another', async () => {
    expect(await become(split(22))).toMatchObject({ ...QUOTED, stretch: { from: { block: 2, offset: 0 } } });
    expect(await become(join(1))).toMatchObject({ ...QUOTED, stretch: { from: { block: 0 } } });
    expect(await become(join(2))).toMatchObject(QUOTED);
  });

  it('[COM21] is in two blocks when it is split, and as before when that is joined or undone', async () => {
    expect(await become(split(27))).toMatchObject(changed('They \nare free.'));
    const thenJoined = (page: Page) => {
      split(27)(page);
      join(2)(page);
    };
    expect(await become(thenJoined)).toMatchObject(QUOTED);
    const thenUndone = (page: Page) => {
      split(27)(page);
      page.tie.undo();
    };
    expect(await become(thenUndone)).toMatchObject(QUOTED);
  });

  it('[COM21] is gone once its words are, with the quote kept; and there again when that is undone', async () => {
    expect(await become(remove(22, 36))).toEqual({ state: 'gone' });
    const thenUndone = (page: Page) => {
      remove(22, 36)(page);
      page.tie.undo();
    };
    expect(await become(thenUndone)).toMatchObject(QUOTED);
  });

  it('[COM21] is what was written in its place', async () => {
    const other = (page: Page) => edit(page, () => $select(1, 22, 36).insertText('They cost money.'));
    expect(await become(other)).toMatchObject(changed('They cost money.'));
  });

  it('[COM21] can’t be told when its words are deleted and the same stand elsewhere', async () => {
    const elsewhere = (page: Page) => {
      edit(page, () => $select(2, 0).insertText(`${SENTENCE} Or so they say. `));
      remove(22, 36)(page);
    };
    expect(await become(elsewhere)).toEqual({ state: 'cannot_tell', why: 'elsewhere' });
  });

  it('[COM21] is found in words that were put back as a whole, by what stands around them', async () => {
    const restored = (page: Page) => {
      const line = 'Buses run on Sundays. They are free. Nobody waits.';
      edit(page, () => $select(1, 0, 50).insertText('Nothing.'));
      edit(page, () => $select(1, 0, 8).insertText(line));
    };
    expect(await become(restored)).toMatchObject(QUOTED);
  });

  it('[COM21] keeps what two people made of it without knowing of each other', async () => {
    const offline = (page: Page) => {
      const other = pageOf(8, Y.encodeStateAsUpdate(page.doc));
      split(10)(page);
      type(31, 'nearly ')(other);
      meet(page, other);
      other.tie.destroy();
    };
    expect(await become(offline)).toMatchObject(changed('They are nearly free.'));
  });
});
