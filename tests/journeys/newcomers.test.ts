import type { Browser, Page } from 'playwright-core';
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

async function openAs(person: string, path: string, options = DESKTOP): Promise<Page> {
  const page = await (await signedIn(browser, server, person, options)).newPage();
  await page.goto(path);
  return page;
}

it('[NEW4] on a phone, from the welcome to the values: reads them, signs them, and stands in the list', async () => {
  const page = await openAs('Ron Tasker', '/partnerships/northvale', PHONE);
  await page.getByRole('link', { name: /^New here/ }).click();
  await page.getByRole('heading', { level: 1, name: /^Welcome to Northvale/ }).waitFor();
  const words = (await page.getByRole('main').textContent()) ?? '';
  for (const said of ['You are Ron Tasker', 'How we decide in Northvale', '0 of 18 people have signed'])
    expect(words).toContain(said);
  await page.getByRole('link', { name: 'Read and sign' }).click();
  await page.getByText('Nobody has signed these words yet.').waitFor();
  await page.getByRole('region', { name: 'The words' }).getByRole('table').first().waitFor();
  await page.getByRole('button', { name: 'I have read this, and I will keep to it' }).click();
  await page.getByText('You signed these words today').waitFor();
  await expect
    .poll(() => page.getByRole('region', { name: 'Who has signed' }).textContent())
    .toContain('Ron Tasker');
  expect(await faults(page)).toEqual([]);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.getByRole('link', { name: 'Back to the start' }).click();
  await page.getByText('1 of 18 people have signed').waitFor();
  await page.context().close();
});

it('[NEW4] words that change while they are read are not signed: they are shown anew, to be read again', async () => {
  const reader = await openAs('Gwen Sallis', '/documents/northvale-values/sign');
  const sign = reader.getByRole('button', { name: 'I have read this, and I will keep to it' });
  await sign.waitFor();
  const writer = await openAs('Marsha Odell', '/documents/northvale-values');
  const text = writer.getByRole('textbox', { name: /^Text of/ });
  await text.getByRole('heading').first().click();
  await writer.keyboard.press('End');
  await writer.keyboard.type(' and one more thing');
  await writer.getByText('Saved', { exact: false }).first().waitFor();
  await sign.focus();
  await reader.keyboard.press('Enter');
  await reader.getByRole('alert').filter({ hasText: 'The words have changed since you read them' }).waitFor();
  await reader.getByText('and one more thing').waitFor();
  expect(await reader.getByRole('region', { name: 'Who has signed' }).textContent()).not.toContain(
    'Gwen Sallis',
  );
  await sign.click();
  await reader.getByText('You signed these words today').waitFor();
  await writer.getByRole('button', { name: /^More to do with/ }).click();
  await writer.getByRole('menuitem', { name: 'Who has signed it' }).click();
  await writer.getByRole('region', { name: 'Who has signed' }).getByText('Gwen Sallis').waitFor();
  await reader.context().close();
  await writer.context().close();
});
