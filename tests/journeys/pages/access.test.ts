import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, type RunningServer, signedIn, startServer } from '../harness.ts';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function openAs(person: string, path: string): Promise<Page> {
  const context = await signedIn(browser, server, person);
  const page = await context.newPage();
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const PLAN = '/documents/northvale-plan';

it('[SENS5] from a document’s menu one finds who can see it and why, and restricts it; readers see what was noted', async () => {
  const marsha = await openAs('Marsha Odell', PLAN);
  await marsha.getByRole('button', { name: /^More to do with/ }).click();
  await marsha.getByRole('menuitem', { name: 'Who can see it, and why' }).click();
  await marsha.getByRole('heading', { level: 1, name: 'Who can see and do what here, and why?' }).waitFor();
  const ron = marsha.getByRole('listitem').filter({ hasText: 'Ron Tasker' });
  await expect.poll(() => ron.textContent()).toContain('by the seat Skelby Good Neighbours');
  await marsha.getByRole('radio', { name: 'Restricted, for procurement' }).check();
  await marsha.getByRole('button', { name: 'Save how widely it may be known' }).click();
  await marsha.getByRole('status').filter({ hasText: 'Saved. It holds from now on.' }).waitFor();

  const priya = await openAs('Priya Nandra', PLAN);
  // Whoever leaves before the words have come has seen none, and is not noted.
  await priya.locator('.sync-status[data-status="saved"]').waitFor();
  await priya.getByRole('link', { name: 'restricted: opening it is noted' }).click();
  const noted = priya.getByRole('region', { name: 'Who has opened it' });
  await noted
    .getByRole('listitem')
    .filter({ hasText: 'Priya Nandra' })
    .getByText(/1 time/)
    .waitFor();

  await marsha.getByRole('radio', { name: 'Members', exact: true }).check();
  await marsha.getByRole('button', { name: 'Save how widely it may be known' }).click();
  const why = marsha.getByRole('textbox', { name: 'Why?' });
  await marsha.getByText('Say why more people may know this.').waitFor();
  await expect.poll(() => why.evaluate((field) => field === document.activeElement)).toBe(true);
  await why.fill('The award is made.');
  await marsha.getByRole('button', { name: 'Save how widely it may be known' }).click();
  await marsha.getByText('This was noted while the document was restricted for procurement.').waitFor();
  await marsha.context().close();
  await priya.context().close();
});

it('[SENS6] a facilitator looks at the table as one of the seats does, and reads a document as it does', async () => {
  const marsha = await openAs('Marsha Odell', '/partnerships/northvale/people');
  await marsha.getByRole('button', { name: /Larchmere Care Ltd/ }).click();
  await marsha.getByRole('menuitem', { name: 'Show me what this seat sees' }).click();
  await marsha.getByRole('heading', { level: 1, name: 'As Larchmere Care Ltd' }).waitFor();
  await marsha.getByRole('link', { name: 'Day support in the north, and getting there' }).click();
  await marsha.getByText('You are seeing this as Larchmere Care Ltd does.').waitFor();
  await marsha.getByRole('link', { name: 'Stop seeing it this way' }).click();
  await marsha.getByRole('heading', { level: 1, name: 'As Larchmere Care Ltd' }).waitFor();
  await marsha.context().close();
});
