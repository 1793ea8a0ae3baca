import { $createTextNode, $getRoot } from 'lexical';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { $createBlockNode } from '../../../client/editor/nodes/BlockNode.ts';
import { sqliteStorage } from '../../../server/sync/sqliteStorage.ts';
import type { Block } from '../../../shared/documents/blocks.ts';
import { paragraph } from '../../../shared/documents/compose.ts';
import { Layout } from '../../../shared/documents/layout.ts';
import { bindPassage, placesOf } from '../../../shared/passages/bindPassage.ts';
import { bringBack } from '../../../shared/versions/bringBack.ts';
import { $block, $select, edit, type Desk as Page, desk as pageOf } from '../../unit/client/editor/pair.ts';
import { type Desk, passageOf, SENTENCE, startDesk } from '../comments/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

let papers = 0;
const QUOTED = { state: 'as_quoted' };

/** A document with its first version, a page on which it is written, and what the server says of a thread then. */
async function documentAtWork(blocks?: readonly Block[]) {
  const id = `restored-${++papers}`;
  const paper = await desk.paper(id, blocks);
  const version = sqliteStorage(desk.db).newest(id);
  const page = pageOf(7, Y.encodeStateAsUpdate(paper.doc));
  let known = Y.encodeStateVector(page.doc);
  let deleted = '';
  const save = () => {
    const now = JSON.stringify([...Y.snapshot(page.doc).ds.clients]);
    const storage = sqliteStorage(desk.db);
    const bytes = Y.encodeStateAsUpdate(page.doc, known);
    if (now !== deleted || bytes.length > 2) {
      const row = { accountId: null, seatId: null, clientId: 7, at: desk.clock.now, bytes };
      storage.append([{ documentId: id, after: storage.newest(id), rows: [row], claims: [] }]);
    }
    known = Y.encodeStateVector(page.doc);
    deleted = now;
  };
  return {
    page,
    do: (work: (page: Page) => void) => {
      work(page);
      save();
    },
    /** As the page of whoever presses it does: with what the server says that the document was. */
    async bringBack() {
      const { json } = await desk.as('Priya Nandra', 'GET', `/api/documents/${id}/versions/${version}/state`);
      const then = new Y.Doc();
      Y.applyUpdate(then, Buffer.from(json.state, 'base64'));
      page.tie.changeWhole((moves) => bringBack({ earlier: then, now: page.doc, moves }));
      save();
    },
    begin: (on: string | object) =>
      desk.begin('Ron Tasker', id, typeof on === 'string' ? passageOf(page.doc, on) : on),
    async found(thread: string) {
      const { passage, quote } = await desk.thread('Priya Nandra', id, thread);
      return { quote, now: passage?.now };
    },
  };
}

const wipe = (page: Page) => edit(page, () => void $getRoot().clear().append($createBlockNode()));
const addLast = (words: string) => (page: Page) =>
  edit(page, () => void $getRoot().append($createBlockNode().append($createTextNode(words))));

// The second block says: "Buses run on Sundays. They are free. Nobody waits."
describe('a comment, when an earlier version is brought back', () => {
  it('[VERS6] is on the same letters still, where nobody had changed them', async () => {
    const work = await documentAtWork();
    const thread = await work.begin(SENTENCE);
    work.do(addLast('More.'));
    work.do((page) => edit(page, () => $select(1, 13, 20).insertText('Mondays')));
    await work.bringBack();
    expect(await work.found(thread)).toMatchObject({
      quote: SENTENCE,
      now: { ...QUOTED, stretch: { from: { block: 1, offset: 22 } } },
    });
  });

  it('[VERS6] is on its words again, where they were changed since', async () => {
    const work = await documentAtWork();
    const [whole, part] = [await work.begin(SENTENCE), await work.begin('free')];
    work.do((page) => edit(page, () => $select(1, 27, 35).insertText('cost money')));
    expect((await work.found(whole)).now).toMatchObject({ state: 'changed' });
    await work.bringBack();
    expect((await work.found(whole)).now).toMatchObject(QUOTED);
    expect((await work.found(part)).now).toMatchObject({
      ...QUOTED,
      stretch: { from: { block: 1, offset: 31 } },
    });
  });

  it('[VERS6] is on its words again, where their block was deleted, or the whole document wiped', async () => {
    for (const wreck of [(page: Page) => edit(page, () => $block(1).remove()), wipe]) {
      const work = await documentAtWork();
      const thread = await work.begin(SENTENCE);
      work.do(wreck);
      expect((await work.found(thread)).now).toEqual({ state: 'gone' });
      await work.bringBack();
      expect((await work.found(thread)).now).toMatchObject({
        ...QUOTED,
        stretch: { from: { block: 1, offset: 22 } },
      });
    }
  });

  it('[VERS6] is on its own words, where nothing but their letters tells them from others', async () => {
    const again = Array.from({ length: 12 }, () => paragraph('Again.'));
    for (const wreck of [(page: Page) => edit(page, () => $block(6).remove()), wipe]) {
      const work = await documentAtWork(again);
      const layout = new Layout(work.page.doc);
      const places = placesOf(layout, {
        cell: null,
        from: { block: 6, offset: 0 },
        to: { block: 6, offset: 6 },
      });
      const bound = places && bindPassage(layout, places.start, places.end);
      if (!places || !bound || typeof bound === 'string') throw new Error('there are words');
      const thread = await work.begin({ passage: { ...places, hash: bound.hash } });
      work.do(wreck);
      await work.bringBack();
      expect((await work.found(thread)).now).toMatchObject({
        ...QUOTED,
        stretch: { from: { block: 6, offset: 0 } },
      });
    }
  });

  it('[VERS6] says that its words have changed, where they were written after the version, and keeps them', async () => {
    const work = await documentAtWork();
    work.do((page) => edit(page, () => $select(1, 22, 36).insertText('They cost money.')));
    work.do(addLast('Only on weekdays.'));
    const [instead, added] = [await work.begin('They cost money.'), await work.begin('Only on weekdays.')];
    await work.bringBack();
    // “They” and the full stop are the same letters: the words between them are not those of the comment.
    expect(await work.found(instead)).toEqual({
      quote: 'They cost money.',
      now: { state: 'cannot_tell', why: 'moved_apart' },
    });
    expect(await work.found(added)).toEqual({ quote: 'Only on weekdays.', now: { state: 'gone' } });
  });

  it('[VERS6] is where it was before, once that is undone', async () => {
    const work = await documentAtWork();
    const old = await work.begin(SENTENCE);
    work.do(wipe);
    work.do(addLast('Only on weekdays.'));
    const later = await work.begin('Only on weekdays.');
    await work.bringBack();
    expect((await work.found(old)).now).toMatchObject(QUOTED);
    work.do((page) => page.tie.undo());
    expect((await work.found(old)).now).toEqual({ state: 'gone' });
    expect((await work.found(later)).now).toMatchObject(QUOTED);
    work.do((page) => page.tie.redo());
    expect((await work.found(old)).now).toMatchObject(QUOTED);
    await work.bringBack();
    expect((await work.found(old)).now).toMatchObject(QUOTED);
  });
});
