import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { faults } from './axe.ts';
import { DESKTOP, launchBrowser, PHONE, type RunningServer, signedIn, startServer } from './harness.ts';
import { openDesk, startDocument, type WritingDesk } from './writingDesk.ts';

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
const RON = 'Ron Tasker';
const MARSHA = 'Marsha Odell';
const AGREED = 'Shared trips run on Tuesdays and Fridays.';
const DAY = 86_400_000;

/** Everyone who answers for a seat. */
const HOLDERS = {
  'northvale-c1': PRIYA,
  'northvale-c2': 'Col Whitaker',
  'northvale-c3': 'Dr Ines Aldous',
  'northvale-p1': 'Gwen Sallis',
  'northvale-p2': 'Jo Marr',
  'northvale-p3': 'Bal Dhesi',
  'northvale-g1': RON,
  'northvale-g2': 'Maureen Airey',
  'northvale-g3': 'Nasreen Begum',
  'northvale-u1': 'Del Fenn',
  'northvale-u2': 'Heron',
};

let acts = 0;
async function act(context: BrowserContext, id: string, action: object): Promise<void> {
  const data = { requestId: `journey-${++acts}`, action };
  const answer = await context.request.post(`/api/decisions/${id}/acts`, { data });
  if (!answer.ok()) throw new Error(`${answer.status()} ${await answer.text()}`);
}

/** Opens a draft with a rule of the library, has every seat agree, and closes it. */
async function agreeOn(id: string): Promise<void> {
  const marsha = await signedIn(browser, server, MARSHA);
  const { rules } = await (await marsha.request.get('/api/rules')).json();
  const { draft } = await (await marsha.request.get(`/api/decisions/${id}`)).json();
  const fields = {
    standing: { kind: 'delegated' },
    rule: rules.find((each: { id: string }) => each.id === 'consensus').rule,
    closesAt: Date.now() + 7 * DAY,
    reviewAt: Date.now() + 100 * DAY,
  };
  const data = { fields, basedOn: draft.versions };
  const written = await marsha.request.patch(`/api/decisions/${id}/draft`, { data });
  if (!written.ok()) throw new Error(await written.text());
  await act(marsha, id, { kind: 'open' });
  for (const [seat, name] of Object.entries(HOLDERS)) {
    const context = await signedIn(browser, server, name);
    const through = { channel: 'web' };
    await act(context, id, { kind: 'take_position', seat, position: { choice: 'agree' }, through });
    await context.close();
  }
  await act(marsha, id, { kind: 'close_early', reason: 'Everyone has answered.' });
  await marsha.close();
}

/** Selects the whole line that holds these words, as a person does with three clicks. */
async function selectLine({ text }: WritingDesk, words: string): Promise<void> {
  await text.locator('.block', { hasText: words }).click({ clickCount: 3 });
}

/** Fills the dialog that asks, and gives the new decision's id. */
async function begin(page: Page, question: string): Promise<string> {
  const dialog = page.getByRole('dialog', { name: 'Put these words to a decision' });
  await dialog.getByLabel('The question').fill(question);
  await dialog.getByRole('button', { name: 'Begin the draft' }).click();
  await page.waitForURL(/\/decisions\/[\w-]+$/);
  return page.url().split('/').at(-1) as string;
}

/** A document with one agreed passage, and the decision's id. */
async function agreedDocument(): Promise<{ documentId: string; decisionId: string }> {
  const documentId = await startDocument(browser, server, PRIYA, ['Trips', AGREED, 'Nobody waits alone.']);
  const marsha = await openDesk(browser, server, MARSHA, documentId);
  await selectLine(marsha, AGREED);
  await marsha.page.getByRole('button', { name: 'Put these words to a decision' }).waitFor();
  await marsha.page.keyboard.press('Control+Alt+Enter');
  const decisionId = await begin(marsha.page, 'Shall the trips run?');
  await marsha.context.close();
  await agreeOn(decisionId);
  return { documentId, decisionId };
}

const bar = (page: Page, look: string) => page.locator(`.bound-bar[data-look="${look}"]`);

it('[BOUND12] selected words become a draft from the toolbar, from the keys and on a phone, and everyone sees the mark at once', async () => {
  const id = await startDocument(browser, server, PRIYA, ['Trips', AGREED, 'Nobody waits alone.']);
  const ron = await openDesk(browser, server, RON, id);
  const priya = await openDesk(browser, server, PRIYA, id);
  await selectLine(priya, AGREED);
  await priya.page.getByRole('button', { name: 'Put these words to a decision' }).click();
  const dialog = priya.page.getByRole('dialog', { name: 'Put these words to a decision' });
  await dialog.getByText(AGREED, { exact: true }).waitFor();
  await dialog.getByText('Everyone in the partnership will be able to read these words').waitFor();
  const decisionId = await begin(priya.page, 'Shall the trips run?');
  const answer = await priya.context.request.get(`/api/decisions/${decisionId}`);
  const { terms, texts } = await answer.json();
  expect(texts[terms.proposal]).toEqual([{ kind: 'paragraph', runs: [{ text: AGREED }] }]);
  await bar(ron.page, 'deciding').waitFor();
  await ron.page
    .getByRole('region', { name: 'Decisions in this document' })
    .getByText('Shall the trips run?')
    .waitFor();
  await Promise.all([ron.context.close(), priya.context.close()]);

  const phone = await openDesk(browser, server, RON, id, PHONE);
  await phone.text.locator('.block', { hasText: 'Nobody waits' }).evaluate((block) => {
    getSelection()?.selectAllChildren(block);
  });
  await phone.page.getByRole('button', { name: 'More', exact: true }).last().click();
  await phone.page.getByRole('menuitem', { name: 'Put these words to a decision' }).click();
  await begin(phone.page, 'Shall nobody wait?');
  await phone.context.close();
});

it('[BOUND13] agreed words show as agreed; when they change everyone sees it live with the difference, and when they are back they are agreed again', async () => {
  const { documentId, decisionId } = await agreedDocument();
  const ron = await openDesk(browser, server, RON, documentId, DESKTOP);
  const priya = await openDesk(browser, server, PRIYA, documentId);
  await bar(ron.page, 'agreed').waitFor();
  await priya.caretAfter(AGREED);
  await priya.page.keyboard.press('ArrowLeft');
  await priya.page.keyboard.type(' or Saturdays');
  await bar(ron.page, 'changed').waitFor();
  await ron.page
    .getByRole('status')
    .getByText('the words have changed since they were agreed')
    .waitFor({ state: 'attached' });
  const list = ron.page.getByRole('region', { name: 'Decisions in this document' });
  await list.getByText('2 words differ').waitFor();

  // By keyboard alone: the mark in the margin is a button behind the text.
  await ron.page.locator('.bound-tag').focus();
  await ron.page.keyboard.press('Enter');
  const card = ron.page.getByRole('dialog', { name: /^Decision/ });
  await expect.poll(() => card.locator('[data-kind] ins').textContent()).toContain(' or Saturdays');
  await card.getByRole('button', { name: 'Put the new words to a decision' }).click();
  const next = await begin(ron.page, 'Shall they run on Saturdays too?');
  const { follows } = await (await ron.context.request.get(`/api/decisions/${next}`)).json();
  expect(follows.id).toBe(decisionId);

  await priya.page.getByRole('button', { name: 'Undo what I did' }).click();
  await bar(priya.page, 'agreed').waitFor();
  await priya.page
    .getByRole('status')
    .getByText('the words are as they were agreed')
    .waitFor({ state: 'attached' });
  await bar(priya.page, 'differs').waitFor();
  await Promise.all([ron.context.close(), priya.context.close()]);
});

it('[BOUND14] marks, list, card and dialog fit a phone of 360 pixels and pass an accessibility check, light and dark; they are no part of the text', async () => {
  const { documentId } = await agreedDocument();
  for (const options of [
    { ...PHONE, colorScheme: 'light' as const },
    { ...DESKTOP, colorScheme: 'dark' as const },
  ]) {
    const desk = await openDesk(browser, server, RON, documentId, options);
    await bar(desk.page, 'agreed').waitFor();
    await expect.poll(() => desk.blocks()).toEqual(['Trips', AGREED, 'Nobody waits alone.']);
    expect(await faults(desk.page)).toEqual([]);
    await desk.page.locator('.bound-tag').click();
    await desk.page.getByRole('link', { name: /^Open decision/ }).waitFor();
    expect(await faults(desk.page)).toEqual([]);
    const wide = await desk.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await desk.page.keyboard.press('Escape');
    await selectLine(desk, 'Nobody waits');
    await desk.page.keyboard.press('Control+Alt+Enter');
    await desk.page.getByRole('dialog', { name: 'Put these words to a decision' }).waitFor();
    expect(await faults(desk.page)).toEqual([]);
    await desk.context.close();
  }
});
