import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sealingWith } from '../../db/sealing.ts';
import { type OutboxMail, readOutbox } from '../../server/mail/outbox.ts';
import { until } from '../until.ts';
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

async function invitePage(options: BrowserContextOptions = DESKTOP): Promise<Page> {
  const page = await (await signedIn(browser, server, 'Marsha Odell', options)).newPage();
  await page.goto('/partnerships/northvale/people');
  await page.getByRole('link', { name: 'Invite people' }).click();
  await page.getByRole('heading', { level: 1, name: 'Invite people' }).waitFor();
  return page;
}

/** The newest mail to this address that says `words`. */
const mailTo = (address: string, words: RegExp): Promise<OutboxMail> =>
  until(`a mail to ${address}`, () =>
    readOutbox(
      join(server.folder, 'outbox'),
      sealingWith(join(server.folder, 'keys', 'pseudonym.key'), false),
    ).find(({ to, text }) => to === address && words.test(text)),
  );

const linkTo = async (address: string) =>
  /https?:\S+\/invitation#\S+/.exec((await mailTo(address, /\/invitation#/)).text)?.[0] as string;

async function invite(page: Page, email: string, seat: string): Promise<string> {
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Seat', { exact: true }).selectOption({ label: seat });
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await page.getByText('1 invitation is on its way.').waitFor();
  return linkTo(email);
}

async function guest(link: string, options: BrowserContextOptions = PHONE): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: server.url, ...options })).newPage();
  await page.goto(link);
  await page.getByRole('heading', { level: 1, name: /^You are invited to Northvale/ }).waitFor();
  return page;
}

async function proveAddress(page: Page, email: string): Promise<void> {
  await page.getByRole('button', { name: 'Send me the code' }).click();
  const code = /\b\d{6}\b/.exec((await mailTo(email, /^ *\d{6}$/m)).text)?.[0] as string;
  await page.getByLabel('The code from the mail').fill(code);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByLabel('The name to be known by').waitFor();
}

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

const LIST = [
  'Name\tEmail\tSeat\tHolder or substitute\tRoles',
  'Ann Lee\tann@example.org\tSkelby Good Neighbours\tsubstitute\t',
  'Ben Poe\tben@example\tEastgate\t\tfacilitator',
  'Cy Day\tcy@example.org\tG2\tsub\tobserver',
  'Di Hart\tann@example.org\tC1\tsub\t',
].join('\n');

it('[INV14] a pasted list: the good lines go out, the bad ones say why, stay, are put right and go out too', async () => {
  const page = await invitePage();
  await page.getByLabel('Several at once').check();
  await page.getByRole('button', { name: 'Look at the list' }).click();
  await expect.poll(() => focusedLabel(page)).toContain('Paste your list here');
  await page.getByText('nobody in this list').waitFor();
  await page.getByLabel('Paste your list here').fill(LIST);
  await page.getByRole('button', { name: 'Look at the list' }).click();
  await page.getByText('2 of 4 ready to send.').waitFor();
  const ben = page.getByRole('listitem').filter({ hasText: 'Ben Poe' });
  const words = (await ben.textContent()) ?? '';
  for (const why of ['not a whole email address', 'Did you mean', 'can’t make anyone a facilitator'])
    expect(words).toContain(why);
  await expect
    .poll(() => page.getByRole('listitem').filter({ hasText: 'Di Hart' }).textContent())
    .toContain('in the list already');
  expect(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Send 2 invitations' }).click();
  await page.getByText('2 invitations are on their way.').waitFor();
  await page.getByText('0 of 2 ready to send.').waitFor();

  await page.getByRole('button', { name: 'Change the line of Ben Poe' }).click();
  await expect.poll(() => focusedLabel(page)).toBe('Email address');
  expect(await faults(page)).toEqual([]);
  await ben.getByLabel('Email address').fill('ben@example.org');
  await ben.getByLabel('Seat', { exact: true }).selectOption({ label: 'Larchmere Care Ltd' });
  await ben.getByLabel('Leader').check();
  await ben.getByRole('button', { name: 'Check this line' }).click();
  await page.getByText('1 of 2 ready to send.').waitFor();
  await page.getByRole('button', { name: 'Send 1 invitation', exact: true }).click();
  await page.getByText('0 of 1 ready to send.').waitFor();
  await page.getByRole('button', { name: 'Take out the line of Di Hart' }).click();
  await page.getByLabel('Paste your list here').waitFor();
  for (const email of ['ann@example.org', 'ben@example.org', 'cy@example.org']) await linkTo(email);
  await page.getByRole('region', { name: 'Invitations' }).getByText('Ben Poe').waitFor();
  await page.context().close();
});

async function focusedLabel(page: Page): Promise<string> {
  await page.waitForFunction(() => document.activeElement !== document.body);
  return page.evaluate(
    () => (document.activeElement as HTMLInputElement).labels?.[0]?.textContent ?? 'nothing with a label',
  );
}

it('[INV14] a file as spreadsheets save it: semicolons, and letters as Windows writes them', async () => {
  const page = await invitePage({ ...PHONE, colorScheme: 'dark' });
  await page.getByLabel('Several at once').check();
  const file = (name: string, buffer: Buffer) =>
    page.getByLabel('Or choose a CSV file').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await file('people.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]));
  await page.getByText('could not be read as a list').waitFor();
  await file(
    'people.csv',
    Buffer.from('Name;Email;Roles\nZo\xeb Br\xfbl\xe9;zoe@example.org;Observer\n', 'latin1'),
  );
  await page.getByText('Zoë Brûlé').waitFor();
  await page.getByText('1 of 1 ready to send.').waitFor();
  expect(await faults(page)).toEqual([]);
  await expect.poll(() => widthOf(page)).toBeLessThanOrEqual(360);
  await page.context().close();
});

it('[INV14] what was typed for one person stays while one looks at several, and a bad address has the focus', async () => {
  const page = await invitePage();
  await page.getByLabel(/^Name/).fill('Eva');
  await page.getByLabel('Email address').fill('eva');
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await page.getByText('not a whole email address').waitFor();
  await expect.poll(() => focusedLabel(page)).toBe('Email address');
  await page.getByLabel('Several at once').check();
  await page.getByLabel('One person').check();
  await expect.poll(() => page.getByLabel(/^Name/).inputValue()).toBe('Eva');
  await page.context().close();
});

it('[INV15] an invited person gets in on a phone: reads who, what and as whom, types the code, says a name', async () => {
  const inviting = await invitePage();
  const link = await invite(inviting, 'jane@example.org', 'Skelby Good Neighbours');
  const page = await guest(link);
  expect(page.url()).toBe(`${server.url}/invitation`);
  const offer = (await page.getByRole('main').textContent()) ?? '';
  for (const words of [
    'Marsha Odell invites you',
    'What it is for',
    'What you commit to',
    'You can answer until',
    'j•••@example.org',
  ])
    expect(offer).toContain(words);
  // The seat is held, and that is shown before anything is accepted.
  expect(offer).toContain('You would be a substitute for Skelby Good Neighbours');
  expect([await faults(page), await widthOf(page)]).toEqual([[], 360]);
  await page.reload();
  await proveAddress(page, 'jane@example.org');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Your answer');
  expect([await faults(page), await widthOf(page)]).toEqual([[], 360]);
  await page.getByLabel('The name to be known by').fill(' ');
  await page.getByRole('button', { name: 'Accept, and come in' }).click();
  await page.getByText('Write the name that the others should know you by.').waitFor();
  await page.getByLabel('The name to be known by').fill('Jane Roe');
  await page.getByRole('button', { name: 'Accept, and come in' }).click();
  await page.waitForURL(`${server.url}/partnerships/northvale/welcome`);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('trialogue-invitation');
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(link);
  await stranger.getByRole('heading', { level: 1, name: 'This invitation can’t be used' }).waitFor();
  await stranger.context().close();
  await page.goto(link);
  await page.getByRole('heading', { level: 1, name: 'You are in already' }).waitFor();
  await page.context().close();
  await inviting.context().close();
});

it('[INV15] the link in the mail with the code leads back to the invitation, and both tabs go on', async () => {
  const inviting = await invitePage();
  const link = await invite(inviting, 'hana@example.org', 'Skelby Good Neighbours');
  const page = await guest(link);
  await page.getByRole('button', { name: 'Send me the code' }).click();
  const { text } = await mailTo('hana@example.org', /^ *\d{6}$/m);
  const tab = await page.context().newPage();
  await tab.goto(/https?:\S+\/sign-in\S+/.exec(text)?.[0] as string);
  await tab.getByRole('button', { name: 'Sign in' }).click();
  await tab.getByLabel('The name to be known by').waitFor();
  expect(new URL(tab.url()).pathname).toBe('/invitation');
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await page.getByLabel('The name to be known by').fill('Hana');
  await page.getByRole('button', { name: 'Accept, and come in' }).click();
  await page.getByText('You are Hana.').waitFor();
  await page.context().close();
  await inviting.context().close();
});

it('[INV15] on a wide screen in the dark, signed in as somebody else: says so, and leads on', async () => {
  const inviting = await invitePage();
  const link = await invite(inviting, 'finn@example.org', 'Skelby Good Neighbours');
  const page = await (
    await signedIn(browser, server, 'Ron Tasker', { ...DESKTOP, colorScheme: 'dark' })
  ).newPage();
  await page.goto(link);
  await page.getByRole('heading', { name: 'You are signed in with another address' }).waitFor();
  expect(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Sign out and go on' }).click();
  await page.getByRole('button', { name: 'Send me the code' }).waitFor();
  await page.getByRole('button', { name: 'No, thank you' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Decline', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'You have declined' }).waitFor();
  await page.goto(link);
  await page.getByRole('heading', { level: 1, name: 'This invitation can’t be used' }).waitFor();
  await page.context().close();
  await inviting.context().close();
});

it('[INV16] whoever chooses another name is not asked for their own, and the invited name is gone from the form', async () => {
  const inviting = await invitePage();
  await inviting.getByLabel(/^Name/).fill('Gwyneth Real');
  const link = await invite(inviting, 'gwyn@example.org', 'Skelby Good Neighbours');
  const page = await guest(link);
  await proveAddress(page, 'gwyn@example.org');
  const name = page.getByLabel('The name to be known by');
  await expect.poll(() => name.inputValue()).toBe('Gwyneth Real');
  await page.getByLabel('This is a chosen name, not my own').check();
  await expect.poll(() => name.inputValue()).toBe('');
  await expect.poll(() => page.getByRole('textbox').count()).toBe(1);
  await name.fill('Kestrel');
  await page.getByRole('button', { name: 'Accept, and come in' }).click();
  await page.waitForURL(/\/welcome$/);
  await inviting.reload();
  await inviting.getByText(/that (is|are) over/).click();
  expect(await inviting.getByRole('region', { name: 'Invitations' }).textContent()).not.toContain('Gwyn');
  await page.context().close();
  await inviting.context().close();
});
