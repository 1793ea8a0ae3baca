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

const DAY = 86_400_000;

async function open(person: string, options: object = DESKTOP): Promise<Page> {
  return (await signedIn(browser, server, person, options)).newPage();
}

it('[ASK8] from asking by keyboard to “you said, we did”, on the page of those who ask and on a phone', async () => {
  const [marsha, ron] = [await open('Marsha Odell'), await open('Ron Tasker', PHONE)];
  await marsha.goto('/partnerships/northvale');
  await marsha
    .getByRole('link', { name: 'Day support in the north, and getting there' })
    .first()
    .press('Enter');
  await marsha.getByRole('button', { name: 'Ask people…' }).press('Enter');
  const dialog = marsha.getByRole('dialog', { name: 'Ask people about this' });
  await dialog.getByRole('radio', { name: 'Hear what you think' }).press('Space');
  await dialog.getByRole('checkbox', { name: 'Skelby Good Neighbours' }).press('Space');
  await dialog.getByRole('button', { name: 'Ask them' }).press('Enter');
  await dialog.getByText('Say what difference it can make').waitFor();
  expect(await faults(marsha, '[role="dialog"]')).toEqual([]);
  const day = new Date(Date.now() + 10 * DAY).toISOString().slice(0, 10);
  await dialog.getByLabel('They can answer until: day').fill(day);
  await dialog.getByLabel('What difference can it make?').fill('Where the bus stops is open.');
  await dialog.getByLabel('What is proposed, and why?').fill('There is money for one bus.');
  await dialog.getByRole('checkbox', { name: /Nothing is settled/ }).press('Space');
  await dialog.getByRole('button', { name: 'Ask them' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await marsha.getByRole('heading', { name: 'People are asked: Hear what you think' }).waitFor();

  await ron.goto('/partnerships/northvale');
  await ron.getByRole('heading', { name: 'What people are asked' }).waitFor();
  await ron.getByText(/You can answer until/).waitFor();
  await ron.goto(new URL(marsha.url()).pathname);
  const asked = ron.getByRole('region', { name: 'You are asked: Hear what you think' });
  await asked.getByText('Where the bus stops is open.').waitFor();
  await asked.getByText(/they must tell you what they did with it/).waitFor();
  expect(await faults(ron, '.askings')).toEqual([]);
  await expect.poll(() => ron.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await server.forward(11 * DAY);
  await marsha.reload();
  await marsha.getByRole('button', { name: 'Say what came of it…' }).press('Enter');
  const answer = marsha.getByRole('dialog', { name: 'You said, we did' });
  await answer.getByLabel('In short, what came of it?').fill('We moved the stop.');
  await answer.getByLabel('What people said').fill('It is too far.');
  await answer.getByLabel('What was done with it').selectOption('We did part of this');
  await answer.getByLabel('What you did').fill('It stops at the library.');
  await answer.getByRole('button', { name: 'Tell everyone' }).press('Enter');
  await answer.getByText(/Say why not, or why only partly/).waitFor();
  await answer.getByLabel('Why not, or why only partly').fill('The road is too narrow for more.');
  await answer.getByRole('button', { name: 'Tell everyone' }).press('Enter');
  await answer.waitFor({ state: 'detached' });
  await ron.reload();
  await ron.getByText('What people were asked before, and what came of it').click();
  const outcome = ron.getByRole('region', { name: 'You said, we did' });
  await outcome.getByText(/The road is too narrow for more/).waitFor();
  expect(await faults(ron, '.askings')).toEqual([]);
  await marsha.context().close();
  await ron.context().close();
});
