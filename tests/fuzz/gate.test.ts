import * as prng from 'lib0/prng';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { docView } from '../../shared/sync/docView.ts';
import { checkUpdate } from '../../shared/sync/gate.ts';
import { type EditingSession, editingSession } from './gateCorpus.ts';
import { mutant, oddity } from './gateMutants.ts';

const SEED = Number(process.env.SEED ?? 20_261_122);
const RUNS = Number(process.env.RUNS ?? (process.env.LONG ? 2_000_000 : 150_000));
const FRAMES_A_ROUND = 500;
const SLOW_MS = 50;

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test('[GATE1] every update of real editing passes, and one that is no news changes nothing', () => {
  const times: number[] = [];
  let old = 0;
  for (let seed = SEED; seed < SEED + 16; seed++) {
    const session = editingSession(seed, 4, 450);
    const doc = new Y.Doc();
    for (const [index, { bytes, author }] of session.sent.entries()) {
      const view = docView(doc, (client) => session.clients.get(client) === author);
      const start = performance.now();
      const answer = checkUpdate(bytes, view);
      times.push(performance.now() - start);
      expect(answer, `seed ${seed}, update ${index}: ${hex(bytes)}`).toMatchObject({ ok: true });
      const before = answer.ok && !answer.news ? Y.encodeStateAsUpdate(doc) : null;
      Y.applyUpdate(doc, bytes);
      if (before) {
        old++;
        expect(Y.encodeStateAsUpdate(doc), `seed ${seed}, update ${index}`).toEqual(before);
      }
    }
    expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => ((times[Math.floor(times.length * share)] as number) * 1000).toFixed(1);
  console.log(
    `gate: ${times.length} real updates (${old} no news), median ${at(0.5)} µs, p99 ${at(0.99)} µs`,
  );
  expect(times.length).toBeGreaterThan(4000);
  expect(old).toBeGreaterThan(10);
});

test('[GATE9] mutated and odd frames never throw, hang, or leave anything pending', () => {
  const gen = prng.create(SEED);
  const sessions = Array.from({ length: 8 }, (_, i) => editingSession(SEED + 100 + i, 3, 160));
  const counts = { refused: 0, accepted: 0, slowest: 0 };
  const memory = process.memoryUsage().rss;
  for (let done = 0; done < RUNS; done += FRAMES_A_ROUND) round(gen, prng.oneOf(gen, sessions), counts);
  const grown = (process.memoryUsage().rss - memory) / 2 ** 20;
  console.log(
    `gate: ${counts.refused + counts.accepted} frames, ${counts.accepted} accepted, ` +
      `slowest ${counts.slowest.toFixed(1)} ms, memory grew ${grown.toFixed(0)} MB`,
  );
  expect(counts.accepted).toBeGreaterThan(RUNS / 50);
});

/** Some hundred frames against one moment of a session; what passes is applied, as the server would. */
function round(
  gen: prng.PRNG,
  session: EditingSession,
  counts: { refused: number; accepted: number; slowest: number },
): void {
  const moment = prng.int32(gen, 0, session.sent.length - 8);
  const history = session.sent.slice(0, moment).map(({ bytes }) => bytes);
  const doc = documentOf(history);
  const near = session.sent.slice(Math.max(0, moment - 4), moment + 8);
  const frames = near.map(({ bytes }) => bytes);
  const author = prng.oneOf(gen, near as (typeof near)[number][]).author;
  const mayWriteAs = (client: number) => (session.clients.get(client) ?? author) === author;
  const view = docView(doc, mayWriteAs);
  const own = [...session.clients].find(([, person]) => person === author)?.[0] ?? 1;
  for (let i = 0; i < FRAMES_A_ROUND; i++) {
    const bytes = prng.bool(gen) ? mutant(gen, frames) : oddity(gen, doc, own);
    const where = `SEED=${SEED}, frame ${counts.refused + counts.accepted}: ${hex(bytes)}`;
    const start = performance.now();
    const answer = checkUpdate(bytes, view);
    try {
      if (answer.ok) Y.applyUpdate(doc, bytes);
    } catch (error) {
      throw new Error(`threw at ${where}`, { cause: error });
    }
    let took = performance.now() - start;
    if (took > SLOW_MS) took = fastestOf(3, bytes, history, mayWriteAs);
    if (took > SLOW_MS) throw new Error(`${took} ms at ${where}`);
    if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error(`pending at ${where}`);
    counts.slowest = Math.max(counts.slowest, took);
    counts[answer.ok ? 'accepted' : 'refused']++;
    if (answer.ok) history.push(bytes);
  }
  const copy = documentOf([Y.encodeStateAsUpdate(doc)]);
  expect([copy.store.pendingStructs, copy.store.pendingDs]).toEqual([null, null]);
}

function documentOf(history: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const bytes of history) Y.applyUpdate(doc, bytes);
  return doc;
}

/** A frame may wait for the machine's other work; a slow one is slow again on a fresh copy. */
function fastestOf(
  times: number,
  bytes: Uint8Array,
  history: readonly Uint8Array[],
  mayWriteAs: (client: number) => boolean,
): number {
  const took = Array.from({ length: times }, () => {
    const doc = documentOf(history);
    const start = performance.now();
    if (checkUpdate(bytes, docView(doc, mayWriteAs)).ok) Y.applyUpdate(doc, bytes);
    return performance.now() - start;
  });
  return Math.min(...took);
}
