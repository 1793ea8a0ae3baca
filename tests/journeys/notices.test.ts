import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { faults } from './axe.ts';
import { DESKTOP, launchBrowser, type RunningServer, signedIn, startServer } from './harness.ts';

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it('[TOLD12] what is for me is found, read and put away by keyboard, and how I am told is chosen', async () => {
  const context = await signedIn(browser, server, 'Priya Nandra', DESKTOP);
  const page = await context.newPage();
  await page.goto(`${server.url}/partnerships/northvale`);
  const way = page.getByRole('link', { name: /^For you/ });
  await page.locator('.notices-count').waitFor();
  await way.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'For you' }).waitFor();
  const fresh = page.getByRole('button', { name: /^I have read this/ });
  await fresh.first().waitFor();
  const before = await fresh.count();
  await fresh.first().press('Enter');
  await expect.poll(() => fresh.count()).toBe(before - 1);
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('row-title');

  await page.getByRole('link', { name: 'How you are told' }).press('Enter');
  await page.getByRole('link', { name: /^Choose your mails from Northvale/ }).press('Enter');
  await page.getByRole('radio', { name: 'Once a week' }).press('Space');
  await page.getByRole('switch', { name: 'Have quiet hours' }).press('Space');
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await page.getByText('Saved. It holds from now on.').waitFor();
  await page.reload();
  await page.getByRole('radio', { name: 'Once a week', checked: true }).waitFor();
  await expect.poll(() => page.getByLabel('From').inputValue()).toBe('22:00');
  await context.close();
});

it('[CAL1] a calendar address is made, seen once with what it holds, and taken back, by keyboard', async () => {
  const context = await signedIn(browser, server, 'Priya Nandra', DESKTOP);
  const page = await context.newPage();
  await page.goto(`${server.url}/partnerships/northvale/my-notices`);
  await page.getByRole('list', { name: 'What it holds now' }).getByRole('link').first().waitFor();
  await page.getByRole('button', { name: 'Make my calendar address' }).press('Enter');
  await page.getByRole('heading', { name: 'Your calendar address' }).waitFor();
  const address = await page.getByLabel('Address', { exact: true }).inputValue();
  // As a calendar would: nobody is signed in.
  const read = () => fetch(address);
  const [first, text] = await read().then(async (answer) => [answer, await answer.text()] as const);
  expect([first.status, first.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(text).toContain('SUMMARY:Answer by now: D7');
  expect(await faults(page, '.calendar-section')).toEqual([]);
  await page.reload();
  const back = page.getByRole('button', { name: 'Take it back' });
  await back.waitFor();
  expect(await page.content()).not.toContain(new URL(address).pathname);
  await back.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).press('Enter');
  await page.getByText('Your calendar address works no longer.').waitFor();
  await page.getByRole('button', { name: 'Make my calendar address' }).waitFor();
  expect((await read()).status).toBe(404);
  await context.close();
});
