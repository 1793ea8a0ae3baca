import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Step } from '../../../shared/decisions/ladder.ts';
import { DAY } from '../../../shared/decisions/moments.ts';
import type { Position } from '../../../shared/decisions/positions.ts';
import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import type { Rule } from '../../../shared/decisions/rule.ts';
import { faults } from '../axe.ts';
import { DESKTOP, launchBrowser, PHONE, type RunningServer, signedIn, startServer } from '../harness.ts';
import { openDesk, startDocument } from '../writingDesk.ts';
import { ALL_AGREE, Desk, NORTHVALE, seatOf } from './desk.ts';
import { act, choose } from './hands.ts';

let server: RunningServer;
let browser: Browser;
let desk: Desk;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  desk = new Desk(browser, server);
});
afterAll(async () => {
  await desk?.close();
  await browser?.close();
  await server?.stop();
});

const MARSHA = 'Marsha Odell';
const CLOSE = { kind: 'close_early', reason: 'All have answered.' } as const;
const BLOCK: Position = { choice: 'block', reason: 'It has no lift.', harm: 'Some are left behind.' };
const ONE_ROUND: Rule = { ...NORTHVALE, rounds: { ...NORTHVALE.rounds, most: 1, freezeHours: 0 } };

async function pageOf(person: string, path: string, options: BrowserContextOptions = DESKTOP): Promise<Page> {
  const page = await (await signedIn(browser, server, person, options)).newPage();
  await page.goto(path);
  return page;
}

/** Opens what someone can do on a decision's page, and gives its dialog. */
async function begin(person: string, { id }: DecisionAnswer, name: string): Promise<[Page, Locator]> {
  const page = await pageOf(person, `/decisions/${id}`);
  await act(page, name);
  const dialog = page.getByRole('dialog', { name });
  await dialog.waitFor();
  return [page, dialog];
}

/** Presses the button that records it, and waits until the dialog has gone. */
async function finish(page: Page, dialog: Locator, verb: string): Promise<void> {
  await dialog.getByRole('button', { name: verb, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Recorded.', { exact: true }).first().waitFor();
  await page.context().close();
}

async function agreed(question: string): Promise<DecisionAnswer> {
  const decision = await desk.decision({ question });
  await desk.say(decision, ALL_AGREE);
  return desk.act(MARSHA, decision.id, CLOSE);
}

it('[PROPOSE13] more time: a day that is too late is refused beside the field, a later closing is kept', async () => {
  const decision = await desk.decision();
  const [page, dialog] = await begin(MARSHA, decision, 'Give more time');
  const day = dialog.getByLabel('New closing: day');
  const proposed = await day.inputValue();
  await day.fill('2099-01-01');
  await dialog.getByLabel('Why?').fill('Half of us are away.');
  await dialog.getByRole('button', { name: 'Move the closing' }).click();
  await dialog
    .getByRole('group')
    .getByText(/^Later than .*, and no later than/)
    .last()
    .waitFor();
  expect((await desk.see(decision.id)).rounds[0]?.closesAt).toBe(decision.rounds[0]?.closesAt);
  await day.fill(proposed);
  await finish(page, dialog, 'Move the closing');
  const closesAt = Number(decision.rounds[0]?.closesAt);
  const moved = Number((await desk.see(decision.id)).rounds[0]?.closesAt);
  // People give minutes, not seconds.
  expect(Math.floor(moved / 60_000)).toBe(Math.floor((closesAt + 7 * DAY) / 60_000));
});

it('[PROPOSE13] the named decider adopts only with a reason and an answer to each block', async () => {
  const { partnerships } = await desk.send<{ partnerships: { member: { id: string } }[] }>(
    'Priya Nandra',
    'GET',
    '/me',
  );
  const decider = { id: partnerships[0]?.member.id ?? '', name: 'Priya Nandra' };
  const step: Step = {
    id: 'priya',
    kind: 'named_decider',
    when: ['sustained_block', 'rounds_used'],
    days: 14,
    decider,
  };
  const rule: Rule = {
    ...ONE_ROUND,
    name: 'Priya decides',
    ladder: [step, { id: 'stays', kind: 'status_quo', when: ['rounds_used'] }],
  };
  const decision = await desk.decision({ fields: { rule } });
  await desk.say(decision, { ...ALL_AGREE, G3: BLOCK });
  await desk.act(MARSHA, decision.id, CLOSE);
  const [page, dialog] = await begin('Priya Nandra', decision, 'Decide');
  await dialog.getByText('“It has no lift.”').waitFor();
  await dialog.getByRole('button', { name: 'Record my decision' }).click();
  await dialog.getByText('Choose one.').waitFor();
  await choose(page, 'Adopt the proposal');
  await dialog.getByLabel('Why?').fill('Most of us need it by May.');
  await dialog.getByRole('button', { name: 'Record my decision' }).click();
  await dialog.getByText('This can’t be empty.').waitFor();
  await dialog.getByLabel("Your answer to Eastgate Elders' Circle").fill('The second bus has a lift.');
  expect(await faults(page)).toEqual([]);
  await finish(page, dialog, 'Record my decision');
  const after = await desk.see(decision.id);
  expect(after.line.outcome).toMatchObject({ kind: 'passed_by_fallback' });
  expect(after.blocks).toMatchObject([{ answer: 'The second bus has a lift.' }]);
});

it('[PROPOSE13] a review keeps a decision until another day; another decision takes its place', async () => {
  const [old, other] = [await agreed('Shall the old trips run?'), await agreed('Shall the new trips run?')];
  const [reviewing, review] = await begin(MARSHA, old, 'Record a review');
  await review.getByRole('button', { name: 'Record the review' }).click();
  await review.getByText('Choose one.').waitFor();
  await choose(reviewing, 'Keep it, and look again');
  await review.getByLabel('Look again on: day').waitFor();
  await review.getByLabel('Why?').fill('It works.');
  await finish(reviewing, review, 'Record the review');
  const reviewed = await desk.see(old.id);
  expect([reviewed.line.life.kind, Number(reviewed.review?.at) > Number(old.review?.at) - 30 * DAY]).toEqual([
    'standing',
    true,
  ]);
  expect(reviewed.review?.at).not.toBe(old.review?.at);

  const [page, dialog] = await begin(MARSHA, old, 'Replace it by another decision');
  await dialog.getByRole('button', { name: 'Replace it' }).click();
  await dialog.getByText('Choose one.').waitFor();
  await dialog.getByLabel('Which decision takes its place?').selectOption(other.id);
  await dialog.getByLabel('Why?').fill('The new trips do it all.');
  await finish(page, dialog, 'Replace it');
  expect((await desk.see(old.id)).line.life).toMatchObject({ kind: 'over', why: 'superseded' });
});

it('[PROPOSE13] whoever the rule names tests a block, reads why, and their test is on the page', async () => {
  const rule: Rule = {
    ...NORTHVALE,
    name: 'Tested',
    consensus: { ...NORTHVALE.consensus, testedBy: 'facilitator' },
  };
  const decision = await desk.decision({ fields: { rule } });
  await desk.say(decision, { G3: BLOCK });
  const [page, dialog] = await begin(MARSHA, decision, 'Test this block: is it one?');
  await dialog.getByText('Does it rest on a value you share').waitFor();
  await dialog.getByRole('button', { name: 'Record the test' }).click();
  await dialog.getByText('Choose one.').waitFor();
  await choose(page, 'Yes, it is a block');
  await dialog.getByLabel('Why?').fill('Some would be left behind.');
  await finish(page, dialog, 'Record the test');
  expect((await desk.see(decision.id)).blocks[0]?.state).toBe('qualified');
  const [answering, answer] = await begin(MARSHA, decision, 'Answer this block in writing');
  await answer.getByLabel('Your answer').fill('The second bus has a lift.');
  await finish(answering, answer, 'Record the answer');
  const [second, addressed] = await begin(MARSHA, decision, 'Test this block: is it answered?');
  await choose(second, 'Yes');
  await addressed.getByLabel('Why?').fill('With a lift nobody is left behind.');
  await finish(second, addressed, 'Record the test');
  expect((await desk.see(decision.id)).blocks[0]?.state).toBe('addressed');
});

it('[SHOW3] by side, the picture and the table name no seat but one’s own', async () => {
  const rule: Rule = { ...NORTHVALE, name: 'By side', visibility: { when: 'as_they_come', by: 'side' } };
  const decision = await desk.decision({ fields: { rule } });
  await desk.say(decision, {
    C1: { choice: 'agree' },
    G1: { choice: 'agree' },
    U1: { choice: 'stand_aside', reason: 'Carers are split.' },
  });
  const page = await pageOf('Ron Tasker', `/decisions/${decision.id}`, PHONE);
  await page.getByText('Answers are shown by side only').waitFor();
  await page.getByText('Show this as a table').click();
  const rows = page.getByRole('table', { name: 'The answers of each side in round 1' }).locator('tbody tr');
  await rows.first().waitFor();
  const said = await rows.allInnerTexts();
  expect(said.filter((row) => /stands aside/.test(row))).toHaveLength(1);
  expect(said.join()).toContain('Carers are split.');
  expect(said.join()).not.toMatch(/Northvale Carers' Voice|Northvale County Council|Eastgate/);
  expect(await faults(page)).toEqual([]);
  await page.context().close();
});

it('[DEC9] whoever sits in two seats says once for which of them they speak, and then answers for that one', async () => {
  const decision = await desk.decision();
  const seat = seatOf(decision, 'G2');
  const { seats } = await desk.send<{ seats: { id: string; version: string }[] }>(
    MARSHA,
    'GET',
    '/partnerships/northvale',
  );
  const version = seats.find(({ id }) => id === seat)?.version;
  const people = {
    holder: 'maureen-airey',
    substitutes: ['ron-tasker'],
    version,
    reason: 'Maureen is away.',
  };
  await desk.send(MARSHA, 'PUT', `/partnerships/northvale/seats/${seat}/people`, people);
  const page = await pageOf('Ron Tasker', `/decisions/${decision.id}`, PHONE);
  await page.getByRole('heading', { name: 'For whom do you speak here?' }).waitFor();
  await page.getByRole('button', { name: 'Speak for this seat' }).click();
  await page.getByText('Choose a seat.').waitFor();
  expect(await faults(page)).toEqual([]);
  await choose(page, 'Fell Road Memory Cafe');
  await page.getByRole('button', { name: 'Speak for this seat' }).click();
  await page.getByRole('heading', { name: 'Your answer, for Fell Road Memory Cafe' }).waitFor();
  await expect.poll(() => page.getByRole('heading', { name: 'Your answer, for Skelby' }).count()).toBe(0);
  const seen = await desk.see(decision.id, 'Ron Tasker');
  expect(seen.me.capacity).toBe(seat);
  await page.context().close();
});

it('[SHOW15] by keyboard alone on a phone, someone new finds what waits for them first in the list, and has answered in two dozen keys', async () => {
  const decision = await desk.decision({ question: 'Shall the hall be warm?' });
  await desk.decision({ question: 'A later draft', stayDraft: true });
  const page = await pageOf('Heron', '/partnerships/northvale/decisions', PHONE);
  const lines = page.locator('.decision-line .row-title');
  await lines.first().waitFor();
  const titles = await lines.allTextContents();
  expect(titles.indexOf('Shall the hall be warm?')).toBeLessThan(titles.indexOf('A later draft'));
  let keys = 0;
  const tabTo = async (target: Locator) => {
    while (!(await target.evaluate((element) => element === document.activeElement))) {
      await page.keyboard.press('Tab');
      keys += 1;
      if (keys > 60) throw new Error('it is not reached');
    }
  };
  const press = async (key: string) => {
    await page.keyboard.press(key);
    keys += 1;
  };
  await tabTo(page.getByRole('link', { name: 'Shall the hall be warm?' }));
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Shall the hall be warm?' }).waitFor();
  const go = page.getByRole('link', { name: 'Go to your answer' });
  await go.waitFor();
  await tabTo(go);
  await press('Enter');
  await tabTo(page.getByRole('radio', { name: 'Agree', exact: true }));
  await press('Space');
  await tabTo(page.getByRole('button', { name: 'Record our answer' }));
  await press('Enter');
  await page.getByRole('heading', { name: 'Recorded' }).waitFor();
  expect(keys).toBeLessThanOrEqual(24);
  expect((await desk.see(decision.id, 'Heron')).rounds[0]?.positions).toHaveLength(1);
  await page.context().close();
});

it('[BOUND10] a draft whose words have changed in their document shows what is different, and takes them over', async () => {
  const WORDS = 'Trips run on Tuesdays.';
  const documentId = await startDocument(browser, server, 'Priya Nandra', ['Trips', WORDS]);
  const marsha = await openDesk(browser, server, MARSHA, documentId);
  await marsha.text.locator('.block', { hasText: WORDS }).click({ clickCount: 3 });
  await marsha.page.getByRole('button', { name: 'Put these words to a decision' }).waitFor();
  await marsha.page.keyboard.press('Control+Alt+Enter');
  const dialog = marsha.page.getByRole('dialog', { name: 'Put these words to a decision' });
  await dialog.getByLabel('The question').fill('Shall the trips run?');
  await dialog.getByRole('button', { name: 'Begin the draft' }).click();
  await marsha.page.waitForURL(/\/decisions\/[\w-]+$/);
  const id = String(marsha.page.url().split('/').at(-1));
  await marsha.context.close();
  const priya = await openDesk(browser, server, 'Priya Nandra', documentId);
  await priya.caretAfter(WORDS);
  await priya.page.keyboard.type(' And Fridays.');
  await priya.says('saved');
  await priya.context.close();
  const page = await pageOf(MARSHA, `/decisions/${id}/draft`);
  await page.getByText('The document says something else now.').waitFor();
  await page.locator('#field-proposal ins', { hasText: 'And Fridays.' }).waitFor();
  await page.getByRole('button', { name: 'Propose the words as they stand there now' }).click();
  await page.getByText('The document says something else now.').waitFor({ state: 'detached' });
  const { terms, texts } = await desk.see(id);
  expect(JSON.stringify(texts[terms.proposal ?? ''])).toContain(`${WORDS} And Fridays.`);
  await page.context().close();
});
