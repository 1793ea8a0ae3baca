import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { docView } from '../../../../shared/sync/docView.ts';
import { checkUpdate, type GateAnswer } from '../../../../shared/sync/gate.ts';
import { bytesOf, deleteSet, gc, item, KIND, TYPE, update } from './updateBuilder.ts';

const RON = 11;
const PRIYA = 22;

/** A document in which Ron has written 'abc' (clocks 0 to 2) under the root 'x'. Priya sends what the tests send. */
function ronsDocument(): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = RON;
  doc.getText('x').insert(0, 'abc');
  return doc;
}

function check(bytes: Uint8Array, doc = ronsDocument()): GateAnswer {
  return checkUpdate(
    bytes,
    docView(doc, (client) => client !== RON),
  );
}

/** What a person types, as an update of its own. */
function typed(doc: Y.Doc, client: number, change: (doc: Y.Doc) => void): Uint8Array {
  const mine = new Y.Doc();
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(doc));
  mine.clientID = client;
  change(mine);
  return Y.encodeStateAsUpdate(mine, Y.encodeStateVector(doc));
}

describe('what it lets through', () => {
  test('[GATE1] a keystroke beside known words, with who wrote it', () => {
    const doc = ronsDocument();
    const bytes = typed(doc, PRIYA, (mine) => mine.getText('x').insert(1, 'z'));
    expect(check(bytes, doc)).toEqual({
      ok: true,
      clients: [PRIYA],
      news: true,
      overlaps: false,
      structs: 1,
      deletes: 0,
      effort: expect.any(Number),
    });
  });

  test('[GATE1] taking away a colleague’s words', () => {
    const doc = ronsDocument();
    const bytes = typed(doc, PRIYA, (mine) => mine.getText('x').delete(0, 2));
    expect(check(bytes, doc)).toMatchObject({ ok: true, clients: [], news: true, deletes: 1 });
  });

  test('[GATE1] an empty update, which is no news', () => {
    expect(check(bytesOf(0, 0))).toMatchObject({ ok: true, news: false });
  });

  test('[GATE2] a colleague’s words sent again are no news and no offence', () => {
    const doc = ronsDocument();
    doc.getText('x').delete(1, 1);
    expect(check(Y.encodeStateAsUpdate(doc), doc)).toMatchObject({ ok: true, clients: [], news: false });
  });

  test('[GATE2] old words sent again beside new ones are passed over, and the new ones told', () => {
    const doc = ronsDocument();
    const mine = new Y.Doc();
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(doc));
    mine.clientID = PRIYA;
    mine.getText('x').insert(3, 'd');
    expect(check(Y.encodeStateAsUpdate(mine), doc)).toMatchObject({ ok: true, clients: [PRIYA], news: true });
  });

  test('[GATE1] structs of two of my own clients that need each other, whichever comes first', () => {
    const doc = ronsDocument();
    const first = typed(doc, 100, (mine) => mine.getText('x').insert(3, 'one'));
    const both = new Y.Doc();
    Y.applyUpdate(both, Y.encodeStateAsUpdate(doc));
    Y.applyUpdate(both, first);
    both.clientID = 200;
    both.getText('x').insert(4, 'two');
    const bytes = Y.encodeStateAsUpdate(both, Y.encodeStateVector(doc));
    expect(check(bytes, doc)).toMatchObject({ ok: true, news: true });
    expect(new Set((check(bytes, doc) as Extract<GateAnswer, { ok: true }>).clients)).toEqual(
      new Set([100, 200]),
    );
  });
});

describe('what it refuses', () => {
  test('[GATE9] several values under one name, unless the same update deletes all of them, as undo keeps them', () => {
    const two = item(KIND.any, { root: 'm', sub: 'a' }, 2, { byte: 126 }, { byte: 126 });
    expect(check(update(PRIYA, 0, [two]))).toMatchObject({ code: 'malformed' });
    expect(check(update(PRIYA, 0, [two], [[PRIYA, 0, 1]]))).toMatchObject({ code: 'malformed' });
    expect(check(update(PRIYA, 0, [two], [[PRIYA, 1, 1]]))).toMatchObject({ code: 'malformed' });
    expect(check(update(PRIYA, 0, [two], [[PRIYA, 0, 2]]))).toMatchObject({ ok: true });
  });

  test('[GATE1] an attribute set twice offline, which Yjs joins to one run and keeps for an undo', () => {
    const doc = ronsDocument();
    const mine = new Y.Doc();
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(doc));
    mine.clientID = PRIYA;
    const map = mine.getMap('m');
    const undo = new Y.UndoManager(map, { captureTimeout: 0 });
    for (const value of [1, 2, 3]) map.set('a', value);
    const bytes = Y.encodeStateAsUpdate(mine, Y.encodeStateVector(doc));
    expect(Y.decodeUpdate(bytes).structs.map(({ length }) => length)).toEqual([2, 1]);
    expect(check(bytes, doc)).toMatchObject({ ok: true, clients: [PRIYA] });
    undo.destroy();
  });

  test('[GATE3] words in a colleague’s name', () => {
    expect(check(update(RON, 3, [item(KIND.string, { root: 'x' }, 'lies')]))).toEqual({
      ok: false,
      code: 'foreign_author',
      gap: false,
    });
  });

  test('[GATE4] a gap in the sender’s own changes, and says that the sender can fill it', () => {
    expect(check(update(PRIYA, 5, [item(KIND.string, { root: 'x' }, 'late')]))).toEqual({
      ok: false,
      code: 'unknown_reference',
      gap: true,
    });
  });

  test('[GATE4] a delete of what nobody wrote', () => {
    expect(check(bytesOf(0, deleteSet([[RON, 2, 2]])))).toMatchObject({ code: 'unknown_reference' });
  });

  test('[GATE5] bytes after the end', () => {
    expect(check(bytesOf(0, 0, 0))).toMatchObject({ code: 'malformed' });
  });

  test('[GATE6] a tombstone longer than anyone could have written', () => {
    expect(check(update(PRIYA, 0, [gc(2 ** 39)]))).toMatchObject({ code: 'malformed' });
  });

  test('[GATE7] an element that the editor does not know', () => {
    const bytes = update(PRIYA, 0, [item(KIND.type, { root: 'root-v2' }, TYPE.element, 'script')]);
    expect(check(bytes)).toMatchObject({ code: 'malformed' });
  });

  test('[GATE8] a key that reaches a prototype', () => {
    const bytes = update(PRIYA, 0, [item(KIND.any, { root: 'm', sub: '__proto__' }, 1, { byte: 120 })]);
    expect(check(bytes)).toMatchObject({ code: 'malformed' });
  });
});

test('[GATE9] what passes is applied whole, with nothing pending', () => {
  const doc = ronsDocument();
  const bytes = update(
    PRIYA,
    0,
    [item(KIND.string, { left: [RON, 0], right: [RON, 1] }, 'zz')],
    [[RON, 2, 1]],
  );
  expect(check(bytes, doc)).toMatchObject({ ok: true });
  Y.applyUpdate(doc, bytes);
  expect(doc.getText('x').toString()).toBe('azzb');
  expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
});
