// What a thousand threads cost a page, in a real browser: `npm run build`, then `npm run bench:margin`. It reports, and fails nothing.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import * as Y from 'yjs';
import { openDb } from '../../db/open.ts';
import { addCommentRow, addThread } from '../../server/comments/store.ts';
import { addDocument } from '../../server/documents/store.ts';
import { documentContent } from '../../server/sync/content.ts';
import { sqliteStorage } from '../../server/sync/sqliteStorage.ts';
import type { Block } from '../../shared/documents/blocks.ts';
import { Layout } from '../../shared/documents/layout.ts';
import { writeBlocks } from '../../shared/documents/writeBlocks.ts';
import { bindPassage, placesOf } from '../../shared/passages/bindPassage.ts';
import { listening } from '../ready/listening.ts';

const SIZES = [0, 100, 1_000];
const TIMES = 3;
const PARAGRAPHS = 400;
const WORDS = 50;
const KEYS = 60;

const idOf = (threads: number) => `bench-${threads}`;

function blocksOf(): Block[] {
  return Array.from({ length: PARAGRAPHS }, (_, at) => {
    const text = Array.from({ length: WORDS }, (__, word) => `word${(at * 31 + word * 7) % 997}`).join(' ');
    return { kind: 'paragraph', runs: [{ text: `${text}.` }] };
  });
}

/** A document of 20,000 words for each number of threads, which are spread over all of it. */
async function fill(folder: string): Promise<void> {
  const db = openDb(join(folder, 'trialogue.db'));
  const content = documentContent(sqliteStorage(db), Date.now);
  for (const size of SIZES) {
    const doc = new Y.Doc();
    writeBlocks(doc, blocksOf());
    const row = { id: idOf(size), partnershipId: 'northvale', template: 'empty', title: `${size} threads` };
    const more = { preset: 'equals' as const, createdBy: 'priya-nandra', createdAt: Date.now() };
    await addDocument(db, { ...row, ...more }, () => content.start(row.id, Y.encodeStateAsUpdate(doc)));
    const layout = new Layout(doc);
    for (let at = 0; at < size; at++) {
      const block = Math.floor((at * PARAGRAPHS) / size);
      const from = { block, offset: (at * 37) % 200 };
      const places = placesOf(layout, { cell: null, from, to: { block, offset: from.offset + 25 } });
      const bound = places && bindPassage(layout, places.start, places.end);
      if (!bound || typeof bound === 'string') throw new Error('there are words');
      const { start, end, quote, before, after, characters, hash } = bound;
      const id = `${row.id}-${at}`;
      const times = { createdAt: at, changedAt: at };
      addThread(db.orm, {
        ...{ id, kind: 'comment', documentId: row.id, partnershipId: 'northvale', startedBy: 'ron-tasker' },
        ...{ start, end, quote, before, after, characters, hash, ...times },
      } as Parameters<typeof addThread>[1]);
      const said = { words: `What about this, number ${at}?`, at, requestId: id, via: 'page' as const };
      addCommentRow(db.orm, {
        ...{ id, threadId: id, memberId: 'ron-tasker', ...said },
      } as Parameters<typeof addCommentRow>[1]);
    }
    doc.destroy();
  }
  db.raw.close();
}

async function serve(folder: string): Promise<{ child: ChildProcess; url: string }> {
  const env = { ...process.env, NODE_ENV: 'production', TRIALOGUE_DATA: folder, TRIALOGUE_EXAMPLE: '1' };
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: { ...env, HOST: '127.0.0.1', PORT: '0', TRIALOGUE_LOG: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { child, url: `http://127.0.0.1:${await listening(child)}` };
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

interface Measured {
  readonly open: number;
  readonly frame: number;
  readonly key: number;
}

async function measure(browser: Browser, url: string, threads: number): Promise<Measured> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 900 } });
  await context.request.post('/api/example/sign-in', { data: { person: 'Priya Nandra' } });
  const page = await context.newPage();
  const began = performance.now();
  await page.goto(`/documents/${idOf(threads)}`);
  await page.locator('.editor-text .block').last().waitFor();
  if (threads > 0) await page.locator('.thread-pill').first().waitFor();
  const open = performance.now() - began;
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
  const frame = await longestFrame(page);
  const key = await scriptPerKey(page);
  await context.close();
  return { open, frame, key };
}

/** Scrolls through some twenty screens, a piece in each frame. */
function longestFrame(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let [longest, last] = [0, performance.now()];
    for (let at = 0; at < 200; at++) {
      scrollBy({ top: 90, behavior: 'instant' });
      const now = await new Promise<number>((next) => requestAnimationFrame(next));
      longest = Math.max(longest, now - last);
      last = now;
    }
    return longest;
  });
}

async function scriptPerKey(page: Page): Promise<number> {
  const block = page.locator('.editor-text .block').nth(200);
  await block.click();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const script = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0;
  };
  const before = await script();
  for (let at = 0; at < KEYS; at++) await page.keyboard.type('x', { delay: 40 });
  return ((await script()) - before) * (1_000 / KEYS);
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

const folder = mkdtempSync(join(tmpdir(), 'bench-margin-'));
try {
  await stop((await serve(folder)).child);
  await fill(folder);
  const { child, url } = await serve(folder);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const lines: object[] = [];
  for (const threads of SIZES) {
    const runs: Measured[] = [];
    for (let time = 0; time < TIMES; time++) runs.push(await measure(browser, url, threads));
    lines.push({
      threads,
      'open, ms': Math.round(median(runs.map(({ open }) => open))),
      'longest frame while scrolling, ms': Math.round(median(runs.map(({ frame }) => frame))),
      'script per key, ms': median(runs.map(({ key }) => key)).toFixed(1),
    });
  }
  console.log(`A document of ${PARAGRAPHS * WORDS} words, medians of ${TIMES}:`);
  console.table(lines);
  await browser.close();
  await stop(child);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
