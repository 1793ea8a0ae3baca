import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { faults } from './axe.ts';
import {
  DARK_PHONE,
  DESKTOP,
  launchBrowser,
  type RunningServer,
  signedIn,
  startServer,
  tooWide,
} from './harness.ts';

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const PAGE = '/partnerships/northvale/private-notes';

it('[NOTE9] a note is written on a phone in the dark, opened and answered on a wide screen, and its answer read', async () => {
  const phone = await signedIn(browser, server, 'Ron Tasker', DARK_PHONE);
  const writer = await phone.newPage();
  await writer.goto(PAGE);
  await writer.getByText('This is no emergency line.').waitFor();
  await writer.getByRole('radio', { name: 'The safeguarding lead' }).check();
  await writer.getByLabel('Your note').fill('A driver frightened someone.');
  await writer.getByText('They see you as Ron Tasker.').waitFor();
  await writer.getByRole('button', { name: 'Send the note' }).click();
  await writer.getByText(/^Not read yet\. An answer is due by /).waitFor();
  await expect.poll(() => tooWide(writer)).toBeLessThanOrEqual(0);
  expect(await faults(writer)).toEqual([]);

  const desk = await signedIn(browser, server, 'Beth Oyelaran', DESKTOP);
  const lead = await desk.newPage();
  await lead.goto(PAGE);
  await lead.getByText('From Ron Tasker').waitFor();
  await lead.getByRole('button', { name: 'Open and read' }).click();
  await lead.getByText('A driver frightened someone.').waitFor();
  await lead.getByRole('button', { name: 'Answer' }).click();
  await lead.getByLabel('Your answer').fill('Thank you. I will ring you.');
  expect(await faults(lead)).toEqual([]);
  await lead.getByRole('button', { name: 'Send the answer' }).click();
  await lead.getByText('Thank you. I will ring you.').waitFor();
  await writer.getByText('Thank you. I will ring you.').waitFor();
  await phone.close();
  await desk.close();
});
