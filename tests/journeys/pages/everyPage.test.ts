import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faults } from '../axe.ts';
import {
  DARK_PHONE,
  DESKTOP,
  launchBrowser,
  NARROW,
  type RunningServer,
  signedIn,
  startServer,
  turn,
  WIDE,
} from '../harness.ts';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const PLAN = '/documents/northvale-plan';
const PAGES: readonly (readonly [name: string, path: string, person: string | undefined, heading: string])[] =
  [
    ['the first page', '/', undefined, 'One plan, written by everyone it is for'],
    ['the documents', '/partnerships/northvale', 'Priya Nandra', 'What we write together'],
    ['a new document', '/partnerships/northvale/new', 'Priya Nandra', 'Start a document'],
    ['one document', PLAN, 'Priya Nandra', 'Day support in the north, and getting there'],
    ['rights, to read', `${PLAN}/rights`, 'Ron Tasker', 'Who can do what'],
    ['rights, to set', `${PLAN}/rights`, 'Marsha Odell', 'Who can do what'],
    ['who can see it, to read', `${PLAN}/access`, 'Ron Tasker', 'Who can see and do what here, and why?'],
    ['who can see it, to set', `${PLAN}/access`, 'Marsha Odell', 'Who can see and do what here, and why?'],
    ['earlier versions', `${PLAN}/versions`, 'Ron Tasker', 'Earlier versions'],
    ['the decisions', '/partnerships/northvale/decisions', 'Ron Tasker', 'What we decide together'],
    ['a lost decision', '/decisions/none', 'Ron Tasker', 'You can’t open this decision'],
    ['the people', '/partnerships/northvale/people', 'Ron Tasker', 'Who is at the table'],
    ['the people, to change', '/partnerships/northvale/people', 'Marsha Odell', 'Who is at the table'],
    ['the guide', '/new-partnership', 'Ron Tasker', 'What is the partnership called?'],
    ['leaving', '/partnerships/northvale/people/ron-tasker/leave', 'Ron Tasker', 'Leave the partnership?'],
    ['the values, to read', '/partnerships/northvale/values', 'Beth Oyelaran', 'Values and behaviours'],
    ['the values, to sign', '/partnerships/northvale/values', 'Priya Nandra', 'Values and behaviours'],
    ['the journal', '/partnerships/northvale/journal', 'Beth Oyelaran', 'Journal'],
    ['what a seat sees', '/partnerships/northvale/as/northvale-p1', 'Marsha Odell', 'As Larchmere Care Ltd'],
    ['what is mine', '/me', 'Heron', 'You'],
    ['what is for me', '/notices', 'Priya Nandra', 'For you'],
    ['how I am told', '/partnerships/northvale/my-notices', 'Heron', 'How you are told'],
    ['a chosen name', '/partnerships/northvale/my-name', 'Heron', 'The name you go by here'],
    ['one person', '/partnerships/northvale/people/heron', 'Priya Nandra', 'Heron'],
    ['a lost document', '/documents/none', 'Priya Nandra', 'You can’t open this document'],
    ['signing in', '/sign-in', undefined, 'Sign in'],
    ['the outbox', '/outbox', undefined, 'The outbox'],
    ['inviting', '/partnerships/northvale/invite', 'Marsha Odell', 'Invite people'],
    [
      'catching up',
      '/partnerships/northvale/welcome',
      'Ron Tasker',
      'Welcome to Northvale Day Support and Getting There Partnership',
    ],
    [
      'signing the values',
      '/documents/northvale-values/sign',
      'Ron Tasker',
      'Sign: Our shared values and behaviours',
    ],
    ['the rules', '/partnerships/northvale/rules', 'Marsha Odell', 'Rules to decide by'],
    ['a rule of one’s own', '/partnerships/northvale/rules/new', 'Marsha Odell', 'A rule of your own'],
    ['trying a rule', '/partnerships/northvale/rules/try', 'Ron Tasker', 'Try a rule'],
    ['a new decision', '/partnerships/northvale/decisions/new', 'Ron Tasker', 'Put something to a decision'],
    ['the whole record', '/partnerships/northvale/ledger', 'Sam Iqbal', 'The whole record'],
    ['checking a record', '/verify', undefined, 'Check a record'],
    ['an invitation without its link', '/invitation', undefined, 'Open the link from your mail'],
  ];

/** The page in a browser of its own, which is closed with `page.context().close()`. */
async function open(index: number, options: BrowserContextOptions): Promise<Page> {
  const [, , person] = PAGES[index] as (typeof PAGES)[number];
  const context = person
    ? await signedIn(browser, server, person, options)
    : await browser.newContext({ baseURL: server.url, ...options });
  return goTo(await context.newPage(), index);
}

async function goTo(page: Page, index: number): Promise<Page> {
  const [, path, , heading] = PAGES[index] as (typeof PAGES)[number];
  await page.goto(path);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await settled(page);
  return page;
}

/** What the page waits for has come: no more words about waiting, and the editor's text where there is one. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('.loading'));
  if (await page.evaluate((plan) => location.pathname === plan, PLAN))
    await page
      .getByRole('textbox', { name: /^Text of/ })
      .getByText('The need', { exact: true })
      .waitFor();
}

const tabs = new Map<string | undefined, { readonly page: Page; index: number }>();

/** The page as it is looked at, nothing being pressed: loaded once for its looks, in the one tab that its person has. */
async function lookAt(index: number, look: BrowserContextOptions): Promise<Page> {
  const person = PAGES[index]?.[2];
  const tab = tabs.get(person) ?? { page: await open(index, look), index };
  tabs.set(person, tab);
  if (tab.index !== index) await goTo(tab.page, index);
  tab.index = index;
  await turn(tab.page, look);
  return tab.page;
}

describe.each(PAGES.map(([name], index) => ({ name, index })))('$name', ({ name, index }) => {
  it(`[PAGE10] axe finds nothing on ${name}, wide and light`, async () => {
    expect(await faults(await lookAt(index, WIDE))).toEqual([]);
  });

  it(`[PAGE11] ${name} fits a screen 320 wide, and 1280 at 400 %, and axe finds nothing in the dark`, async () => {
    const page = await lookAt(index, NARROW);
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(320);
    await expect.poll(() => page.evaluate(tooSmall)).toEqual([]);
    expect(await faults(page)).toEqual([]);
  });

  if (process.env.LONG)
    it(`[PAGE10] axe finds nothing on ${name}, on a phone in the dark`, async () => {
      const page = await open(index, DARK_PHONE);
      expect(await faults(page)).toEqual([]);
      await page.context().close();
    });
});

it('[PAGE10] axe finds nothing in an open menu and an open dialog', async () => {
  const page = await open(1, DESKTOP);
  await page
    .getByRole('button', { name: /^More to do with/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Rename' }).waitFor();
  expect(await faults(page)).toEqual([]);
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('dialog').waitFor();
  expect(await faults(page)).toEqual([]);
  await page.context().close();
});

/** Buttons and fields less than 44 high or 42 wide, by their name. Links within a sentence are exempt, as in WCAG. */
function tooSmall(): string[] {
  const hitBox = (control: Element) => (control.closest('label') ?? control).getBoundingClientRect();
  return [...document.querySelectorAll('button, input, select, summary, nav a, .row-title')]
    .filter((control) => control.checkVisibility() && !control.closest('.visually-hidden'))
    .filter((control) => {
      const { width, height } = hitBox(control);
      return width > 0 && (Math.round(height) < 44 || Math.round(width) < 42);
    })
    .map((control) => control.textContent || control.outerHTML);
}

it('[PAGE12] after every navigation the new heading has the focus, and the tab its title', async () => {
  const page = await open(1, DESKTOP);
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  await page.getByRole('link', { name: 'Start a document' }).click();
  await arrived(page, 'Start a document');
  await page.goBack();
  await arrived(page, 'What we write together');
  await page.getByRole('link', { name: 'Day support in the north, and getting there' }).click();
  await arrived(page, 'Day support in the north, and getting there');
  await page.getByRole('link', { name: 'All documents' }).click();
  await arrived(page, 'What we write together');
  await page.context().close();
});

async function arrived(page: Page, heading: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await page.waitForFunction((words) => document.activeElement?.textContent === words, heading);
  await expect.poll(() => page.title()).toBe(`${heading} · Trialogue`);
}

it('[PAGE13] a page that is open stays open when the connection goes', async () => {
  const page = await open(3, DESKTOP);
  // The pages that one may go to next are fetched once this one has nothing else to do.
  await page.waitForFunction(() => {
    const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
    return ['DocumentsPage', 'NeedsYou', 'AskingsHere'].every((page) =>
      fetched.some((name) => name.includes(`/assets/${page}-`)),
    );
  });
  await page.context().setOffline(true);
  // Coming back to the tab asks the server again: once, and twice more before it gives up.
  const refusals = failures(page, '/api/documents/northvale-plan', 3);
  await page.evaluate(() => dispatchEvent(new Event('visibilitychange')));
  await refusals;
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await expect.poll(() => page.getByRole('textbox', { name: /^Text of/ }).count()).toBe(1);
  await page.getByRole('link', { name: 'All documents' }).click();
  await arrived(page, 'What we write together');
  await page.getByRole('link', { name: 'Day support in the north, and getting there' }).click();
  await arrived(page, 'Day support in the north, and getting there');
  await page.context().close();
});

function failures(page: Page, path: string, times: number): Promise<void> {
  let left = times;
  return new Promise((resolve) => {
    page.on('requestfailed', (request) => {
      if (new URL(request.url()).pathname === path) left -= 1;
      if (left === 0) resolve();
    });
  });
}

it('[PAGE15] on paper there are the words and nothing to press, dark screen or not', async () => {
  for (const index of [1, 3]) {
    const page = await open(index, { ...DESKTOP, colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const [ink, pressable] = await page.evaluate(() => [
      getComputedStyle(document.documentElement).color,
      [...document.querySelectorAll('button, input, nav')]
        .filter((control) => control.checkVisibility())
        .map((control) => control.outerHTML),
    ]);
    expect(ink).toBe('rgb(0, 0, 0)');
    expect(pressable).toEqual([]);
    await page.context().close();
  }
});

it('[PAGE14] the first page is small: the editor and what it needs come only with a document', async () => {
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  const scripts: string[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.url());
  });
  await page.goto('/');
  await page.getByRole('button', { name: /Priya Nandra/ }).waitFor();
  const bodies = await Promise.all(scripts.map(async (url) => (await context.request.get(url)).body()));
  const { gzipSync } = await import('node:zlib');
  const gzipped = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
  expect(scripts.length).toBeGreaterThan(0);
  expect(gzipped).toBeLessThan(130_000);
  await context.close();
});
