import type { Browser, Page } from 'playwright-core';
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

async function open(person: string, options: object = DESKTOP): Promise<Page> {
  const page = await (await signedIn(browser, server, person, options)).newPage();
  await page.goto('/partnerships/northvale/values');
  await page.getByRole('heading', { level: 3, name: 'Nobody loses company' }).waitFor();
  return page;
}

it('[VALUE6] on a phone, someone proposes a value: what is missing is said, and then everyone reads it at once', async () => {
  const [ron, del] = [await open('Ron Tasker', PHONE), await open('Del Fenn')];
  await ron.getByRole('button', { name: 'Propose a value' }).click();
  const dialog = ron.getByRole('dialog', { name: 'Propose a value' });
  await dialog.getByRole('button', { name: 'Propose it' }).click();
  await dialog.getByText('Write the value in a few words.').waitFor();
  expect(await faults(ron)).toEqual([]);
  await dialog.getByLabel('The value, in a few words').fill('Small steps');
  await dialog.getByLabel('What it looks like in practice').fill('We try things out before we promise them.');
  await dialog.getByRole('button', { name: 'Propose it' }).click();
  await dialog.waitFor({ state: 'detached' });
  await ron.getByRole('heading', { level: 3, name: 'Small steps' }).waitFor();
  // Del has done nothing: the open page was told.
  await del.getByRole('heading', { level: 3, name: 'Small steps' }).waitFor();
  await ron.context().close();
  await del.context().close();
});

it('[VALUE6] by keyboard, a leader writes what they will do, reads it once more, and signs exactly that', async () => {
  const page = await open('Priya Nandra');
  await page.getByRole('button', { name: 'Write what I will do' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Write what I will do' });
  await dialog.getByLabel('I will', { exact: true }).fill('Answer every letter within a week');
  await dialog.getByLabel('I will not', { exact: true }).fill('Leave one without a word');
  await dialog.getByLabel('How the others will see it').fill('In the list of letters');
  await dialog.getByLabel('Open books').press('Space');
  await dialog.getByLabel('On which day do you look at it again?').fill('2099-01-31');
  await dialog.getByRole('button', { name: 'Write it down' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Not signed yet. Only you can see these words.').waitFor();
  await page
    .getByRole('button', { name: 'I sign these words: Answer every letter within a week' })
    .press('Enter');
  await page.getByText('Not signed yet. Only you can see these words.').waitFor({ state: 'detached' });
  const card = page.getByRole('listitem').filter({ hasText: 'Answer every letter within a week' });
  await card.getByText(/^Signed today/).waitFor();
  expect(await faults(page)).toEqual([]);
  await page.context().close();
});

it('[VALUE6] what is proposed and signed is put to a decision, whose draft has its words', async () => {
  const page = await open('Marsha Odell');
  await page.getByRole('button', { name: 'Put these to a decision' }).click();
  const dialog = page.getByRole('dialog', { name: 'What should the decision do?' });
  await dialog.getByLabel('Small steps').waitFor();
  expect(await faults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Begin the draft' }).click();
  await page.waitForURL(/\/decisions\/[^/]+\/draft$/);
  await page.getByText('We try things out before we promise them.').first().waitFor();
  await page.context().close();
});
