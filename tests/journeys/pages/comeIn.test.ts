import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, type RunningServer, startServer } from '../harness.ts';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function firstPage(path = '/'): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

it('[PAGE1] the first page shows the people of the example by side, and one click comes in as one of them', async () => {
  const page = await firstPage();
  await page.getByRole('button', { name: /Priya Nandra/ }).waitFor();
  for (const side of [
    'Commissioners',
    'Contracted providers',
    'Community providers',
    'People who use services',
  ])
    await expect
      .poll(() => page.getByRole('region', { name: side }).getByRole('button').count())
      .toBeGreaterThan(1);
  await page
    .getByRole('region', { name: 'Community providers' })
    .getByRole('button', { name: /Come in as Ron Tasker/ })
    .click();
  await page.getByRole('heading', { level: 1, name: 'What we write together' }).waitFor();
  await expect.poll(() => page.getByRole('banner').textContent()).toContain('for Skelby Good Neighbours');
  await page.context().close();
});

it('[PAGE1] the keyboard alone comes in, and goes out again', async () => {
  const page = await firstPage();
  await page.getByRole('button', { name: /Priya Nandra/ }).waitFor();
  await page.keyboard.press('Tab');
  await expect.poll(() => focused(page)).toBe('Skip to the main part');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect.poll(() => focused(page)).toContain('Priya Nandra');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'What we write together' }).waitFor();
  await page.getByRole('button', { name: 'Sign out' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Who would you like to be?' }).waitFor();
  await page.goto('/partnerships/northvale');
  await page.getByRole('heading', { name: 'Who would you like to be?' }).waitFor();
  await page.context().close();
});

it('[PAGE1] whoever follows a link before coming in gets where it leads afterwards', async () => {
  const page = await firstPage('/partnerships/northvale/new');
  await page.getByRole('button', { name: /Gwen Sallis/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Start a document' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/partnerships/northvale/new');
  await page.context().close();
});

it('[PAGE1] no address leads elsewhere after coming in', async () => {
  const page = await firstPage('/?then=//elsewhere.example/documents/x');
  await page.getByRole('button', { name: /Gwen Sallis/ }).click();
  await page.getByRole('heading', { level: 1, name: 'What we write together' }).waitFor();
  expect(page.url()).toBe(`${server.url}/partnerships/northvale`);
  await page.context().close();
});

it('[PAGE2] without the example, the first page says how people come in', async () => {
  const plain = await startServer({ TRIALOGUE_EXAMPLE: '0' });
  const page = await browser.newPage();
  await page.goto(plain.url);
  await page.getByRole('heading', { name: 'You come in by invitation' }).waitFor();
  await expect
    .poll(() => page.getByRole('main').textContent())
    .toContain('ask the person who runs your partnership');
  await page.close();
  await plain.stop();
});

async function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}
