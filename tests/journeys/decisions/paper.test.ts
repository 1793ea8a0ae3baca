import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, type RunningServer, signedIn, startServer } from '../harness.ts';
import { openDesk } from '../writingDesk.ts';

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A4 within its margins, in CSS pixels. */
const SHEET = { width: 673, height: 1002 };

async function onPaper(id: string): Promise<Page> {
  const page = await (await signedIn(browser, server, 'Ron Tasker', { viewport: SHEET })).newPage();
  await page.goto(`/decisions/${id}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => !document.querySelector('.loading'));
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.getByRole('table', { name: /Every comparison of round 1/ }).waitFor();
  return page;
}

/** What is there to be seen, and nothing that only the page knows. */
async function readOn(page: Page): Promise<string> {
  const shown = await page.getByRole('main').allInnerTexts();
  return shown.join(' ').replace(/\s+/g, ' ');
}

/** What a reader of the sheets finds, by what it is. */
const ENDED = {
  'whose record it is': 'Northvale Day Support and Getting There Partnership · record of decision 4',
  'as it stood when': 'As it stood at',
  'where it can be checked': '/decisions/northvale-d4, under “Check it yourself”',
  'what came of it': 'Passed by step 2 of the ladder.',
  'the statement': 'Two rounds did not bring us together.',
  'each body’s answer': 'Ratified with a condition',
  'its condition': 'No place removed until an offer of home support is in place',
  'the minority’s words': 'We want a start date for Urdu-speaking home support',
  'the words as agreed': 'What was decided on',
  'what changed in them before': '10 words differ.',
  'that they have changed since': 'Changed since agreed.',
  'what they are now': 'And again at 180.',
  'why a seat blocked': 'Home support has no halal food or Urdu speakers yet.',
  'the value it rests on': 'We write what people and places can do before what they lack.',
  'other interests': 'loses block income: no vote',
  'the rule': 'With your 11 seats, at least 7 must answer.',
  'who decides': 'Larchmere Care Ltd, Copperbeech Homecare CIC, Tarnway Community Transport',
  'a paper answer’s witness': 'on paper. Seen by Del Fenn. Kept as PV-004.',
  'the working of the vote': 'at least 6 (3/4 of 8)',
  'what the working comes to': 'So it passes.',
  'what happened': 'Council Cabinet says yes, with a condition.',
};

it('[SHOW11] what ended is on paper whole: outcome, both sides’ words, ratification, working, and the words as agreed and as they are now', async () => {
  const marsha = await openDesk(browser, server, 'Marsha Odell', 'northvale-plan');
  await marsha.caretAfter('Equality check at 90 days.');
  await marsha.page.keyboard.type(' And again at 180.');
  await marsha.says('saved');
  await marsha.context.close();
  const page = await onPaper('northvale-d4');
  await page.getByText('Changed since agreed').waitFor();
  const read = await readOn(page);
  const missing = Object.entries(ENDED).filter(([, words]) => !read.includes(words));
  expect(missing).toEqual([]);
  for (const hidden of ['All decisions', 'Show this as a table', 'Your receipts', 'Nothing is asked of you'])
    expect(read).not.toContain(hidden);
  expect(
    await page.locator('.picture, nav, button, details:not([open])').filter({ visible: true }).count(),
  ).toBe(0);
  // It took sixteen sheets when every picture and box was printed as it is on a screen.
  const height = await page.getByRole('main').evaluate((main) => main.scrollHeight);
  expect(height / SHEET.height).toBeLessThan(8);
  await page.context().close();
});

it('[SHOW11] what is still open is on paper with its answers so far, and what was not chosen, and is the same from whoever prints it', async () => {
  const page = await onPaper('northvale-d7');
  const read = await readOn(page);
  for (const words of [
    'What we looked at and did not choose',
    'The school hall It has steps, and no kitchen.',
    'no answer yet',
  ])
    expect(read).toContain(words);
  for (const hidden of ['Your answer', 'What is asked of you now', 'Go to your answer', 'Record our answer'])
    expect(read).not.toContain(hidden);
  await page.context().close();
});
