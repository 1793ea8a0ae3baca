import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { faults } from './axe.ts';
import { DESKTOP, launchBrowser, PHONE, type RunningServer, signedIn, startServer } from './harness.ts';

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const NARROW = { ...PHONE, viewport: { width: 320, height: 640 } };

async function readerPage(path: string, options: BrowserContextOptions) {
  const context = await signedIn(browser, server, 'Del Fenn', options);
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('response', (answer) => answer.status() >= 400 && wrong.push(answer.url()));
  await page.goto(path);
  return { page, wrong, close: () => context.close() };
}

const WAYS = [
  ['a desktop in light', DESKTOP, 'light', ''],
  ['320 px in dark', NARROW, 'dark', ''],
  ['large print at 320 px', NARROW, 'light', '?size=large'],
  ...(process.env.LONG ? [['a desktop in dark', DESKTOP, 'dark', ''] as const] : []),
  ...(process.env.LONG ? [['a phone', PHONE, 'light', ''] as const] : []),
] as const;

it.each(WAYS)(
  '[VIEW5] on %s axe finds nothing, and no page is wider than the screen',
  async (_, size, colorScheme, query) => {
    for (const id of ['northvale-plan', 'northvale-values', 'no-such-document']) {
      // axe can't run in a page without scripts, so that this one is allowed them; another test takes them away.
      const { page, wrong, close } = await readerPage(`/read/${id}${query}`, { ...size, colorScheme });
      expect(await faults(page)).toEqual([]);
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
        .toBe(0);
      expect(wrong.filter((what) => !what.includes('no-such-document') && !what.includes('404'))).toEqual([]);
      await close();
    }
  },
);

it('[VIEW5] on a phone each row of a table is a list of what its columns say, and it is still a table', async () => {
  const { page, close } = await readerPage('/read/northvale-plan', NARROW);
  const tables = page.getByRole('table');
  await expect.poll(() => tables.count()).toBe(4);
  const wider = await page
    .locator('.wide')
    .evaluateAll((all) => all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length);
  expect(wider).toBe(0);
  const trips = tables.nth(1).getByRole('row').nth(1);
  await expect
    .poll(() => trips.getByRole('rowheader').textContent())
    .toBe('Getting there: shared trips to day support');
  const cost = trips.getByRole('cell').filter({ hasText: '£18,400' });
  await expect
    .poll(() => cost.evaluate((cell) => getComputedStyle(cell, '::before').content))
    .toContain('Cost a year');
  await expect.poll(() => tables.nth(1).getByRole('columnheader').count()).toBe(7);
  await close();
});

it('[VIEW5] without JavaScript the outline leads to its heading, by keyboard alone', async () => {
  const { page, close } = await readerPage('/read/northvale-plan', { ...DESKTOP, javaScriptEnabled: false });
  await page.keyboard.press('Tab');
  await expect.poll(() => page.locator(':focus').textContent()).toBe('Skip to the document');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect.poll(() => page.locator(':focus').textContent()).toBe('The need');
  await page.getByRole('link', { name: 'Open questions' }).focus();
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe('#h-open-questions');
  expect((await page.getByRole('heading', { name: 'Open questions' }).boundingBox())?.y).toBeLessThan(200);
  await close();
});

it('[VIEW5] on paper the words, facts and address are there in black, and the ways around the screen are not', async () => {
  const { page, close } = await readerPage('/read/northvale-plan', { ...DESKTOP, colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  await expect.poll(() => page.getByRole('navigation').count()).toBe(0);
  await expect.poll(() => page.getByText('Health and safety: lone driving, lifting.').isVisible()).toBe(true);
  await expect
    .poll(() => page.getByText(`Read it at ${server.url}/read/northvale-plan`).isVisible())
    .toBe(true);
  await expect
    .poll(() => page.locator('body').evaluate((body) => getComputedStyle(body).color))
    .toBe('rgb(0, 0, 0)');
  expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(20_000);
  await close();
});
