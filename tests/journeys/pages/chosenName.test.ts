import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, PHONE, type RunningServer, signedIn, startServer } from '../harness.ts';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const NAME_PAGE = '/partnerships/northvale/my-name';

async function openAs(person: string, path: string, options = {}): Promise<Page> {
  const context = await signedIn(browser, server, person, options);
  const page = await context.newPage();
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

it('[PRIV9] on a phone someone takes a chosen name, and the safeguarding lead opens the one behind it', async () => {
  const jo = await openAs('Jo Marr', '/partnerships/northvale', PHONE);
  await jo.getByRole('link', { name: /Jo Marr/ }).click();
  await jo.getByRole('link', { name: /^The name you go by in/ }).click();
  const field = jo.getByRole('textbox', { name: 'The name to go by' });
  await field.fill('Jo');
  await jo.getByRole('button', { name: 'Go by this name' }).click();
  await jo.getByText('This has a part of your own name in it.').waitFor();
  await expect.poll(() => field.inputValue()).toBe('Jo');
  await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
  await field.fill('Kestrel');
  await jo.getByRole('button', { name: 'Go by this name' }).click();
  await jo.getByRole('status').filter({ hasText: 'From now on you are known here as Kestrel.' }).waitFor();
  await jo.getByRole('banner').getByText('Kestrel').waitFor();
  await jo.getByText('Nobody has opened your name.').waitFor();
  expect(await jo.locator('body').textContent()).not.toContain('Marr');

  const beth = await openAs('Beth Oyelaran', '/partnerships/northvale/people/jo-marr');
  await beth.getByRole('heading', { level: 1, name: 'Kestrel' }).waitFor();
  await beth.getByRole('button', { name: 'Open the name' }).click();
  await beth.getByText('Say why you need to know the name.').waitFor();
  await beth.getByRole('textbox', { name: 'Why do you need to know?' }).fill('They did not come home.');
  await beth.getByRole('button', { name: 'Open the name' }).click();
  await beth.getByText('Their own name is Jo Marr.').waitFor();

  await jo.goto(NAME_PAGE);
  await jo.getByText(/by Beth Oyelaran: They did not come home\./).waitFor();
  await jo.getByRole('textbox', { name: 'Your own name' }).fill('Jo Marr');
  await jo.getByRole('button', { name: 'Go by your own name again' }).click();
  await jo.getByRole('banner').getByText('Jo Marr').waitFor();
  await beth.context().close();
  await jo.context().close();
});

it('[PRIV9] what someone says of themselves is seen by whom they let see it', async () => {
  const ron = await openAs('Ron Tasker', '/me');
  await ron.getByRole('textbox', { name: 'How would you like to get things to read?' }).fill('large print');
  await ron.getByRole('button', { name: 'Save what I said' }).click();
  await ron.getByRole('status').filter({ hasText: 'Saved. It holds from now on.' }).waitFor();
  const marsha = await openAs('Marsha Odell', '/partnerships/northvale/people/ron-tasker');
  await marsha.getByText('large print').waitFor();
  const priya = await openAs('Priya Nandra', '/partnerships/northvale/people/ron-tasker');
  await priya.getByText('They have not said anything about themselves that you can see.').waitFor();
  for (const page of [ron, marsha, priya]) await page.context().close();
});
