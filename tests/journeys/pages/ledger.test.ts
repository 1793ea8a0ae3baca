import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readHeadCode } from '../../../shared/ledger/head.ts';
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

it('[LEDGER12] from the decisions to the whole record: one takes it, reads what it proves, and copies a fingerprint to keep', async () => {
  const context = await signedIn(browser, server, 'Ron Tasker', { ...PHONE, acceptDownloads: true });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  await page.goto('/partnerships/northvale/decisions');
  await page.getByRole('link', { name: 'The whole record' }).click();
  await page.getByRole('heading', { level: 1, name: 'The whole record' }).waitFor();
  await page.getByText('nobody has written the record anew since').waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Take the whole record' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('ledger.record.json');
  await page
    .getByRole('button', { name: /^Copy the fingerprint up to line/ })
    .first()
    .click();
  await page.getByText('Copied. Keep it').waitFor();
  const kept = readHeadCode(await page.evaluate(() => navigator.clipboard.readText()));
  expect(kept?.partnership).toBe('northvale');
  await expect
    .poll(() => page.getByRole('link', { name: 'Open the page that checks it' }).getAttribute('href'))
    .toBe('/verify');
  await expect.poll(() => page.getByRole('heading', { name: 'Forget who somebody was' }).count()).toBe(0);
  expect(await faults(page)).toEqual([]);
  await context.close();
});

it('[LEDGER12] whoever looks after the records has someone forgotten: what goes, what stays, a reason, and a second yes', async () => {
  const marsha = await signedIn(browser, server, 'Marsha Odell');
  const left = await marsha.request.post('/api/partnerships/northvale/members/jo-marr/departure', {
    data: { reason: 'They moved away.' },
  });
  expect(left.status(), await left.text()).toBe(200);
  const context = await signedIn(browser, server, 'Sam Iqbal', { ...DESKTOP, colorScheme: 'dark' });
  const page = await context.newPage();
  await page.goto('/partnerships/northvale/ledger');
  await page.getByRole('button', { name: 'Forget Jo Marr' }).click();
  const dialog = page.getByRole('dialog', { name: 'Forget who Jo Marr was?' });
  await dialog.getByText('What they did, and every count and outcome.').waitFor();
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await dialog.getByText('Write why.').waitFor();
  expect(await faults(page)).toEqual([]);
  await dialog.getByLabel('Why?').fill('They asked us to.');
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await dialog.getByText('This can’t be undone.').waitFor();
  const record = async () => (await context.request.get('/api/partnerships/northvale/ledger')).text();
  await expect.poll(() => record()).toContain('Jo Marr');
  await dialog.getByRole('button', { name: 'Yes, forget them' }).click();
  await page.getByText('The record has forgotten who they were.').waitFor();
  await page.getByText('Nobody who has left is still known by name').waitFor();
  const after = JSON.parse(await record());
  expect(JSON.stringify(after.names.people)).not.toContain('Jo Marr');
  await context.close();
});
