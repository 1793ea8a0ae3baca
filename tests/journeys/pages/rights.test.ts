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

async function documentOf(person: string): Promise<string> {
  const context = await signedIn(browser, server, person);
  const answer = await context.request.post('/api/partnerships/northvale/documents', {
    data: { title: 'Shared', template: 'empty', preset: 'equals' },
  });
  const { id } = (await answer.json()) as { id: string };
  await context.close();
  return id;
}

const choice = (page: Page, name: string, right: string) =>
  page.getByRole('group', { name }).getByRole('radio', { name: right });

it('[PAGE8] who may do what is set seat by seat, by keyboard, and holds once it is saved', async () => {
  const id = await documentOf('Priya Nandra');
  const page = await openAs('Priya Nandra', `/documents/${id}/rights`);
  await choice(page, 'Skelby Good Neighbours', 'Edit').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => choice(page, 'Skelby Good Neighbours', 'Read').isChecked()).toBe(true);
  await page.getByRole('status').filter({ hasText: '1 change, not saved yet.' }).waitFor();
  const ron = await openAs('Ron Tasker', '/partnerships/northvale');
  await expect
    .poll(() => ron.getByRole('listitem').filter({ hasText: 'Shared' }).first().textContent())
    .toContain('you can edit');
  await page.getByRole('button', { name: 'Save who can do what' }).click();
  await page.getByRole('status').filter({ hasText: 'Saved. It holds from now on.' }).waitFor();
  await ron.reload();
  await ron.getByRole('listitem').filter({ hasText: 'Shared' }).getByText('you can read').waitFor();
  await page.context().close();
  await ron.context().close();
});

it('[PAGE8] a preset fills in every line, and nothing holds until it is saved', async () => {
  const id = await documentOf('Priya Nandra');
  const page = await openAs('Priya Nandra', `/documents/${id}/rights`);
  await page.getByRole('button', { name: 'A steering group and a reference group' }).click();
  await expect.poll(() => choice(page, 'Larchmere Care Ltd', 'Comment').isChecked()).toBe(true);
  await expect.poll(() => choice(page, 'Facilitator', 'Edit').isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(() => choice(page, 'Larchmere Care Ltd', 'Edit').isChecked()).toBe(true);
  await page.context().close();
});

it('[PAGE8] rights that would lock everyone out are refused in words, and the choices stay', async () => {
  const id = await documentOf('Priya Nandra');
  const page = await openAs('Priya Nandra', `/documents/${id}/rights`);
  await choice(page, 'Fell Road Memory Cafe', 'Nothing').waitFor();
  for (const group of await page.getByRole('group').all())
    await group.getByRole('radio', { name: 'Nothing' }).check();
  await page.getByRole('button', { name: 'Save who can do what' }).click();
  await expect
    .poll(() => page.getByRole('alert').textContent())
    .toContain('Nobody could write in this document any more');
  await expect.poll(() => choice(page, 'Fell Road Memory Cafe', 'Nothing').isChecked()).toBe(true);
  await page.context().close();
});

it('[PAGE8] everyone who may read a document sees who may do what; only its managers can change it', async () => {
  const id = await documentOf('Priya Nandra');
  const page = await openAs('Ron Tasker', `/documents/${id}/rights`);
  await page
    .getByText('Only a facilitator, or the person who started this document, can change this.')
    .waitFor();
  await expect.poll(() => page.getByRole('radio').count()).toBe(0);
  await expect
    .poll(() => page.getByRole('listitem').filter({ hasText: 'Eastgate Elders' }).textContent())
    .toMatch(/Edit$/);
  await page.context().close();
});

it('[PAGE9] a document that one may not read, and one that never was, say the same in plain words', async () => {
  const id = await documentOf('Priya Nandra');
  const owner = await openAs('Priya Nandra', `/documents/${id}/rights`);
  await choice(owner, 'Skelby Good Neighbours', 'Nothing').check();
  await owner.getByRole('button', { name: 'Save who can do what' }).click();
  await owner.getByRole('status').filter({ hasText: 'Saved.' }).waitFor();
  const page = await openAs('Ron Tasker', `/documents/${id}`);
  const hidden = await page.getByRole('main').textContent();
  await page.goto('/documents/never-was');
  await page.getByRole('heading', { level: 1, name: 'You can’t open this document' }).waitFor();
  await expect.poll(() => page.getByRole('main').textContent()).toBe(hidden);
  await page.getByRole('link', { name: 'Go to the start' }).click();
  await page.getByRole('heading', { level: 1, name: 'What we write together' }).waitFor();
  await owner.context().close();
  await page.context().close();
});
