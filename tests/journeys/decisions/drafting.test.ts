import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faults } from '../axe.ts';
import {
  DESKTOP,
  LOOKS,
  launchBrowser,
  type RunningServer,
  signedIn,
  startServer,
  tooWide,
  turn,
  WIDE,
} from '../harness.ts';

let server: RunningServer;
let browser: Browser;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function pageOf(person: string, options: BrowserContextOptions = DESKTOP): Promise<Page> {
  const context = await signedIn(browser, server, person, options);
  contexts.push(context);
  return context.newPage();
}

/** A new draft with its question, written by Marsha, the facilitator. Gives the address of its page. */
async function newDraft(question: string): Promise<string> {
  const context = await signedIn(browser, server, 'Marsha Odell');
  const answer = await context.request.post('/api/partnerships/northvale/decisions', { data: { question } });
  const { id } = (await answer.json()) as { id: string };
  await context.close();
  return `/decisions/${id}/draft`;
}

const saved = (page: Page, field: string) =>
  page.locator(`#field-${field}`).getByRole('status').getByText('✓ Saved');

describe('a facilitator drafts and opens', () => {
  it('[PROPOSE7] sees all that is missing at once, goes from each to its field, and opens with a second yes', async () => {
    const page = await pageOf('Marsha Odell');
    await page.goto('/partnerships/northvale/decisions/new');
    await page.getByLabel('What is the question?').fill('Shall we run one shared trip each week?');
    await page.getByRole('button', { name: 'Start the draft' }).click();
    await page.getByRole('heading', { level: 1, name: 'Shall we run one shared trip each week?' }).waitFor();
    const missing = page.locator('.draft-open li');
    await missing.nth(4).waitFor();
    await expect
      .poll(() => missing.allTextContents())
      .toEqual([
        'Choose the words that are proposed.',
        'Say what a yes of this partnership counts for.',
        'Choose the rule, with what happens if you do not agree.',
        'Say when it closes.',
        'Say when you will look at it again.',
      ]);
    await page.getByRole('button', { name: 'Open it…' }).click();
    await page.locator('#field-closesAt').getByText('Say when it closes.').waitFor();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);

    await page.getByRole('link', { name: 'Choose the words that are proposed.' }).click();
    const words = page.getByLabel('The words that are proposed');
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await words.fill('Shared trips run on Tuesdays.\n\n- From Skelby\n- From Fell Road');
    await saved(page, 'proposal').waitFor();
    await page.getByLabel('It is yours to decide').check();
    await saved(page, 'standing').waitFor();
    await page.getByRole('button', { name: 'Choose a rule' }).click();
    await page.getByRole('button', { name: 'Use this rule: Three quarters, and most of each side' }).click();
    await saved(page, 'rule').waitFor();
    await page.getByRole('button', { name: 'In 14 days, as the rule says' }).click();
    await page.locator('.draft-following').getByText('the ladder begins by itself').waitFor();
    await saved(page, 'closesAt').waitFor();
    await page.getByLabel('Look at it again on: day').fill('2036-06-01');
    await saved(page, 'reviewAt').waitFor();
    await page.getByText('Everything is there.').waitFor();

    await page.getByRole('button', { name: 'Open it…' }).click();
    const dialog = page.getByRole('dialog', { name: 'This will be sealed' });
    await dialog.getByText('11 seats:').waitFor();
    await dialog.getByText('Shared trips run on Tuesdays.').waitFor();
    expect(await faults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Open the decision' }).click();
    await dialog.getByText('Tick this first.').waitFor();
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: 'Open the decision' }).click();
    await page.waitForURL(/\/decisions\/[^/]+$/);
    const id = page.url().split('/').at(-1);
    const answer = await page.request.get(`/api/decisions/${id}`);
    expect(await answer.json()).toMatchObject({
      state: { kind: 'open', stage: { kind: 'round', number: 1 } },
      sealed: { question: 'Shall we run one shared trip each week?' },
    });
  });

  it('[PROPOSE8] a rule that is changed for one decision says whether it is only tighter, and is renamed when it is not', async () => {
    const page = await pageOf('Marsha Odell');
    await page.goto(await newDraft('Shall we change the rule?'));
    await page.getByRole('button', { name: 'Choose a rule' }).click();
    await page.getByRole('button', { name: 'Use this rule: Three quarters, and most of each side' }).click();
    await saved(page, 'rule').waitFor();
    await page.getByRole('button', { name: 'Change it for this decision' }).click();
    await page.getByText('When it is agreed', { exact: true }).click();
    const tester = page.getByLabel('Who tests a block?');
    await tester.selectOption('facilitator');
    await page.getByText('In some things it is looser, so it is a rule of its own.').waitFor();
    await page.locator('.is-changed', { hasText: 'The facilitator tests each block' }).waitFor();
    await tester.selectOption('nobody');
    await page.getByText('How many must answer', { exact: true }).click();
    await page.getByLabel('From each side, at least').fill('2');
    await page.getByText('It is only tighter.').waitFor();
    await page.getByText('Rounds and time', { exact: true }).click();
    await page.getByLabel('Rounds, at most').fill('0');
    await page.getByRole('button', { name: 'Save this rule' }).click();
    await page.getByText('Give the most rounds there can be, from 1 to 10.').waitFor();
    await page.getByLabel('Rounds, at most').fill('2');
    await page.getByRole('button', { name: 'Save this rule' }).click();
    await page
      .locator('#field-rule')
      .getByRole('heading', { level: 4, name: 'Three quarters, and most of each side', exact: true })
      .waitFor();
    await page.getByText('At least 2 of them must come from each side.').waitFor();
    await page.getByRole('button', { name: 'Change it for this decision' }).click();
    await page.getByText('How many must answer', { exact: true }).click();
    await page.getByLabel('From each side, at least').fill('0');
    await page.getByRole('button', { name: 'Save this rule' }).click();
    await page
      .getByRole('heading', { level: 4, name: 'Three quarters, and most of each side, changed' })
      .waitFor();
  });
});

describe('who counts as one, and what went before', () => {
  it('[PROPOSE14] seats of one organisation are put together where it has one voice, and an earlier decision is named', async () => {
    const page = await pageOf('Marsha Odell');
    await page.goto(await newDraft('Shall organisations count once?'));
    await page.getByRole('button', { name: 'Choose a rule' }).click();
    await page.getByRole('button', { name: 'Use this rule: One organisation, one voice' }).click();
    await page.getByRole('button', { name: 'Add an organisation' }).click();
    await page.getByLabel('Its name (1)').fill('Northvale County Council');
    await page.getByLabel('Northvale County Council, Adult Care').check();
    await page.getByLabel('Northvale County Council, Highways and Transport').check();
    await saved(page, 'organisations').waitFor();
    const earlier = page.getByLabel('Does it take up an earlier decision again?');
    await earlier.selectOption({ label: 'Decision 2: Adopt our governance agreement' });
    await saved(page, 'follows').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.reload();
    await page.getByLabel('Its name (1)').waitFor();
    await expect.poll(() => page.getByLabel('Northvale County Council, Adult Care').isChecked()).toBe(true);
    const id = page.url().split('/').at(-2);
    const draft = await (await page.request.get(`/api/decisions/${id}`)).json();
    expect(draft.ruleReading).toContain(
      'Your 11 seats are 10 voices: an organisation counts once on each side.',
    );
    expect(draft.follows).toMatchObject({ number: 2 });
  });
});

describe('two people draft at once', () => {
  it('[PROPOSE9] each sees what the other wrote, and a clash shows both until one chooses', async () => {
    const path = await newDraft('Shall we meet more often?');
    const [marsha, ron] = [await pageOf('Marsha Odell'), await pageOf('Ron Tasker')];
    await Promise.all([marsha.goto(path), ron.goto(path)]);
    const easyRead = (page: Page) => page.getByLabel('In plain words');
    await Promise.all([easyRead(marsha).waitFor(), easyRead(ron).waitFor()]);

    await easyRead(ron).fill('We want to meet each month.');
    await saved(ron, 'easyRead').waitFor();
    await marsha.waitForFunction(() =>
      [...document.querySelectorAll('textarea')].some(({ value }) => value === 'We want to meet each month.'),
    );

    // The other's save comes while one is cut off and writes the same field.
    await marsha.context().setOffline(true);
    await easyRead(marsha).fill('We want to meet every fortnight.');
    await marsha.locator('#field-easyRead').getByText('Not saved.').waitFor();
    await easyRead(ron).fill('We want to meet each week.');
    await saved(ron, 'easyRead').waitFor();
    await marsha.context().setOffline(false);
    await marsha.locator('#field-easyRead').getByRole('button', { name: 'Save again' }).click();
    const clash = marsha.locator('.draft-clash');
    await clash.getByText('We want to meet every fortnight.').waitFor();
    await clash.getByText('We want to meet each week.').waitFor();
    await expect.poll(() => easyRead(marsha).inputValue()).toBe('We want to meet every fortnight.');
    await expect.poll(() => easyRead(ron).inputValue()).toBe('We want to meet each week.');
    expect(await faults(marsha)).toEqual([]);
    await clash.getByRole('button', { name: 'Save mine instead' }).click();
    await saved(marsha, 'easyRead').waitFor();
    await ron.waitForFunction(() =>
      [...document.querySelectorAll('textarea')].some(
        ({ value }) => value === 'We want to meet every fortnight.',
      ),
    );
  });

  it('[PROPOSE10] nothing is called saved before it is on the server, and what was typed waits for it', async () => {
    const path = await newDraft('Shall we wait?');
    const page = await pageOf('Marsha Odell');
    await page.goto(path);
    const words = page.getByLabel('The words that are proposed');
    await words.waitFor();
    await page.route('**/words', (route) => route.abort());
    await words.fill('We wait for a month.');
    const field = page.locator('#field-proposal');
    await field.getByText('Not saved.').waitFor();
    await expect.poll(() => saved(page, 'proposal').count()).toBe(0);
    await page.unroute('**/words');
    await field.getByRole('button', { name: 'Save again' }).click();
    await field.getByText('✓ Saved').waitFor();
    await page.reload();
    await words.waitFor();
    await expect.poll(() => words.inputValue()).toBe('We wait for a month.');
  });
});

describe('trying a rule', () => {
  it('[PROPOSE11] by the keyboard alone: a block in each round brings on the vote of the ladder', async () => {
    const page = await pageOf('Ron Tasker');
    await page.goto('/partnerships/northvale/rules/try?rule=library-concurrent_three_quarters');
    const outcome = page.locator('.try-outcome');
    await outcome.getByText('It is agreed by consensus.').waitFor();
    const first = page.getByRole('button', { name: /^Skelby Good Neighbours ?:/ }).first();
    await first.focus();
    for (let press = 3; press > 0; press -= 1) await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: /^Skelby Good Neighbours ?: blocks$/ }).waitFor();
    await page.getByText('So it is blocked.').first().waitFor();
    await outcome.getByText('The rule asks for more answers.').waitFor();
    await page.getByRole('button', { name: 'Play the next round' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Round 2' }).waitFor();
    await page.getByRole('button', { name: 'Play the vote' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Vote: step 1 of the ladder' }).waitFor();
    await outcome.getByText('It passes, by step 1 of the ladder.').waitFor();
    await expect.poll(() => page.locator('.try-ladder li').first().getAttribute('data-how')).toBe('started');
    // A first round that agrees leaves no others.
    await first.focus();
    for (let press = 3; press > 0; press -= 1) await page.keyboard.press('ArrowLeft');
    await outcome.getByText('It is agreed by consensus.').waitFor();
  });

  it('[PROPOSE11] what the decider does, and what does not happen, changes what comes of it', async () => {
    const page = await pageOf('Marsha Odell');
    await page.goto('/partnerships/northvale/rules/try?rule=library-named_decider');
    const outcome = page.locator('.try-outcome');
    await outcome.getByText('It is agreed by consensus.').waitFor();
    const seat = page.getByRole('button', { name: /^Fell Road Memory Cafe ?:/ }).first();
    for (let press = 3; press > 0; press -= 1) await seat.click();
    await page.getByRole('button', { name: 'Play the next round' }).click();
    await outcome.getByText('It passes, by step 1 of the ladder.').waitFor();
    await page.getByText('What else happens').click();
    await page.getByLabel('What the decider does').selectOption('rejects');
    await outcome.getByText('It is not agreed. Things stay as they are.').waitFor();
    await page.getByRole('checkbox', { name: "Northvale Carers' Voice" }).check();
    await page
      .getByRole('button', { name: /^Northvale Carers' Voice ?: no vote$/ })
      .first()
      .waitFor();
  });
});

describe('a rule of one’s own', () => {
  it('[PROPOSE3] is made from another, named, chosen and retired', async () => {
    const page = await pageOf('Marsha Odell');
    await page.goto('/partnerships/northvale/rules');
    await page.getByRole('link', { name: 'Make it your own: Consensus', exact: true }).click();
    await page.getByLabel('What is it called?').fill('Small things');
    await page.getByLabel('What is it for?').fill('Whatever costs nothing.');
    await page.getByText('If you can’t agree', { exact: true }).click();
    await page.getByLabel('Which kind of step?').selectOption('trial');
    await page.getByRole('button', { name: 'Add it' }).click();
    await page.getByRole('button', { name: 'Name this rule' }).click();
    await page.getByText('This can’t be empty.').first().waitFor();
    await page.getByLabel('The limit of the trial').fill('One village.');
    await page.getByLabel('What stops it at once?').fill('Anyone is left behind.');
    await page.getByRole('button', { name: 'Name this rule' }).click();
    await page.getByRole('heading', { level: 3, name: 'Small things' }).waitFor();
    await page.getByRole('button', { name: 'Retire it: Small things' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Retire it' }).click();
    await page.getByRole('heading', { level: 2, name: 'Retired rules' }).waitFor();
  });
});

it('[PROPOSE7] axe finds nothing on a draft with a rule, and it fits, wide and narrow, light and dark', async () => {
  const path = await newDraft('Shall we look at this?');
  const page = await pageOf('Marsha Odell', WIDE);
  await page.goto(path);
  await page.getByRole('button', { name: 'Choose a rule' }).click();
  await page.getByRole('button', { name: 'Use this rule: N Street style' }).click();
  await saved(page, 'rule').waitFor();
  await page.getByRole('button', { name: 'Add an interest' }).click();
  await page.getByRole('button', { name: 'Open it…' }).click();
  await page.getByRole('button', { name: 'Change it for this decision' }).click();
  const parts = page.locator('.rule-part > summary');
  await parts.first().waitFor();
  for (const part of await parts.all()) await part.click();
  await page.getByRole('heading', { name: 'Step 1: a vote' }).waitFor();
  for (const [name, look] of LOOKS) {
    await turn(page, look);
    expect(await faults(page), name).toEqual([]);
    await expect.poll(() => tooWide(page), { message: name }).toBe(0);
  }
});
