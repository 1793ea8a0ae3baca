import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maskAddress } from '../../../shared/mail/maskAddress.ts';
import { CLIENT, type OutsideService, startProvider } from '../../integration/outside/provider.ts';
import { until } from '../../until.ts';
import { faults } from '../axe.ts';
import { DESKTOP, launchBrowser, PHONE, type RunningServer, startServer } from '../harness.ts';

const ADMINISTRATOR = 'it@northvale.example';

let provider: OutsideService;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  provider = await startProvider();
  [server, browser] = await Promise.all([
    startServer({
      TRIALOGUE_ADMINISTRATORS: ADMINISTRATOR,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: CLIENT.clientId,
      OIDC_CLIENT_SECRET: CLIENT.clientSecret,
      OIDC_NAME: 'your council account',
    }),
    launchBrowser(),
  ]);
  await provider.open(`${server.url}/sign-in/outside`);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await provider?.stop();
});

/** Logs in at the outside service's own pages, and agrees to what they ask. */
async function logIn(page: Page, login: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(login);
  await page.getByPlaceholder('and password').fill('x');
  await page.getByRole('button', { name: /sign-in/i }).click();
  await page.getByRole('button', { name: /continue/i }).click();
}

it('[SSO1] someone signs in at the service of their organisation, and lands where they were going', async () => {
  provider.users.set('rosa', { email: 'rosa@northvale.example', email_verified: true });
  const context = await browser.newContext({ baseURL: server.url, ...PHONE, colorScheme: 'dark' });
  const page = await context.newPage();
  await page.goto('/sign-in?then=/me');
  await page.getByRole('button', { name: 'Sign in with your council account' }).waitFor();
  expect(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Sign in with your council account' }).click();
  await logIn(page, 'rosa');
  await page.getByLabel('Your name').fill('Rosa Green');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByText('by your organisation’s sign-in').waitFor();
  expect(page.url()).toBe(`${server.url}/me`);
  await context.close();
});

it('[SSO4] a way back that leads nowhere says so, and leads to the sign-in page', async () => {
  const context = await browser.newContext({ baseURL: server.url, ...DESKTOP });
  const page = await context.newPage();
  await page.goto('/sign-in/outside?code=stolen&state=unknown');
  await page.getByText('This browser did not ask for that').waitFor();
  expect(page.url()).toBe(`${server.url}/sign-in/outside`);
  expect(await faults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Back to the sign-in page' }).click();
  await page.getByLabel('Your mail address').waitFor();
  await context.close();
});

it.each([
  ['wide and light', { ...DESKTOP, colorScheme: 'light' }],
  ['on a phone in the dark', { ...PHONE, colorScheme: 'dark' }],
] as const)('[ADMIN3] an account is found, closed and opened again, by keyboard, %s', async (_, options) => {
  const context = await browser.newContext({ baseURL: server.url, ...options });
  const page = await context.newPage();
  const outbox = async () => {
    const answer = await context.request.get('/api/example/mails');
    const { mails } = (await answer.json()) as { mails: { id: string; to: string; text: string }[] };
    return mails.filter(({ to }) => to === maskAddress(ADMINISTRATOR));
  };
  const before = (await outbox()).length;
  await page.goto('/sign-in?then=/administration');
  await page.getByLabel('Your mail address').fill(ADMINISTRATOR);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Look in your mail' }).waitFor();
  const code = await until('the code', async () => {
    const mails = await outbox();
    return mails.length > before && /^ {4}(\d{6})$/m.exec(mails[0]?.text ?? '')?.[1];
  });
  await page.getByLabel('Six digits').fill(code);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /Accounts|What should others call you/ }).waitFor();
  if (await page.getByLabel('Your name').isVisible()) {
    await page.getByLabel('Your name').fill('Ira Toth');
    await page.keyboard.press('Enter');
  }
  await page.getByRole('heading', { level: 1, name: 'Accounts' }).waitFor();
  await page.getByLabel('Search by name or address').fill('ron');
  await page.getByText('Ron Tasker').waitFor();
  await page.getByText('1 account', { exact: true }).waitFor();
  expect(await faults(page)).toEqual([]);
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
    .toBeLessThanOrEqual(options.viewport.width);
  await page.getByRole('button', { name: 'More to do with Ron Tasker' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Close the account' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  expect(await faults(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Close the account' }).click();
  await page.getByText(/closed today at/).waitFor();
  const ron = await browser.newContext({ baseURL: server.url });
  expect((await ron.request.post('/api/example/sign-in', { data: { person: 'Ron Tasker' } })).status()).toBe(
    422,
  );
  await page.getByRole('button', { name: 'More to do with Ron Tasker' }).click();
  await page.getByRole('menuitem', { name: 'Open the account again' }).click();
  await page.getByText('Ron Tasker can come in again.').waitFor();
  expect((await ron.request.post('/api/example/sign-in', { data: { person: 'Ron Tasker' } })).status()).toBe(
    200,
  );
  await ron.close();
  await context.close();
});
