import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { faults } from '../axe.ts';
import { DESKTOP, launchBrowser, PHONE, type RunningServer, signedIn, startServer } from '../harness.ts';
import { type MailServer, startMailServer } from '../realMail.ts';

let mails: MailServer;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  mails = await startMailServer();
  [server, browser] = await Promise.all([
    startServer({
      TRIALOGUE_EXAMPLE: '0',
      TRIALOGUE_SIGN_UP: 'northvale.example',
      SMTP_URL: mails.url,
      MAIL_FROM: 'Trialogue <plans@northvale.example>',
    }),
    launchBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await mails?.stop();
});

const mailTo = (address: string) => mails.next(address);

async function context(options: BrowserContextOptions = DESKTOP): Promise<BrowserContext> {
  return browser.newContext({ baseURL: server.url, ...options });
}

async function ask(page: Page, email: string, from = '/sign-in'): Promise<void> {
  await page.goto(from);
  await page.getByLabel('Your mail address').fill(email);
  await page.getByRole('button', { name: 'Mail me a code' }).click();
  await page.getByRole('heading', { level: 1, name: 'Look in your mail' }).waitFor();
}

const focusedLabel = (page: Page) =>
  page.evaluate(() => {
    const field = document.activeElement as HTMLInputElement | null;
    return field?.labels?.[0]?.textContent ?? '';
  });

it.each([
  ['wide and light', { ...DESKTOP, colorScheme: 'light' }],
  ['on a phone in the dark', { ...PHONE, colorScheme: 'dark' }],
] as const)('[SIGN11] someone new signs in by the code, step by step, %s', async (_, options) => {
  const here = await context(options);
  const page = await here.newPage();
  const email = `rosa${options.colorScheme}@northvale.example`;
  await page.goto('/');
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await page.getByRole('button', { name: 'Mail me a code' }).click();
  await page.getByText('Type your mail address.').waitFor();
  await expect.poll(() => focusedLabel(page)).toBe('Your mail address');
  await page.getByLabel('Your mail address').fill('rosa@');
  await page.getByRole('button', { name: 'Mail me a code' }).click();
  await page.getByText('This is not a whole mail address').waitFor();
  await expect.poll(() => page.getByLabel('Your mail address').inputValue()).toBe('rosa@');
  expect(await faults(page)).toEqual([]);
  await page.getByLabel('Your mail address').fill(email);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Look in your mail' }).waitFor();
  const { code } = await mailTo(email);
  await page.getByLabel('Six digits').fill(code === '111111' ? '222222' : '111111');
  await page.keyboard.press('Enter');
  await page.getByText('You can try 4 more times').waitFor();
  await expect.poll(() => focusedLabel(page)).toBe('Six digits');
  expect(await faults(page)).toEqual([]);
  await page.reload();
  await page.getByLabel('Six digits').fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'What should others call you?' }).waitFor();
  expect(await faults(page)).toEqual([]);
  await page.getByLabel('Your name').fill('Rosa Green');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('heading', { level: 1, name: 'Your partnerships' }).waitFor();
  await page.getByRole('link', { name: /Rosa Green/ }).click();
  await page.getByText('This browser').waitFor();
  await expect.poll(() => page.getByRole('main').textContent()).toContain(email);
  expect(await faults(page)).toEqual([]);
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
    .toBeLessThanOrEqual(options.viewport.width);
  await here.close();
});

it('[SIGN11] opening the link changes nothing, its button signs in, and the address forgets it', async () => {
  const here = await context();
  const desk = await here.newPage();
  await ask(desk, 'ann@northvale.example', '/sign-in?then=/me');
  const { link } = await mailTo('ann@northvale.example');
  // What opens links before people do: a program, and a browser of its own that runs scripts.
  for (let times = 0; times < 2; times++) await fetch(link);
  const scanner = await context();
  const scanned = await scanner.newPage();
  await scanned.goto(link);
  await scanned.getByRole('heading', { name: 'One more step' }).waitFor();
  expect(scanned.url()).not.toContain('link=');
  expect(await faults(scanned)).toEqual([]);
  await scanned.getByRole('button', { name: 'Sign in' }).click();
  await scanned.getByText('type the six digits from the same mail').waitFor();
  expect(await faults(scanned)).toEqual([]);
  await scanner.close();

  const mail = await here.newPage();
  await mail.goto(link);
  await mail.getByRole('button', { name: 'Sign in' }).click();
  await mail.getByLabel('Your name').fill('Ann');
  await mail.getByRole('button', { name: 'Go on' }).click();
  await mail.getByRole('heading', { level: 1, name: 'You', exact: true }).waitFor();
  expect(new URL(mail.url()).pathname).toBe('/me');
  // The tab where it was asked for follows when one comes back to it.
  await desk.bringToFront();
  await desk.evaluate(() => dispatchEvent(new Event('focus')));
  await desk.getByRole('heading', { level: 1, name: 'You', exact: true }).waitFor();
  await here.close();
});

it('[SIGN11] a new mail can be asked for, and an address that was mistyped changed', async () => {
  const here = await context();
  const page = await here.newPage();
  await ask(page, 'bob@northvale.exampel');
  await page.getByRole('button', { name: 'Use another address' }).click();
  await page.getByLabel('Your mail address').fill('bob@northvale.example');
  await page.getByRole('button', { name: 'Mail me a code' }).click();
  const first = await mailTo('bob@northvale.example');
  await page.getByRole('button', { name: 'Send a new mail' }).click();
  await page.getByRole('status').getByText('A new mail is on its way to bob@northvale.example.').waitFor();
  await mailTo('bob@northvale.example');
  // Mails overtake each other: the first one still works here.
  await page.getByLabel('Six digits').fill(first.code);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'What should others call you?' }).waitFor();
  expect((await mailTo('bob@northvale.exampel')).text).toContain('There is no place for this address yet');
  await here.close();
});

it('[SIGN11] a sign-in that one does not know is ended from the list, and its pages are at the start again', async () => {
  const plain = await startServer();
  const mine = await signedIn(browser, plain, 'Priya Nandra', DESKTOP);
  const theirs = await signedIn(browser, plain, 'Priya Nandra', {
    ...PHONE,
    userAgent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1',
  });
  const open = await theirs.newPage();
  await open.goto('/documents/northvale-plan');
  await open.getByRole('textbox', { name: /^Text of/ }).waitFor();
  const page = await mine.newPage();
  await page.goto('/me');
  await page.getByRole('button', { name: /^End Safari on iPhone, since today/ }).click();
  await page.getByRole('status').getByText('Safari on iPhone is signed out.').waitFor();
  await open
    .getByText(/signed out|sign in/i)
    .first()
    .waitFor();
  await expect.poll(() => page.getByRole('button', { name: /^End / }).count()).toBe(0);
  expect(await faults(page)).toEqual([]);
  await mine.close();
  await theirs.close();
  await plain.stop();
});

it('[SIGN11] in example mode the mails can be read on a page, and their link signs in', async () => {
  const plain = await startServer();
  const here = await browser.newContext({ baseURL: plain.url, ...PHONE });
  const page = await here.newPage();
  await page.goto('/');
  await page.getByRole('link', { name: 'Sign in by mail' }).click();
  await page.getByText('Do not type a real address').waitFor();
  await page.getByLabel('Your mail address').fill('rosa@northvale.example');
  await page.getByRole('button', { name: 'Mail me a code' }).click();
  await page.getByRole('link', { name: 'Read the mails' }).waitFor();
  await page.goto('/outbox');
  await page.getByText('To r•••@northvale.example').waitFor();
  expect(await faults(page)).toEqual([]);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole('link', { name: /#link=/ }).click();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'What should others call you?' }).waitFor();
  await here.close();
  await plain.stop();
});
