import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../until.ts';
import { DESKTOP, launchBrowser, type RunningServer, signedIn, startServer } from './harness.ts';

let server: RunningServer;
let browser: Browser;
let facilitator: BrowserContext;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  facilitator = await signedIn(browser, server, 'Marsha Odell', DESKTOP);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const AT = '/api/partnerships/northvale';
const OLD_PHONE = { viewport: { width: 320, height: 568 }, javaScriptEnabled: false };

async function linkFor(person: string, seatId: string): Promise<{ address: string; decisionId: string }> {
  const { decisions } = await (await facilitator.request.get(`${AT}/decisions?show=open`)).json();
  const { members } = await (await facilitator.request.get(AT)).json();
  const memberId = members.find(({ name }: { name: string }) => name === person).id;
  const [{ id }] = decisions;
  const data = { memberId, seatId, about: { kind: 'decision', id }, answer: true, days: 14, mail: false };
  const made = await (await facilitator.request.post(`${AT}/links`, { data })).json();
  return { address: made.address, decisionId: id };
}

it('[BYLINK18] a volunteer without an account, a script or a wide screen: one sentence, and standing aside', async () => {
  const { address, decisionId } = await linkFor('Ron Tasker', 'northvale-g1');
  const watching = await facilitator.newPage();
  await watching.goto(`${server.url}/decisions/${decisionId}`);
  await watching.getByRole('heading', { level: 1 }).waitFor();
  const phone = await browser.newContext(OLD_PHONE);
  const page = await phone.newPage();
  await page.goto(address);
  await page.getByText('You are answering for Skelby Good Neighbours, as Ron Tasker.').waitFor();
  await page.getByRole('link', { name: /Say something about: Fell Road hall/ }).click();
  await page.getByRole('radio', { name: 'Fell Road hall is closed in August.' }).check();
  await page.getByLabel('What would you like to say?').fill('Is it closed all month?');
  await page.getByRole('button', { name: 'Send this comment' }).click();
  await page.getByRole('heading', { name: 'Your comment is there' }).waitFor();
  await page.getByRole('link', { name: 'Back to the question' }).click();
  await page.getByRole('radio', { name: /Stand aside/ }).check();
  await page.getByRole('button', { name: 'Send the changed answer' }).click();
  // Without a reason it comes back, with what was chosen.
  await page.getByRole('alert').getByText('Say why, in a sentence or two.').waitFor();
  await expect.poll(() => page.getByRole('radio', { name: /Stand aside/ }).isChecked()).toBe(true);
  await page.getByLabel('Why?').fill('Our driver is away in August.');
  await page.getByRole('button', { name: 'Send the changed answer' }).click();
  await page.getByRole('heading', { name: 'Your answer is recorded' }).waitFor();
  await page.getByRole('heading', { name: 'Your receipt' }).waitFor();
  // Reloaded, the form is sent again: it is recorded once.
  await page.reload();
  await page.getByRole('heading', { name: 'Your answer is recorded' }).waitFor();
  // In the table beside the picture, which may be folded.
  await watching.getByText('Our driver is away in August.').first().waitFor({ state: 'attached' });
  const record = await (await facilitator.request.get(`/api/decisions/${decisionId}`)).json();
  const given = record.rounds
    .at(-1)
    .positions.find((each: { given: { seat: string } }) => each.given.seat === 'northvale-g1');
  expect(given.given).toMatchObject({ channel: 'link', position: { choice: 'stand_aside' } });
  expect(given.earlier).toHaveLength(1);
  await phone.close();
});

it('[BYLINK18] nothing on these pages is wider than a screen of 320, in usual or large print', async () => {
  const { address } = await linkFor('Ron Tasker', 'northvale-g1');
  const context = await browser.newContext({ viewport: { width: 320, height: 568 } });
  const page = await context.newPage();
  for (const path of [address, `${address}?size=large`, `${address}/say?paragraph=0`, `${server.url}/p`]) {
    await page.goto(path);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  }
  await context.close();
});

it('[BYLINK19] a page is small, asks for nothing else, and is there within a second on slow 3G', async () => {
  const { address } = await linkFor('Ron Tasker', 'northvale-g1');
  const context = await browser.newContext(OLD_PHONE);
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  const slow = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
  await network.send('Network.emulateNetworkConditions', slow);
  let bytes = 0;
  let requests = 0;
  page.on('request', () => requests++);
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  const began = performance.now();
  await page.goto(address);
  const took = performance.now() - began;
  await until('the page is counted', () => bytes > 0);
  console.info(`by link on slow 3G: ${requests} requests, ${bytes} bytes, ${Math.round(took)} ms`);
  expect(requests).toBe(1);
  expect(bytes).toBeLessThan(20_000);
  await context.close();
});
