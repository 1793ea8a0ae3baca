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

const LIST = '/partnerships/northvale';

async function openAs(person: string, path = LIST): Promise<Page> {
  const context = await signedIn(browser, server, person);
  const page = await context.newPage();
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

async function newDocument(page: Page, title: string, preset = 'equals'): Promise<string> {
  const answer = await page.request.post(`/api${LIST}/documents`, {
    data: { title, template: 'empty', preset },
  });
  return ((await answer.json()) as { id: string }).id;
}

const row = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title });
const menuOf = (page: Page, title: string) => page.getByRole('button', { name: `More to do with ${title}` });

it('[PAGE3] a document is started from a template, opened, and stands in the list with what it is', async () => {
  const page = await openAs('Ron Tasker');
  await page.getByRole('link', { name: 'Start a document' }).click();
  await page.getByRole('radio', { name: 'Governance agreement' }).check();
  await page.getByRole('textbox', { name: 'What is it called?' }).fill('How we  decide on trips');
  await page.getByRole('radio', { name: 'A steering group and a reference group' }).check();
  await page.getByRole('button', { name: 'Start writing' }).click();
  await page.getByRole('heading', { level: 1, name: 'How we decide on trips' }).waitFor();
  await expect.poll(() => page.title()).toBe('How we decide on trips · Trialogue');
  await expect
    .poll(() => page.getByRole('main').textContent())
    .toContain('Governance agreement · you can comment');
  await page.getByRole('link', { name: 'All documents' }).click();
  const facts = row(page, 'How we decide on trips').getByText('Governance agreement');
  await expect.poll(() => facts.textContent()).toMatch(/· changed today at \d\d:\d\d · you can comment$/);
  await page.context().close();
});

it('[PAGE4] a form that is not filled in says what is wrong beside the field, and brings one there', async () => {
  const page = await openAs('Priya Nandra', `${LIST}/new`);
  await page.getByRole('radio', { name: 'Empty page' }).check();
  await page.getByRole('button', { name: 'Start writing' }).click();
  const title = page.getByRole('textbox', { name: 'What is it called?' });
  await expect.poll(() => title.evaluate((field) => field === document.activeElement)).toBe(true);
  await expect.poll(() => title.getAttribute('aria-invalid')).toBe('true');
  const told = await title.evaluate((field) =>
    (field.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent)
      .join(' '),
  );
  expect(told).toContain('Give the document a title.');
  await page.context().close();
});

it('[PAGE4] when the server is out of reach, what was typed stays, and one hears what to do', async () => {
  const page = await openAs('Priya Nandra', `${LIST}/new`);
  await page.getByRole('radio', { name: 'Empty page' }).check();
  const title = page.getByRole('textbox', { name: 'What is it called?' });
  await title.fill('Kept');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Start writing' }).click();
  const told = await page.getByRole('alert').textContent();
  expect(told).toContain('Check your connection');
  expect(told).toContain('Nothing you typed is lost.');
  await expect.poll(() => title.inputValue()).toBe('Kept');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Start writing' }).click();
  await page.getByRole('heading', { level: 1, name: 'Kept' }).waitFor();
  await page.context().close();
});

it('[PAGE5] a document is renamed from the list, by keyboard', async () => {
  const page = await openAs('Priya Nandra');
  await newDocument(page, 'Old name');
  await page.reload();
  await menuOf(page, 'Old name').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Rename' }).waitFor();
  await page.keyboard.press('Enter');
  const field = page.getByRole('dialog', { name: 'Rename the document' }).getByLabel('Title');
  await field.waitFor();
  await page.keyboard.type('New name');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'New name' }).waitFor();
  await expect.poll(() => page.getByRole('link', { name: 'Old name' }).count()).toBe(0);
  await page.getByRole('status').filter({ hasText: 'It is now called “New name”.' }).waitFor();
  await page.context().close();
});

it('[PAGE5] a document is renamed in its own place, and Escape leaves it as it was', async () => {
  const page = await openAs('Priya Nandra');
  const id = await newDocument(page, 'Before');
  await page.goto(`/documents/${id}`);
  const rename = async () => {
    await menuOf(page, 'Before').click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    const field = page.getByRole('textbox', { name: 'Title', exact: true });
    await field.waitFor();
    await page.waitForFunction(() => document.activeElement?.matches('.title-field input'));
    return field;
  };
  await rename();
  await page.keyboard.type('Never');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1, name: 'Before' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  const field = await rename();
  await field.fill('');
  await page.keyboard.press('Enter');
  await page.getByText('Give the document a title.').waitFor();
  await field.fill('After');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'After' }).waitFor();
  await expect.poll(() => page.title()).toBe('After · Trialogue');
  await page.context().close();
});

it('[PAGE6] a document goes into the archive, comes back by undo, and comes back from the archive', async () => {
  const page = await openAs('Marsha Odell');
  await newDocument(page, 'Done with');
  await page.reload();
  const archive = async () => {
    await menuOf(page, 'Done with').click();
    await page.getByRole('menuitem', { name: 'Put in the archive' }).click();
    await page.getByRole('status').filter({ hasText: '“Done with” is in the archive.' }).waitFor();
    await page.getByRole('link', { name: 'Done with' }).waitFor({ state: 'detached' });
  };
  await archive();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('link', { name: 'Done with' }).waitFor();
  await archive();
  await page.getByRole('switch', { name: 'Show the archive' }).check();
  await page.getByRole('link', { name: 'Done with' }).waitFor();
  await menuOf(page, 'Done with').click();
  await page.getByRole('menuitem', { name: 'Bring back' }).click();
  await page.getByRole('link', { name: 'Done with' }).waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'What we write together' }).waitFor();
  await expect.poll(() => page.getByText('The archive is empty').count()).toBe(1);
  await page.context().close();
});

it('[PAGE6] archiving by keyboard leads straight to undo, and undoing loses no focus', async () => {
  const page = await openAs('Marsha Odell');
  await newDocument(page, 'By keyboard');
  await page.reload();
  await menuOf(page, 'By keyboard').press('Enter');
  await page.getByRole('menuitem', { name: 'Put in the archive' }).press('Enter');
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === 'Undo');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'By keyboard' }).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  await page.context().close();
});

it('[PAGE6] the archive is offered only to those who may use it', async () => {
  const owner = await openAs('Priya Nandra');
  await newDocument(owner, 'Priya’s own');
  const other = await openAs('Ron Tasker');
  const offers = async (page: Page) => {
    await page.reload();
    await menuOf(page, 'Priya’s own').click();
    await page.getByRole('menuitem').first().waitFor();
    return page.getByRole('menuitem').allInnerTexts();
  };
  await expect.poll(() => offers(owner)).toContain('Put in the archive');
  await expect.poll(() => offers(other)).not.toContain('Put in the archive');
  await owner.context().close();
  await other.context().close();
});

it('[PAGE7] the list is searched by title, and says so when there is nothing', async () => {
  const page = await openAs('Priya Nandra');
  const search = page.getByRole('searchbox', { name: 'Search by title' });
  await search.fill('DAY SUPPORT');
  await page
    .getByRole('status')
    .filter({ hasText: /^1 document$/ })
    .waitFor();
  await page.getByRole('link', { name: /Day support in the north/ }).waitFor();
  await search.fill('zebra');
  await page.getByText('No title has “zebra” in it').waitFor();
  await page.getByRole('button', { name: 'Empty the search' }).click();
  await page.getByRole('link', { name: /Day support in the north/ }).waitFor();
  await expect.poll(() => search.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.context().close();
});

it('[PAGE16] from its menu a document is downloaded, and read as a page that leads back', async () => {
  const page = await openAs('Ron Tasker', '/documents/northvale-values');
  const title = 'Our shared values and behaviours';
  const offered = page.waitForEvent('download');
  await menuOf(page, title).click();
  await page.getByRole('menuitem', { name: 'Download as plain text' }).click();
  const file = await offered;
  expect(file.suggestedFilename()).toBe(`${title}.txt`);
  const bytes = await (await file.createReadStream()).toArray();
  expect(Buffer.concat(bytes).toString('utf8')).toContain(title);
  await menuOf(page, title).click();
  await page.getByRole('menuitem', { name: 'Read or print it' }).click();
  await page.waitForURL('**/read/northvale-values');
  await page.getByRole('link', { name: 'Write in it' }).click();
  await page.getByRole('textbox', { name: `Text of ${title}` }).waitFor();
  await page.context().close();
});

it('[PAGE17] signed out in another tab, one is told, and led back through signing in', async () => {
  const page = await openAs('Priya Nandra', '/documents/northvale-values');
  await page.locator('.sync-status[data-status="saved"]').waitFor();
  const other = await page.context().newPage();
  await other.goto(LIST);
  await other.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('You are signed out.').waitFor();
  await page.getByRole('link', { name: 'Sign in again' }).click();
  await page.getByRole('button', { name: /Priya Nandra/ }).click();
  await page.waitForURL('**/documents/northvale-values');
  await page.locator('.sync-status[data-status="saved"]').waitFor();
  await page.context().close();
});
