import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { faults } from './axe.ts';
import {
  DESKTOP,
  launchBrowser,
  PHONE,
  type RunningServer,
  signedIn,
  startServer,
  tooWide,
  turn,
} from './harness.ts';
import { startThread } from './startThread.ts';
import { openDesk, serverText, sitDown, startDocument, type WritingDesk } from './writingDesk.ts';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ TRIALOGUE_EXAMPLE: '1' });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const PRIYA = 'Priya Nandra';
const MARSHA = 'Marsha Odell';
/** May comment here and not write. */
const RON = 'Ron Tasker';
const TRIPS = 'Shared trips run on Tuesdays and Fridays.';
const ALONE = 'Nobody waits alone for more than ten minutes.';
const NARROW = { ...PHONE, viewport: { width: 320, height: 640 } };

/** A document in which commissioners and those who use services write, and providers comment. */
async function plan(): Promise<string> {
  const id = await startDocument(browser, server, PRIYA, ['Trips', TRIPS, ALONE]);
  const marsha = await signedIn(browser, server, MARSHA);
  const set = await marsha.request.put(`/api/documents/${id}/rights`, { data: { preset: 'steering' } });
  expect(set.ok()).toBe(true);
  await marsha.close();
  return id;
}

/** Somebody who reads along and may comment, and has everything before them that comments need. */
async function openCommenter(id: string, options: BrowserContextOptions = DESKTOP): Promise<WritingDesk> {
  const desk = await sitDown(await signedIn(browser, server, RON, options), id);
  await desk.text.getByText(TRIPS).waitFor();
  await listOf(desk.page).waitFor();
  return desk;
}

/**
 * Selects some words of a paragraph by dragging over them, as a hand with a mouse does, and again where the page moved
 * under the hand.
 */
async function drag(desk: WritingDesk, words: string): Promise<void> {
  await expect
    .poll(async () => {
      await dragOnce(desk, words);
      return desk.page.evaluate(() => String(getSelection()));
    })
    .toBe(words);
}

async function dragOnce({ page, text }: WritingDesk, words: string): Promise<void> {
  const box = await text.evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { left, right, top, height } = range.getBoundingClientRect();
      return { left, right, y: top + height / 2 };
    }
    throw new Error(`no such words: ${wanted}`);
  }, words);
  await page.mouse.move(box.left + 1, box.y);
  await page.mouse.down();
  await page.mouse.move(box.right - 1, box.y, { steps: 4 });
  await page.mouse.up();
}

/** Writes into the open form and sends it. */
async function send(page: Page, words: string): Promise<void> {
  await page.getByLabel('Your comment').fill(words);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}

const card = (page: Page, name: string) =>
  page.getByRole('region', { name, exact: true }).or(page.getByRole('dialog', { name, exact: true }));
const listOf = (page: Page) => page.getByRole('region', { name: 'Comments', exact: true });
const pill = (page: Page, name: RegExp) => page.getByRole('button', { name });
const spoken = (page: Page, words: string) =>
  page.getByRole('status').getByText(words).waitFor({ state: 'attached' });
const painted = (page: Page, how: string) =>
  page.evaluate(
    (name) => [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()),
    how,
  );

/** A thread that Ron began on these words, by the server's own door. */
async function begun(id: string, words: string, comment: string, suggestion?: string): Promise<WritingDesk> {
  const ron = await openCommenter(id);
  await drag(ron, words);
  await ron.page.getByRole('button', { name: 'Comment', exact: true }).first().click();
  if (suggestion !== undefined) {
    await ron.page.getByLabel('Suggest other words').check();
    await ron.page.getByLabel('The words instead').fill(suggestion);
    await ron.page.getByLabel('Why').fill(comment);
    await ron.page.getByRole('button', { name: 'Send', exact: true }).click();
  } else await send(ron.page, comment);
  await card(ron.page, suggestion === undefined ? 'Comment 1' : 'Suggestion 1').waitFor();
  return ron;
}

it('[THREAD1] who may comment and not write selects words by mouse and writes; the thread stands beside them, and nothing of it is in the text', async () => {
  const id = await plan();
  const context = await signedIn(browser, server, RON, DESKTOP);
  // The tools are there before what they begin: who is quick loses nothing.
  let deliver = () => {};
  const asked = new Promise<void>((done) => {
    deliver = done;
  });
  await context.route('**/assets/CommentedWords-*.js', async (route) => {
    await asked;
    await route.continue();
  });
  const ron = await sitDown(context, id);
  await ron.text.getByText(TRIPS).waitFor();
  await expect.poll(() => ron.text.getAttribute('aria-readonly')).toBe('true');
  await drag(ron, 'Tuesdays');
  await ron.page.getByRole('button', { name: 'Comment', exact: true }).click();
  deliver();
  await send(ron.page, 'Mondays suit us better.');
  const thread = card(ron.page, 'Comment 1');
  await thread.getByText('Mondays suit us better.').waitFor();
  await thread.getByText('Skelby Good Neighbours').first().waitFor();
  await expect.poll(() => painted(ron.page, 'thread-comment')).toEqual(['Tuesdays']);
  const words = await ron.text.locator('.block', { hasText: 'Tuesdays' }).boundingBox();
  const beside = await thread.boundingBox();
  expect(Math.abs((words?.y ?? 0) - (beside?.y ?? 999))).toBeLessThan(40);
  expect(beside?.x ?? 0).toBeGreaterThan((words?.x ?? 0) + (words?.width ?? 0));
  await expect.poll(() => ron.blocks()).toEqual(['Trips', TRIPS, ALONE]);
  expect(await serverText(ron, id)).not.toContain('Mondays');
  await ron.context.close();
});

it('[THREAD1] by keyboard alone one who may not write chooses a paragraph, hears it, and comments on it', async () => {
  const ron = await openCommenter(await plan());
  await ron.text.focus();
  await ron.page.keyboard.press('ArrowDown');
  await spoken(ron.page, 'Paragraph 1 of 3: Trips');
  await ron.page.keyboard.press('ArrowDown');
  await spoken(ron.page, `Paragraph 2 of 3: ${TRIPS}`);
  await ron.page.keyboard.press('Shift+ArrowDown');
  await spoken(ron.page, 'Paragraphs 2 to 3 of 3');
  await ron.page.keyboard.press('Enter');
  await expect.poll(() => ron.page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  await ron.page.keyboard.type('All of this is right.');
  await ron.page.keyboard.press('Control+Enter');
  const thread = card(ron.page, 'Comment 1');
  await thread.getByText('All of this is right.').waitFor();
  await thread.locator('blockquote').getByText(ALONE).waitFor();
  await ron.page.keyboard.press('Escape');
  await thread.waitFor({ state: 'detached' });
  await expect.poll(() => ron.text.evaluate((text) => text === document.activeElement)).toBe(true);
  await ron.context.close();
});

it('[THREAD1] on a phone a comment is begun by touch, in a sheet from below that leaves the words in sight', async () => {
  const ron = await openCommenter(await plan(), PHONE);
  await ron.text.locator('.block', { hasText: ALONE }).evaluate((block) => {
    getSelection()?.selectAllChildren(block);
  });
  await ron.page.getByRole('button', { name: 'Comment', exact: true }).last().tap();
  const sheet = ron.page.getByRole('dialog', { name: 'A new comment' });
  await sheet.getByText(ALONE).waitFor();
  const above = async () => {
    const words = await ron.text.locator('.block', { hasText: ALONE }).boundingBox();
    return ((await sheet.boundingBox())?.y ?? 0) - (words?.y ?? 999);
  };
  await expect.poll(above).toBeGreaterThan(20);
  await send(ron.page, 'Ten is long.');
  await card(ron.page, 'Comment 1').getByText('Ten is long.').waitFor();
  await card(ron.page, 'Comment 1').getByRole('button', { name: 'Close' }).tap();
  await pill(ron.page, /^Comment 1, Open, Ron Tasker: Ten is long/).tap();
  await card(ron.page, 'Comment 1').waitFor();
  await ron.context.close();
});

it('[THREAD2] an answer is on the other’s page at once and is said politely; who wants silence is told nothing', async () => {
  const id = await plan();
  const ron = await begun(id, 'Tuesdays', 'Mondays suit us better.');
  const priya = await openDesk(browser, server, PRIYA, id, DESKTOP);
  await pill(priya.page, /^Comment 1, Open, Ron Tasker/).click();
  await priya.page.getByLabel('Your answer').fill('Then let us ask the drivers.');
  await priya.page.getByRole('button', { name: 'Answer', exact: true }).click();
  await card(ron.page, 'Comment 1').getByText('Then let us ask the drivers.').waitFor();
  await spoken(ron.page, 'Priya Nandra answered.');
  const aloud = ron.page.getByRole('switch', { name: 'Say new comments aloud' });
  await aloud.uncheck();
  await priya.page.getByLabel('Your answer').fill('They say yes.');
  await priya.page.getByRole('button', { name: 'Answer', exact: true }).click();
  await card(ron.page, 'Comment 1').getByText('They say yes.').waitFor();
  const said = await ron.page.locator('[data-says="comments"]').textContent();
  expect(said).toContain('Priya Nandra answered.');
  expect(said).not.toContain('\u00a0');
  await Promise.all([ron.context.close(), priya.context.close()]);
});

it('[THREAD13] an @ in an answer offers names, chosen by keys or by touch; the one who is named is told, and the name stays when it is edited', async () => {
  const id = await plan();
  const ron = await begun(id, 'Tuesdays', 'Mondays suit us better.');
  const priya = await openDesk(browser, server, PRIYA, id, DESKTOP);
  await pill(priya.page, /^Comment 1, Open/).click();
  const there = card(priya.page, 'Comment 1');
  const field = there.getByLabel('Your answer');
  await field.pressSequentially('Thank you @ron');
  await there.getByRole('option', { name: /Ron Tasker/, selected: true }).waitFor();
  await field.press('Escape');
  await there.getByRole('listbox').waitFor({ state: 'detached' });
  await field.fill('');
  await field.pressSequentially('Thank you @ron');
  await there.getByRole('option', { name: /Ron Tasker/, selected: true }).waitFor();
  await field.press('Enter');
  await expect.poll(() => field.inputValue()).toBe('Thank you @Ron Tasker ');
  await field.pressSequentially('and');
  await there.getByRole('button', { name: 'Name someone' }).click();
  await there.getByRole('option', { name: /Community providers/ }).click();
  await expect.poll(() => field.inputValue()).toBe('Thank you @Ron Tasker and @Community providers ');
  await field.press('Control+Enter');
  await card(ron.page, 'Comment 1').getByText('Thank you').waitFor();
  await expect
    .poll(() => card(ron.page, 'Comment 1').locator('.said-words b').allTextContents())
    .toEqual(['@Ron Tasker', '@Community providers']);
  await there.getByRole('button', { name: /^Edit/ }).click();
  const editing = there.getByLabel('Your words');
  await expect.poll(() => editing.inputValue()).toBe('Thank you @Ron Tasker and @Community providers');
  await editing.press('Control+Enter');
  await editing.waitFor({ state: 'detached' });
  const { threads } = await (await priya.page.request.get(`/api/documents/${id}/threads`)).json();
  expect(threads[0].comments[1].words).toMatch(
    /^Thank you @\[Ron Tasker\]\(member:[\w-]+\) and @\[Community providers\]\(side:community_provider\)$/,
  );
  await Promise.all([ron.context.close(), priya.context.close()]);
});

it('[THREAD5] a suggestion shows what differs; declined, it says why, and the text is as it was', async () => {
  const id = await plan();
  const ron = await begun(id, 'Tuesdays', 'Our bus is free then.', 'Mondays');
  await card(ron.page, 'Suggestion 1').locator('del', { hasText: 'Tuesdays' }).waitFor();
  await card(ron.page, 'Suggestion 1').locator('ins', { hasText: 'Mondays' }).waitFor();
  const priya = await openDesk(browser, server, PRIYA, id, DESKTOP);
  await pill(priya.page, /^Suggestion 1, Open/).click();
  await priya.page.getByRole('button', { name: 'Put these words in' }).waitFor();
  await priya.page.getByRole('button', { name: 'Decline', exact: true }).click();
  await priya.page.getByLabel('Why not').fill('The hall is shut on Mondays.');
  await priya.page.getByRole('button', { name: 'Decline', exact: true }).click();
  await card(ron.page, 'Suggestion 1').getByText('Why: The hall is shut on Mondays.').waitFor();
  await expect.poll(() => ron.blocks()).toEqual(['Trips', TRIPS, ALONE]);
  await Promise.all([ron.context.close(), priya.context.close()]);
});

it('[THREAD5] accepted, suggested words are in the text for everyone', async () => {
  const id = await plan();
  const ron = await begun(id, 'Tuesdays', 'Our bus is free then.', 'Mondays');
  const priya = await openDesk(browser, server, PRIYA, id, DESKTOP);
  await pill(priya.page, /^Suggestion 1, Open/).click();
  await priya.page.getByRole('button', { name: 'Put these words in' }).click();
  await ron.text.getByText('Shared trips run on Mondays and Fridays.').waitFor();
  await priya.text.getByText('Shared trips run on Mondays and Fridays.').waitFor();
  await card(ron.page, 'Suggestion 1').getByText('Accepted', { exact: true }).waitFor();
  await Promise.all([ron.context.close(), priya.context.close()]);
});

it('[THREAD7] a thread becomes an open question in the text, or a draft decision that its card leads to', async () => {
  const id = await plan();
  const ron = await begun(id, 'Tuesdays', 'Who drives on Tuesdays?');
  const priya = await openDesk(browser, server, PRIYA, id, DESKTOP);
  await pill(priya.page, /^Comment 1, Open/).click();
  await priya.page.getByRole('button', { name: 'Make it an open question' }).click();
  await ron.text.getByText('Who drives on Tuesdays?').waitFor();
  await card(ron.page, 'Comment 1').getByText('It became an open question on the plan').waitFor();
  await priya.page.getByRole('button', { name: 'Make it a draft decision' }).click();
  await card(priya.page, 'Comment 1')
    .getByRole('link', { name: /^decision \d+$/ })
    .click();
  await priya.page.waitForURL(/\/decisions\/[\w-]+/);
  await Promise.all([ron.context.close(), priya.context.close()]);
});

it('[THREAD7] a thread is resolved with what came of it, then its mark is gone; it is found among those that ended and opened again', async () => {
  const id = await plan();
  const ron = await begun(id, 'Tuesdays', 'Mondays suit us better.');
  const priya = await openDesk(browser, server, PRIYA, id, DESKTOP);
  await pill(priya.page, /^Comment 1, Open/).click();
  await priya.page.getByRole('button', { name: 'Resolve', exact: true }).click();
  await priya.page.getByRole('button', { name: 'Resolve', exact: true }).click();
  await priya.page.getByText('Say why, in a few words.').waitFor();
  await priya.page.getByLabel('What came of it').fill('The drivers chose Tuesdays.');
  await priya.page.getByRole('button', { name: 'Resolve', exact: true }).click();
  await card(ron.page, 'Comment 1').getByText('Why: The drivers chose Tuesdays.').waitFor();
  await card(ron.page, 'Comment 1').getByRole('button', { name: 'Close' }).click();
  await pill(ron.page, /^Comment 1, /).waitFor({ state: 'detached' });
  const list = listOf(ron.page);
  await list.getByLabel('Show').selectOption('resolved');
  await list.getByRole('button', { name: /^Comment 1 / }).click();
  await card(ron.page, 'Comment 1').getByRole('button', { name: 'Open again' }).click();
  await card(priya.page, 'Comment 1').getByText('Open', { exact: true }).waitFor();
  await Promise.all([ron.context.close(), priya.context.close()]);
});

it('[THREAD2] one says that it is the same for one’s seat, and takes it back; everyone sees whose it is', async () => {
  const id = await plan();
  const ron = await begun(id, 'Tuesdays', 'Mondays suit us better.');
  const priya = await openDesk(browser, server, PRIYA, id, DESKTOP);
  await pill(priya.page, /^Comment 1, Open/).click();
  const same = priya.page.getByRole('button', { name: /^Same for us/ });
  await same.click();
  await card(ron.page, 'Comment 1').getByText('Same for: Northvale County Council').waitFor();
  await expect.poll(() => same.getAttribute('aria-pressed')).toBe('true');
  await same.click();
  await card(ron.page, 'Comment 1').getByText('Same for:').waitFor({ state: 'detached' });
  await Promise.all([ron.context.close(), priya.context.close()]);
});

it('[THREAD7] a comment that is hidden says by whom and why in place of its words', async () => {
  const id = await plan();
  const words = 'Del’s phone number is 01632 960 000.';
  await startThread(browser, server, RON, id, { on: 'Tuesdays', words });
  const marsha = await openDesk(browser, server, MARSHA, id, DESKTOP);
  await pill(marsha.page, /^Comment 1, Open/).click();
  await marsha.page.getByRole('button', { name: /^Hide the comment by Ron Tasker/ }).click();
  await marsha.page.getByLabel('Why it is hidden').fill('It names a person’s number.');
  await marsha.page.getByRole('button', { name: 'Hide', exact: true }).click();
  const priya = await openDesk(browser, server, PRIYA, id, DESKTOP);
  await pill(priya.page, /^Comment 1, Open, Ron Tasker: hidden/).click();
  const thread = card(priya.page, 'Comment 1');
  await thread.getByText(/^Hidden by Marsha Odell, .*: It names a person’s number\.$/).waitFor();
  expect(await priya.page.getByText('01632').count()).toBe(0);
  await Promise.all([marsha.context.close(), priya.context.close()]);
});

it('[THREAD4] a thread says live that its words have changed, and when they are gone shows what they were', async () => {
  const id = await plan();
  const ron = await begun(id, TRIPS, 'Mondays suit us better.');
  const priya = await openDesk(browser, server, PRIYA, id, DESKTOP);
  await priya.caretAfter(TRIPS);
  await priya.page.keyboard.press('ArrowLeft');
  await priya.page.keyboard.type(' at ten');
  const thread = card(ron.page, 'Comment 1');
  await thread.getByText('The words have changed since. They were:').waitFor();
  await thread.getByText('Shared trips run on Tuesdays and Fridays at ten.').waitFor();
  await priya.text.locator('.block', { hasText: 'Shared trips' }).click({ clickCount: 3 });
  await priya.page.keyboard.press('Backspace');
  await priya.page.keyboard.press('Backspace');
  await thread.getByText('The words have changed: these are no longer in the text.').waitFor();
  await thread.locator('blockquote').getByText(TRIPS).waitFor();
  await Promise.all([ron.context.close(), priya.context.close()]);
});

it('[THREAD6] by keyboard alone one steps from thread to thread, hears each with its words, goes into its card and back', async () => {
  const id = await plan();
  await startThread(browser, server, RON, id, { on: 'ten minutes', words: 'Five would do.' });
  const ron = await openCommenter(id);
  await drag(ron, 'Tuesdays');
  await ron.page.keyboard.press('Control+Alt+M');
  await send(ron.page, 'Why not Mondays?');
  await card(ron.page, 'Comment 2').waitFor();
  await ron.context.close();
  const priya = await openDesk(browser, server, PRIYA, id, DESKTOP);
  await pill(priya.page, /^Comment 1, /).waitFor();
  await priya.text.focus();
  await priya.page.keyboard.press('Control+Alt+.');
  await spoken(priya.page, 'Comment 2, 1 of 2. On “Tuesdays”. Ron Tasker: Why not Mondays?');
  await expect.poll(() => painted(priya.page, 'thread-chosen')).toEqual(['Tuesdays']);
  await priya.page.keyboard.press('Control+Alt+.');
  await spoken(priya.page, 'Comment 1, 2 of 2. On “ten minutes”. Ron Tasker: Five would do.');
  const inWords = () => priya.text.evaluate((text) => text === document.activeElement);
  await expect.poll(() => inWords()).toBe(true);
  await priya.page.keyboard.press('Control+Alt+R');
  await priya.page.keyboard.type('Five it is.');
  await priya.page.keyboard.press('Control+Enter');
  await card(priya.page, 'Comment 1').getByText('Five it is.').waitFor();
  await priya.page.keyboard.press('Control+Alt+R');
  await expect.poll(() => inWords()).toBe(true);
  await priya.page.keyboard.press('Control+/');
  await priya.page.getByRole('cell', { name: 'Go to the next comment' }).waitFor();
  await expect.poll(() => priya.blocks()).toEqual(['Trips', TRIPS, ALONE]);
  await priya.context.close();
});

it('[THREAD3] the marks can be turned off and stay off', async () => {
  const id = await plan();
  const ron = await begun(id, 'Tuesdays', 'Mondays suit us better.');
  await ron.page.keyboard.press('Escape');
  await pill(ron.page, /^Comment 1, /).waitFor();
  await ron.page.getByRole('switch', { name: 'Marks beside the words' }).uncheck();
  await pill(ron.page, /^Comment 1, /).waitFor({ state: 'detached' });
  await expect.poll(() => painted(ron.page, 'thread-comment')).toEqual([]);
  await ron.page.reload();
  await ron.page.getByRole('button', { name: /^Comment 1 Ron/ }).waitFor();
  await expect.poll(() => pill(ron.page, /^Comment 1, /).count()).toBe(0);
  await ron.context.close();
});

it('[THREAD8] what is typed survives a failed send and a reload, and is there once when it was sent twice', async () => {
  const id = await plan();
  const ron = await begun(id, 'Tuesdays', 'Mondays suit us better.');
  // The server does it, and the answer is lost on the way.
  let lost = 0;
  await ron.context.route('**/api/threads/*/comments', async (route) => {
    if (lost++ > 0) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await ron.page.getByLabel('Your answer').fill('The vans are free.');
  await ron.page.getByRole('button', { name: 'Answer', exact: true }).click();
  await ron.page.getByRole('alert').or(ron.page.getByText('It is kept on this device.')).first().waitFor();
  await ron.page.reload();
  await pill(ron.page, /^Comment 1, /).click();
  await expect.poll(() => ron.page.getByLabel('Your answer').inputValue()).toBe('The vans are free.');
  await ron.page.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect.poll(() => ron.page.getByLabel('Your answer').inputValue()).toBe('');
  expect(lost).toBe(2);
  const { threads } = await (await ron.context.request.get(`/api/documents/${id}/threads`)).json();
  expect(threads[0].comments.map(({ words }: { words: string }) => words)).toEqual([
    'Mondays suit us better.',
    'The vans are free.',
  ]);
  await ron.context.close();
});

it('[THREAD10] axe finds nothing, and nothing is wider than the screen: wide and 320 wide, light, dark and with forced colours', async () => {
  const id = await plan();
  const words = 'Our bus is free then.';
  await startThread(browser, server, RON, id, { on: 'Tuesdays', words, suggestion: 'Mondays' });
  for (const device of [DESKTOP, NARROW]) {
    const { page, context } = await openCommenter(id, device);
    const looks = async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await turn(page, { colorScheme });
        expect(await faults(page), colorScheme).toEqual([]);
        await expect.poll(() => tooWide(page), { message: colorScheme }).toBe(0);
      }
    };
    await pill(page, /^Suggestion 1, /).waitFor();
    await looks();
    await pill(page, /^Suggestion 1, /).click();
    await card(page, 'Suggestion 1').waitFor();
    await looks();
    await page.emulateMedia({ forcedColors: 'active' });
    await turn(page, { colorScheme: 'light' });
    expect(await faults(page), 'forced colours').toEqual([]);
    await context.close();
  }
});

it('[THREAD11] the reading view lists threads with their words and states, without a script', async () => {
  const id = await plan();
  const words = 'Our bus is free then.';
  await startThread(browser, server, RON, id, {
    on: 'Tuesdays',
    words,
    suggestion: 'Mondays',
    seatId: 'northvale-g1',
  });
  const context = await signedIn(browser, server, PRIYA, { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/read/${id}`);
  const section = page.getByRole('region', { name: 'Comments on this document' });
  await section.getByRole('heading', { name: 'Suggestion 1 Open' }).waitFor();
  await expect.poll(() => section.locator('blockquote').allTextContents()).toEqual(['Tuesdays', 'Mondays']);
  await section.getByText('Our bus is free then.').waitFor();
  await section.getByText('Skelby Good Neighbours', { exact: false }).first().waitFor();
  await context.close();
});

it('[THREAD12] on a decision’s page people say what they think beside their answers, and end what is settled', async () => {
  const priya = await signedIn(browser, server, PRIYA);
  const decision = await someDecision(priya);
  const page = await priya.newPage();
  await page.goto(`/decisions/${decision}`);
  const comments = page.getByRole('region', { name: 'Comments', exact: true });
  await comments.getByRole('button', { name: 'Comment on this decision' }).click();
  await send(page, 'Who pays for the fuel?');
  await comments.getByText('Who pays for the fuel?').waitFor();
  const marsha = await signedIn(browser, server, MARSHA);
  const other = await marsha.newPage();
  await other.goto(`/decisions/${decision}`);
  await other.getByLabel('Your answer').last().fill('The council does.');
  await other.getByRole('button', { name: 'Answer', exact: true }).last().click();
  await comments.getByText('The council does.').waitFor();
  expect(await faults(page)).toEqual([]);
  await Promise.all([priya.close(), marsha.close()]);
});

async function someDecision(context: BrowserContext): Promise<string> {
  const me = await (await context.request.get('/api/me')).json();
  const answer = await context.request.get(`/api/partnerships/${me.partnerships[0].id}/decisions?show=all`);
  const { decisions } = await answer.json();
  return decisions[0].id;
}
