import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { receiptCode } from '../../../shared/ledger/receipt.ts';
import { play } from '../../unit/shared/decisions/northvale.ts';
import { chronicle } from '../../unit/shared/ledger/chronicle.ts';
import { bytesOf, fileOf, keyOf } from '../../unit/shared/ledger/recordFile.ts';
import { faults } from '../axe.ts';
import { DESKTOP, launchBrowser, PHONE, type RunningServer, startServer } from '../harness.ts';

let server: RunningServer;
let browser: Browser;
let folder: string;
let saved: string;
const book = chronicle();
const record = () => join(folder, 'decision-4.record.json');
const changed = () => join(folder, 'changed.record.json');

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  folder = mkdtempSync(join(tmpdir(), 'verifier-'));
  play('D4', book.told);
  const bytes = bytesOf(fileOf(book, keyOf(1)));
  writeFileSync(record(), bytes);
  const other = new TextDecoder().decode(bytes).replace('"choice":"against"', '"choice":"for"');
  writeFileSync(changed(), other);
  saved = join(folder, 'check-a-record.html');
  writeFileSync(saved, await (await fetch(`${server.url}/verify`)).text());
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The page as somebody has it who saved it: from their own disk, without the internet. */
async function fromDisk(options: BrowserContextOptions = DESKTOP) {
  const context = await browser.newContext({ ...options, offline: true });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('request', (request) => !/^(?:file|data|blob):/.test(request.url()) && wrong.push(request.url()));
  await page.goto(pathToFileURL(saved).href);
  return { page, wrong, close: () => context.close() };
}

async function check(page: Page, file: string, kept = '') {
  await page.getByLabel('The record').setInputFiles(file);
  await page.getByLabel('What you kept').fill(kept);
  await page.getByRole('button', { name: 'Check it' }).click();
  await page.getByRole('heading', { name: 'What came of it' }).waitFor();
}

it('[VERIFY1] from a disk, without a network, the page checks a record and shows every count', async () => {
  const { page, wrong, close } = await fromDisk();
  const line = book.linked[4];
  await check(page, record(), receiptCode({ seq: 5, hash: line?.hash ?? '' }));
  await page.locator('#result:focus').waitFor();
  await page.getByText('Everything that could be checked is right.').waitFor();
  await page.getByText('Your receipt fits: it is for line 5.').waitFor();
  await page.locator('summary').click();
  await page.getByText('Passed by a fallback step').waitFor();
  await page.getByRole('heading', { name: 'Round 3, counted again' }).waitFor();
  await check(page, changed());
  await page.getByText('Something is wrong. Do not rely on this record.').waitFor();
  await page.getByText('One of the two was changed').first().waitFor();
  await check(page, record(), receiptCode({ seq: 5, hash: 'a'.repeat(64) }));
  await page.getByText('Your receipt for line 5 does not fit.').waitFor();
  expect(wrong).toEqual([]);
  await close();
});

it('[VERIFY1] it is served to anyone, can be saved as it is, and its policy lets nothing be loaded or sent', async () => {
  const context = await browser.newContext(DESKTOP);
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  await page.goto(`${server.url}/verify`);
  await check(page, record());
  await page.getByText('Everything that could be checked is right.').waitFor();
  expect(wrong).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Save this page' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('check-a-record.html');
  const sent = await page.evaluate((url) => {
    return fetch(url).then(
      () => 'sent',
      () => 'refused',
    );
  }, `${server.url}/healthz`);
  expect(sent).toBe('refused');
  await context.close();
});

it.each([
  ['a desktop in light', DESKTOP, 'light'],
  ['a desktop in dark', DESKTOP, 'dark'],
  ['a phone in light', PHONE, 'light'],
  ['a phone in dark', PHONE, 'dark'],
] as const)(
  '[VERIFY2] on %s axe finds nothing, and nothing is wider than the screen',
  async (_, size, colorScheme) => {
    const { page, close } = await fromDisk({ ...size, colorScheme, bypassCSP: true });
    for (const file of [undefined, record(), changed()]) {
      if (file) await check(page, file);
      expect(await faults(page)).toEqual([]);
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
        .toBe(0);
    }
    await close();
  },
);
