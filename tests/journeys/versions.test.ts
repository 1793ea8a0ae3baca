import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { faults } from './axe.ts';
import { DESKTOP, launchBrowser, type RunningServer, signedIn, startServer } from './harness.ts';
import { startThread } from './startThread.ts';
import { serverText, sitDown, startDocument } from './writingDesk.ts';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ TRIALOGUE_EXAMPLE: '1' });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const PRIYA = 'Priya Nandra';
const TRIPS = 'Shared trips run on Tuesdays and Fridays.';
const ALONE = 'Nobody waits alone for more than ten minutes.';
const NAME = 'agreed at the meeting of 3 May';

it('[VERS7] a document is named, wrecked and brought back, its comment is on its words, and it can be undone', async () => {
  const id = await startDocument(browser, server, PRIYA, ['Trips', TRIPS, ALONE]);
  await startThread(browser, server, 'Ron Tasker', id, { on: 'ten minutes', words: 'Can we keep to that?' });
  const desk = await sitDown(await signedIn(browser, server, PRIYA, DESKTOP), id);
  const { page } = desk;
  const before = await serverText(desk, id);

  await page.getByRole('button', { name: /^More/ }).click();
  await page.getByRole('menuitem', { name: 'Earlier versions' }).click();
  await page.getByRole('button', { name: 'Name it as it stands now' }).click();
  await page.getByLabel('Name', { exact: true }).fill(NAME);
  await page.getByRole('button', { name: 'Keep this name' }).click();
  const named = page.getByRole('listitem').filter({ hasText: NAME });
  await named.waitFor();
  await page.getByRole('link', { name: /^Back to/ }).click();

  await desk.text.getByText(ALONE).waitFor();
  await desk.text.and(page.locator('[contenteditable="true"]')).waitFor();
  await desk.text.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await desk.text.getByText(ALONE).waitFor({ state: 'detached' });
  await desk.says('saved');
  await expect.poll(() => serverText(desk, id)).not.toContain(ALONE);

  await page.goto(`/documents/${id}/versions`);
  await named.getByRole('link').click();
  await page.getByRole('heading', { name: 'What has changed since then' }).waitFor();
  await page.getByRole('main').getByText(`Taken out since: ${TRIPS}`).waitFor();
  expect(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Bring this version back' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('2 paragraphs come back.').waitFor();
  expect(await faults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Bring it back' }).click();

  await desk.text.getByText(ALONE).waitFor();
  await desk.says('saved');
  await expect.poll(() => serverText(desk, id)).toBe(before);
  const thread = async () => {
    const answer = await page.request.get(`/api/documents/${id}/threads`);
    return (await answer.json()).threads[0].passage.now.state;
  };
  expect(await thread()).toBe('as_quoted');
  await page.locator('.toast-actions').getByRole('button', { name: 'Undo' }).click();
  await desk.text.getByText(ALONE).waitFor({ state: 'detached' });
  await page.getByText('Taken back.').waitFor();
  await desk.says('saved');
  await expect.poll(thread).toBe('gone');
});
