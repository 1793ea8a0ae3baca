import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { docView } from '../../../../shared/sync/docView.ts';
import { checkUpdate } from '../../../../shared/sync/gate.ts';
import { GATE_LIMITS } from '../../../../shared/sync/updateStructs.ts';
import { processorMs } from '../../../processorMs.ts';
import { bytesOf, item, KIND, TYPE, update } from './updateBuilder.ts';

const RON = 11;
const MALLORY = 66;
/** What a frame of ordinary work stays far below, even on a busy machine. */
const HARM_MS = 40;
/** As a server has them. */
const LIMITS = { ...GATE_LIMITS, bytes: 2 ** 20 };

const check = (doc: Y.Doc, bytes: Uint8Array) =>
  checkUpdate(
    bytes,
    docView(doc, () => true),
    LIMITS,
  );
const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const letter = (at: Parameters<typeof item>[1]) => item(KIND.string, at, 'a');
const value = (at: Parameters<typeof item>[1]) => item(KIND.any, at, 1, { byte: 126 });
const block = item(KIND.type, { root: 'root-v2' }, TYPE.element, 'block');
const words = item(KIND.type, { parent: [RON, 0] }, TYPE.xmlText);
const prepended = (client: number, count: number) =>
  update(
    client,
    0,
    times(count, (i) => letter(i === 0 ? { root: 'x' } : { right: [client, i - 1] })),
  );

describe('few bytes that are much work', () => {
  const attacks: readonly (readonly [string, readonly Uint8Array[], Uint8Array])[] = [
    [
      'three thousand letters that name only a right neighbour far off, fifteen kilobytes',
      [prepended(RON, 3000)],
      update(
        MALLORY,
        0,
        times(3000, () => letter({ right: [RON, 0] })),
      ),
    ],
    [
      'one name that is set fifteen thousand times, each time as if never before',
      [],
      update(
        MALLORY,
        0,
        times(15_000, () => value({ root: 'm', sub: 'a' })),
      ),
    ],
    [
      'values that Yjs joins one by one, copying all of them each time',
      [],
      update(
        MALLORY,
        0,
        times(4000, (i) =>
          item(
            KIND.any,
            i === 0 ? { root: 'rows' } : { left: [MALLORY, 8 * i - 1] },
            8,
            new Uint8Array(8).fill(126),
          ),
        ),
      ),
    ],
    [
      'cuts in a long list of values, copying all that is behind them each time',
      [update(RON, 0, [item(KIND.any, { root: 'rows' }, 200_000, new Uint8Array(200_000).fill(126))])],
      update(
        MALLORY,
        0,
        times(400, (i) => value({ left: [RON, 2 * i], right: [RON, 2 * i + 1] })),
      ),
    ],
    [
      'a deleted block of eight thousand letters, and a letter in another text, for which Yjs tidies up',
      [
        update(RON, 0, [
          block,
          words,
          letter({ parent: [RON, 1] }),
          ...times(8000, (i) => letter({ right: [RON, 2 + i] })),
        ]),
        update(RON, 8003, [
          item(KIND.format, { right: [RON, 8002] }, 'b', '1'),
          item(KIND.type, { left: [RON, 0] }, TYPE.element, 'block'),
          item(KIND.type, { parent: [RON, 8004] }, TYPE.xmlText),
          item(KIND.format, { parent: [RON, 8005] }, 'b', '1'),
          item(KIND.string, { left: [RON, 8006] }, 'elsewhere'),
        ]),
      ],
      bytesOf(0, 1, RON, 2, 0, 1, 8007, 1),
    ],
    [
      'thousands of formats that all hold for thousands of letters',
      [update(RON, 0, [block, words, item(KIND.format, { parent: [RON, 1] }, 'f', '1')])],
      update(RON, 3, [
        ...times(6000, (i) =>
          i % 2 ? letter({ left: [RON, i + 2] }) : item(KIND.format, { left: [RON, i + 2] }, `f${i}`, '1'),
        ),
      ]),
    ],
    [
      'deletes before many other letters, each of which Yjs moves aside',
      [
        update(RON, 0, [item(KIND.string, { root: 'x' }, 'a'.repeat(100_000))]),
        ...times(6, (j) =>
          update(
            RON,
            100_000 + j * 10_000,
            times(10_000, (i) => letter({ right: [RON, i + j === 0 ? 0 : 100_000 + j * 10_000 + i - 1] })),
          ),
        ),
      ],
      bytesOf(0, 1, RON, 5000, ...times(5000, (i) => bytesOf(i * 2, 1))),
    ],
  ];

  test.each(attacks)('[GATE10] %s', (name, before, attack) => {
    const doc = new Y.Doc();
    for (const bytes of before) {
      expect(check(doc, bytes)).toMatchObject({ ok: true });
      Y.applyUpdate(doc, bytes);
    }
    const checking = fastest(3, () =>
      expect(check(doc, attack)).toMatchObject({ ok: false, code: 'too_large' }),
    );
    const start = processorMs();
    Y.applyUpdate(doc, attack);
    const harm = processorMs() - start;
    console.log(
      `${name}: ${attack.length} bytes, checked in ${checking.toFixed(0)} ms, raw Yjs ${harm.toFixed(0)} ms`,
    );
    expect(harm).toBeGreaterThan(HARM_MS);
    expect(checking).toBeLessThan(harm / 2);
  });
});

describe('much work by people', () => {
  test('[GATE10] one person’s twenty thousand changes, offline, in one frame', () => {
    const [server, mine] = pair();
    const text = mine.getText('x');
    for (let i = 0; mine.store.clients.get(mine.clientID)?.length !== 19_900; i++)
      text.insert(i % 7 === 0 ? Math.floor(text.length / 2) : text.length, 'ab');
    passes(server, mine, 19_000);
  });

  test('[GATE10] two people who were offline at one place, five thousand changes each', () => {
    const [server, mine] = pair();
    const theirs = copyOf(server);
    for (const doc of [mine, theirs])
      for (let i = 0; i < 2500; i++) {
        const text = doc.getText('x');
        text.insert(6 + 2 * i, 'ab');
        text.insert(7 + 2 * i, 'c');
        text.delete(7 + 2 * i, 1);
      }
    passes(server, mine, 2000);
    passes(server, theirs, 2000);
  });

  test('[GATE10] two people who were offline and put three hundred paragraphs each at the top', () => {
    const [server, mine] = pair();
    const theirs = copyOf(server);
    for (const doc of [mine, theirs]) for (let i = 0; i < 300; i++) addBlock(doc, 0, `paragraph ${i}`);
    passes(server, mine, 900);
    passes(server, theirs, 900);
  });

  test('[GATE10] one place written at again and again, undone and done again', () => {
    const [server, mine] = pair();
    const text = mine.getText('x');
    const undo = new Y.UndoManager(text, { captureTimeout: 0 });
    for (let i = 0; i < 3000; i++) text.insert(5, 'a');
    for (let i = 0; i < 300; i++) undo.undo();
    for (let i = 0; i < 300; i++) undo.redo();
    passes(server, mine, 3000);
  });

  test('[GATE10] a table of two thousand cells, and the whole document deleted', () => {
    const [server, mine] = pair();
    for (let i = 0; i < 2000; i++) addBlock(mine, i, `cell ${i}`);
    passes(server, mine, 6000);
    root(mine).delete(0, root(mine).length);
    passes(server, mine, 0);
  });

  test('[GATE10] every second word of a long text made bold, then plain again, then replaced', () => {
    const [server, mine] = pair();
    const text = mine.getText('x');
    text.insert(0, 'some words '.repeat(1000));
    passes(server, mine, 1);
    mine.transact(() => times(1000, (i) => text.format(i * 11, 4, { b: true })));
    passes(server, mine, 1000);
    mine.transact(() => times(1000, (i) => text.format(i * 11, 4, { b: null })));
    passes(server, mine, 0);
    mine.transact(() => {
      for (let i = 999; i >= 0; i--) {
        text.delete(i * 11, 4);
        text.insert(i * 11, 'more');
      }
    });
    passes(server, mine, 1000);
  });
});

/** The server's document and one person's copy of it. */
function pair(): [Y.Doc, Y.Doc] {
  const server = new Y.Doc();
  server.getText('x').insert(0, 'first words');
  return [server, copyOf(server)];
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function root(doc: Y.Doc): Y.XmlElement {
  return doc.get('root-v2', Y.XmlElement) as Y.XmlElement;
}

function addBlock(doc: Y.Doc, at: number, words: string): void {
  const made = new Y.XmlElement('block');
  made.insert(0, [new Y.XmlText(words)]);
  root(doc).insert(at, [made]);
}

/** Sends all that the server lacks in one frame, which must pass, and be as large as the test means it to be. */
function passes(server: Y.Doc, person: Y.Doc, structs: number): void {
  const bytes = Y.encodeStateAsUpdate(person, Y.encodeStateVector(server));
  const answer = check(server, bytes);
  expect(answer).toMatchObject({ ok: true });
  if (answer.ok) expect(answer.structs).toBeGreaterThanOrEqual(structs);
  Y.applyUpdate(server, bytes);
  expect(Y.encodeStateVector(server)).toEqual(Y.encodeStateVector(copyOf(server)));
}

function fastest(tries: number, work: () => void): number {
  const took = times(tries, () => {
    const start = processorMs();
    work();
    return processorMs() - start;
  });
  return Math.min(...took);
}
