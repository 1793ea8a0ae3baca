import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { faults } from '../axe.ts';
import { DESKTOP, launchBrowser, PHONE, type RunningServer, signedIn, startServer } from '../harness.ts';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it('[PUB5] a facilitator makes a document public, a stranger reads it on any screen, and then it is taken back', async () => {
  const context = await signedIn(browser, server, 'Marsha Odell', DESKTOP);
  const marsha = await context.newPage();
  await marsha.goto('/documents/northvale-plan/access');
  await marsha.getByText('To make it public, first mark it as open, below.').waitFor();
  await marsha.getByRole('radio', { name: 'Open', exact: true }).check();
  await marsha.getByRole('textbox', { name: 'Why?' }).fill('Everyone agreed to show it.');
  await marsha.getByRole('button', { name: 'Save how widely it may be known' }).click();
  await marsha.getByRole('button', { name: 'Look at what will be public' }).click();
  const dialog = marsha.getByRole('dialog', { name: 'Make these words public?' });
  await dialog.getByText(/Everyone in the world will be able to read all \d+ words/).waitFor();
  expect(await faults(marsha)).toEqual([]);
  await dialog.getByRole('button', { name: 'Make it public' }).click();
  const link = marsha.getByRole('link', { name: 'See the public page' });
  const path = (await link.getAttribute('href')) as string;

  for (const options of [
    { ...DESKTOP, colorScheme: 'light' as const },
    { ...PHONE, viewport: { width: 320, height: 640 }, colorScheme: 'dark' as const },
  ]) {
    const stranger = await browser.newContext({ baseURL: server.url, ...options });
    const page = await stranger.newPage();
    for (const [at, heading] of [
      [path, 'Day support in the north, and getting there'],
      [`${path}?size=large`, 'Day support in the north, and getting there'],
      ['/public/of/northvale', 'Northvale Day Support and Getting There Partnership'],
    ] as const) {
      await page.goto(at);
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      expect(await faults(page)).toEqual([]);
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
        .toBeLessThanOrEqual(options.viewport.width);
      expect(await page.locator('script').count()).toBe(0);
    }
    await page.getByRole('link', { name: 'Day support in the north, and getting there' }).click();
    await page.getByText('This is what the partners chose to make public on').waitFor();
    await stranger.close();
  }

  await marsha.getByRole('button', { name: 'Take it back' }).click();
  await marsha.getByRole('status').filter({ hasText: 'It is no longer public.' }).waitFor();
  const gone = await (await browser.newContext({ baseURL: server.url })).newPage();
  expect((await gone.goto(path))?.status()).toBe(404);
  await gone.getByRole('heading', { level: 1, name: 'This page can’t be shown' }).waitFor();
  await gone.context().close();
  await context.close();
});
