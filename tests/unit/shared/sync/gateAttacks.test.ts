import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { docView } from '../../../../shared/sync/docView.ts';
import { checkUpdate, type GateRefusal } from '../../../../shared/sync/gate.ts';
import { GATE_LIMITS } from '../../../../shared/sync/updateStructs.ts';
import { processorMs } from '../../../processorMs.ts';
import { bytesOf, deleteSet, gc, item, KIND, type Part, TYPE, update } from './updateBuilder.ts';

const RON = 11;
const MALLORY = 66;

/** Ron's words (clocks 0 to 2 under the root 'x'), as the server has them when Mallory sends a frame. */
function ronsDocument(): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = RON;
  doc.getText('x').insert(0, 'abc');
  return doc;
}

/** Sends Mallory's frame the way the server does: what is refused never touches the document. */
function send(bytes: Uint8Array, doc = ronsDocument()) {
  const before = Y.encodeStateAsUpdate(doc);
  const check = () =>
    checkUpdate(
      bytes,
      docView(doc, (client) => client !== RON),
    );
  const start = processorMs();
  const answer = check();
  let took = processorMs() - start;
  // A check may wait for the machine's other work; a slow one is slow each time.
  for (let i = 0; i < 3 && took > 50; i++) {
    const again = processorMs();
    check();
    took = Math.min(took, processorMs() - again);
  }
  if (answer.ok) Y.applyUpdate(doc, bytes);
  return { answer, took, changed: !equal(Y.encodeStateAsUpdate(doc), before) };
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function expectNothing(bytes: Uint8Array, code: GateRefusal['code'], doc?: Y.Doc): void {
  const { answer, took, changed } = send(bytes, doc);
  expect(answer).toMatchObject({ ok: false, code });
  expect(changed).toBe(false);
  expect(took).toBeLessThan(50);
}

const any = (at: Parameters<typeof item>[1], ...value: Part[]) => item(KIND.any, at, 1, ...value);
const text = { root: 'x' } as const;

describe('silencing a colleague', () => {
  const poison = update(RON, 3, [gc(2 ** 40)]);

  test('thirteen bytes under Ron’s clientID would make raw Yjs ignore all that Ron writes later', () => {
    expect(poison.length).toBeLessThanOrEqual(13);
    const rons = ronsDocument();
    const server = new Y.Doc();
    Y.applyUpdate(server, Y.encodeStateAsUpdate(rons));
    Y.applyUpdate(server, poison);
    rons.getText('x').insert(3, ' and my next words');
    Y.applyUpdate(server, Y.encodeStateAsUpdate(rons));
    expect(server.getText('x').toString()).toBe('abc');
  });

  test('[GATE3] and do nothing here', () => expectNothing(poison, 'malformed'));

  test('[GATE3] nor do they when they stay within the bounds', () => {
    expectNothing(update(RON, 3, [gc(1000)]), 'foreign_author');
  });

  test('[GATE3] nor when they begin among words that are known', () => {
    expectNothing(update(RON, 1, [item(KIND.string, { left: [RON, 0] }, 'bc and lies')]), 'foreign_author');
  });
});

describe('making everyone carry what can never be applied', () => {
  const far = update(MALLORY, 2 ** 31, [item(KIND.string, text, 'later')]);
  const deleteUnknown = bytesOf(0, deleteSet([[999, 0, 2 ** 31]]));

  test('raw Yjs keeps a far-off clock and an unknown delete for ever, and sends them to all who join', () => {
    const doc = ronsDocument();
    Y.applyUpdate(doc, far);
    Y.applyUpdate(doc, deleteUnknown);
    expect(doc.store.pendingStructs).not.toBeNull();
    expect(doc.store.pendingDs).not.toBeNull();
  });

  test('[GATE4] a far-off clock', () => expectNothing(far, 'unknown_reference'));
  test('[GATE4] a delete of what nobody wrote', () => expectNothing(deleteUnknown, 'unknown_reference'));
  test('[GATE4] words beside words that nobody wrote', () =>
    expectNothing(update(MALLORY, 0, [item(KIND.string, { left: [999, 0] }, 'x')]), 'unknown_reference'));
  test('[GATE4] words inside a type that nobody made', () =>
    expectNothing(update(MALLORY, 0, [item(KIND.string, { parent: [999, 0] }, 'x')]), 'unknown_reference'));
  test('[GATE4] words beside one’s own words to come', () =>
    expectNothing(update(MALLORY, 0, [item(KIND.string, { left: [MALLORY, 4] }, 'x')]), 'unknown_reference'));
  test('[GATE4] a hole that the sender leaves in its own words', () => {
    const hole = update(MALLORY, 0, [item(KIND.skip, {}, 5), item(KIND.string, text, 'x')]);
    expectNothing(hole, 'unknown_reference');
  });
  test('[GATE4] two clients’ words that each came after the other', () => {
    const first = bytesOf(1, 70, 0, item(KIND.string, { left: [71, 0] }, 'a'));
    const second = bytesOf(1, 71, 0, item(KIND.string, { left: [70, 0] }, 'b'));
    expectNothing(bytesOf(2, first, second, 0), 'unknown_reference');
  });
  test('[GATE6] clocks at the end of all numbers', () => {
    expectNothing(update(MALLORY, Number.MAX_SAFE_INTEGER - 1, [gc(1)]), 'malformed');
    expectNothing(bytesOf(0, deleteSet([[RON, Number.MAX_SAFE_INTEGER, 5]])), 'malformed');
  });
});

describe('few bytes that claim to be much', () => {
  const structBomb = bytesOf(1, 10_000_000, 5, 0);

  test('raw Yjs makes room for ten million structs because seven bytes say so', () => {
    expect(structBomb.length).toBeLessThanOrEqual(7);
    const before = process.memoryUsage().heapUsed;
    expect(() => Y.applyUpdate(new Y.Doc(), structBomb)).toThrow();
    expect(process.memoryUsage().heapUsed - before).toBeGreaterThan(50 * 2 ** 20);
  });

  test.each([
    ['structs', structBomb],
    ['clients', bytesOf(2 ** 40, 0)],
    ['structs beyond all numbers', bytesOf(1, ...Array<Part>(9).fill({ byte: 255 }), { byte: 127 }, 5, 0, 0)],
    ['a number padded with zeros', bytesOf(...Array<Part>(200).fill({ byte: 128 }), { byte: 0 })],
    ['JSON values', update(MALLORY, 0, [item(KIND.json, text, 2 ** 30)])],
    ['values', update(MALLORY, 0, [item(KIND.any, text, 2 ** 30)])],
    ['values in a list', update(MALLORY, 0, [any(text, { byte: 117 }, 2 ** 30)])],
    ['bytes', update(MALLORY, 0, [item(KIND.binary, text, 2 ** 30)])],
    ['letters', update(MALLORY, 0, [item(KIND.string, text, 2 ** 30)])],
    ['deleted ranges', bytesOf(0, 1, RON, 2 ** 30)],
    ['clients in the deleted ranges', bytesOf(0, 2 ** 30)],
    ['a run of deleted words', update(MALLORY, 0, [item(KIND.deleted, text, 2 ** 30)])],
  ])('[GATE5] %s', (_name, bytes) => expectNothing(bytes, 'malformed'));

  test('[GATE5] ranges that overlap, so that each deletes the whole document again', () => {
    const ranges = bytesOf(0, 1, RON, 20_000, ...Array.from({ length: 20_000 }, () => bytesOf(0, 3)));
    expectNothing(ranges, 'malformed');
  });

  test('[GATE5] more bytes than a frame may have', () => {
    expectNothing(new Uint8Array(GATE_LIMITS.bytes + 1), 'too_large');
  });

  test('[GATE5] more structs than a frame may have', () => {
    const many = Array.from({ length: GATE_LIMITS.structs + 1 }, () => gc(1));
    expectNothing(update(MALLORY, 0, many), 'too_large');
  });

  test('[GATE5] an update in Yjs’s second encoding, which can hold a bomb of its own', () => {
    const doc = ronsDocument();
    expectNothing(Y.encodeStateAsUpdateV2(doc), 'malformed');
    expectNothing(bytesOf(0, 0, 5, 0x9f, 0x9f, 0x9f, 0x9f, 3, 0, 0, 0, 0, 0, 0), 'malformed');
  });
});

describe('frames that say two things', () => {
  test.each([
    ['bytes after the end', bytesOf(0, 0, 0)],
    ['nothing at all', bytesOf()],
    [
      'two groups of one client, of which Yjs would lose the first',
      bytesOf(2, 1, 5, 0, gc(1), 1, 5, 0, gc(1), 0),
    ],
    ['a group of no structs', bytesOf(1, 0, 5, 0, 0, 0)],
    ['a struct of no length', update(MALLORY, 0, [gc(0)])],
    ['an empty text', update(MALLORY, 0, [item(KIND.string, text, '')])],
    ['a client twice in the deleted ranges', bytesOf(0, 2, RON, 1, 0, 1, RON, 1, 1, 1)],
    ['a deleted range of no length', bytesOf(0, deleteSet([[RON, 1, 0]]))],
    ['a kind of content that does not exist', update(MALLORY, 0, [item(21, text, 'x')])],
    ['a kind of type that does not exist', update(MALLORY, 0, [item(KIND.type, text, 7)])],
    ['a kind of value that does not exist', update(MALLORY, 0, [any(text, { byte: 4 })])],
    [
      'half a surrogate pair',
      update(MALLORY, 0, [item(KIND.string, text, 3, { byte: 0xed }, { byte: 0xa0 }, { byte: 0x80 })]),
    ],
    ['a text cut short', update(MALLORY, 0, [item(KIND.string, text, 9, { byte: 97 })])],
    ['a format that is no JSON', update(MALLORY, 0, [item(KIND.format, text, 'bold', '{')])],
  ])('[GATE5] %s', (_name, bytes) => expectNothing(bytes, 'malformed'));

  test('[GATE9] old words that claim to stand elsewhere, where raw Yjs would leave them in two lists', () => {
    const doc = ronsDocument();
    Y.applyUpdate(doc, update(MALLORY, 0, [item(KIND.string, { root: 'y' }, 'mine')]));
    expectNothing(update(MALLORY, 2, [item(KIND.string, { left: [RON, 0] }, 'neo')]), 'malformed', doc);
  });
});

describe('breaking the editors of all who open the document', () => {
  const root = { root: 'root-v2' } as const;
  const block = item(KIND.type, root, TYPE.element, 'block');
  const inBlock = { parent: [MALLORY, 0] } as const;
  const words = item(KIND.type, inBlock, TYPE.xmlText);
  const inWords = { parent: [MALLORY, 1] } as const;

  test.each([
    ['an element that the editor does not know', [item(KIND.type, root, TYPE.element, 'script')]],
    ['an element without a name', [item(KIND.type, root, TYPE.element, '')]],
    ['a hook into the page', [item(KIND.type, root, TYPE.hook, 'x')]],
    ['words straight under the root', [item(KIND.string, root, 'x')]],
    ['text straight under the root', [item(KIND.type, root, TYPE.xmlText)]],
    ['a line break straight under the root', [item(KIND.type, root, TYPE.element, 'linebreak')]],
    ['words straight in a block', [block, item(KIND.string, inBlock, 'x')]],
    ['values straight in a block', [block, any(inBlock, { byte: 126 })]],
    ['a map in a block', [block, item(KIND.type, inBlock, TYPE.map)]],
    ['a picture among words', [block, words, item(KIND.embed, inWords, '{"image":"x"}')]],
    [
      'a kind of text that the editor does not know',
      [block, words, item(KIND.format, inWords, 't', '"evil"')],
    ],
    [
      'a tab of more than a tab, which the editor can never hold',
      [
        block,
        words,
        item(KIND.format, inWords, 't', '"tab"'),
        item(KIND.string, { left: [MALLORY, 2] }, 'x'),
      ],
    ],
    ['a kind of text that is no name', [block, words, item(KIND.format, inWords, 't', '{"a":1}')]],
    ['a document inside the document', [item(KIND.doc, text, 'guid', { byte: 118 }, 0)]],
    ['words inside words', [item(KIND.string, text, 'x'), item(KIND.string, { parent: [MALLORY, 0] }, 'x')]],
  ])('[GATE7] %s', (_name, structs) => expectNothing(update(MALLORY, 0, structs), 'malformed'));

  test('[GATE7] while a block with words, a line break and a tab passes', () => {
    const structs = [
      block,
      words,
      item(KIND.format, inWords, 't', '"text"'),
      item(KIND.string, { left: [MALLORY, 2] }, '\t'),
      item(KIND.type, { left: [MALLORY, 1] }, TYPE.element, 'linebreak'),
    ];
    expect(send(update(MALLORY, 0, structs)).answer).toMatchObject({ ok: true });
  });

  test('[GATE9] two values under one name, where Yjs throws once one of them and then the block is deleted', () => {
    const named = { parent: [MALLORY, 0], sub: '__kind' } as const;
    const two = update(MALLORY, 0, [block, item(KIND.json, named, 2, '1', '2')]);
    const raw = ronsDocument();
    Y.applyUpdate(raw, two);
    Y.applyUpdate(raw, bytesOf(0, deleteSet([[MALLORY, 2, 1]])));
    expect(() => Y.applyUpdate(raw, bytesOf(0, deleteSet([[MALLORY, 0, 1]])))).toThrow();
    expectNothing(two, 'malformed');
  });
});

describe('going deep', () => {
  /** `count` maps, each under the name 'in' of the one before. */
  const nest = (count: number) =>
    update(
      MALLORY,
      0,
      Array.from({ length: count }, (_, i) =>
        item(
          KIND.type,
          i === 0 ? { root: 'm', sub: 'in' } : { parent: [MALLORY, i - 1], sub: 'in' },
          TYPE.map,
        ),
      ),
    );

  test('raw Yjs takes five thousand maps in each other, and then no one can read or delete them', () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, nest(5000));
    expect(() => doc.getMap('m').toJSON()).toThrow(RangeError);
  });

  test('[GATE6] five thousand maps in each other', () => expectNothing(nest(5000), 'malformed'));

  test('[GATE6] the bound holds to the level, also when each level comes in a frame of its own', () => {
    const doc = ronsDocument();
    for (let i = 0; i < GATE_LIMITS.depth; i++) {
      const at = i === 0 ? { root: 'm', sub: 'in' } : ({ parent: [MALLORY, i - 1], sub: 'in' } as const);
      expect(send(update(MALLORY, i, [item(KIND.type, at, TYPE.map)]), doc).answer).toMatchObject({
        ok: true,
      });
    }
    const deeper = { parent: [MALLORY, GATE_LIMITS.depth - 1], sub: 'in' } as const;
    expectNothing(update(MALLORY, GATE_LIMITS.depth, [item(KIND.type, deeper, TYPE.map)]), 'malformed', doc);
  });

  test('[GATE6] and when the deepest stands beside another instead of naming its parent', () => {
    const doc = ronsDocument();
    const levels = Array.from({ length: GATE_LIMITS.depth }, (_, i) =>
      item(KIND.type, i === 0 ? { root: 'm' } : { parent: [MALLORY, i - 1] }, TYPE.array),
    );
    const first = item(KIND.any, { parent: [MALLORY, GATE_LIMITS.depth - 1] }, 1, { byte: 126 });
    const beside = item(KIND.type, { left: [MALLORY, GATE_LIMITS.depth] }, TYPE.array);
    expectNothing(update(MALLORY, 0, [...levels, first, beside]), 'malformed', doc);
  });

  test.each([
    ['lists in a value', [...Array<Part>(5000).fill(bytesOf({ byte: 117 }, 1)), { byte: 126 }]],
    ['objects in a value', [...Array<Part>(5000).fill(bytesOf({ byte: 118 }, 1, 'a')), { byte: 126 }]],
  ])('[GATE8] five thousand %s', (_name, value) => {
    expectNothing(update(MALLORY, 0, [any({ root: 'm', sub: 'a' }, ...(value as Part[]))]), 'malformed');
  });

  test('[GATE8] fifty thousand lists in JSON', () => {
    const json = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    expectNothing(update(MALLORY, 0, [item(KIND.embed, text, json)]), 'malformed');
  });
});

describe('reaching what every object has', () => {
  test('a raw value with the key __proto__ gives whoever reads it rights that nobody gave', () => {
    const doc = new Y.Doc();
    const value = bytesOf({ byte: 118 }, 1, '__proto__', { byte: 118 }, 1, 'admin', { byte: 120 });
    Y.applyUpdate(doc, update(MALLORY, 0, [any({ root: 'm', sub: 'who' }, value)]));
    expect((doc.getMap('m').get('who') as { admin?: boolean }).admin).toBe(true);
  });

  const proto = bytesOf({ byte: 118 }, 1, '__proto__', { byte: 118 }, 1, 'admin', { byte: 120 });
  test.each([
    ['a key in a value', any({ root: 'm', sub: 'who' }, proto)],
    ['a key deep in a value', any({ root: 'm', sub: 'who' }, { byte: 117 }, 1, proto)],
    ['a key in JSON', item(KIND.json, { root: 'm' }, 1, '{"a":[{"__proto__":{"admin":true}}]}')],
    ['a key in a picture', item(KIND.embed, text, '{"constructor":{"prototype":{}}}')],
    ['a name in a map', any({ root: 'm', sub: '__proto__' }, { byte: 126 })],
    ['the name of a root', item(KIND.string, { root: 'constructor' }, 'x')],
    ['the name of a format', item(KIND.format, text, '__proto__', 'true')],
    ['a name longer than any that is used', any({ root: 'm', sub: 'x'.repeat(300) }, { byte: 126 })],
    ['a number that JSON can’t hold', any({ root: 'm', sub: 'n' }, { byte: 122 }, new Uint8Array(8))],
  ])('[GATE8] %s', (_name, struct) => expectNothing(update(MALLORY, 0, [struct]), 'malformed'));
});

test('[GATE4] a browser that tidies up formats before it has sent its words is asked for them, then passes', () => {
  const server = ronsDocument();
  const mine = new Y.Doc();
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(server));
  mine.clientID = 77;
  mine.getText('x').insert(3, ' offline');
  const tidying = bytesOf(0, deleteSet([[77, 2, 1]]));
  expect(send(tidying, server).answer).toEqual({ ok: false, code: 'unknown_reference', gap: true });
  mine.getText('x').delete(5, 1);
  expect(send(Y.encodeStateAsUpdate(mine, Y.encodeStateVector(server)), server).answer).toMatchObject({
    ok: true,
  });
  expect(server.getText('x').toString()).toBe(mine.getText('x').toString());
});
