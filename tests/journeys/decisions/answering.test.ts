import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { launchBrowser, PHONE, type RunningServer, signedIn, startServer } from '../harness.ts';
import { ALL_AGREE, Desk, HOLDERS, NORTHVALE, seatOf, TEXT } from './desk.ts';

let server: RunningServer;
let browser: Browser;
let desk: Desk;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  desk = new Desk(browser, server);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function openAs(person: string, path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await signedIn(browser, server, person, options);
  const page = await context.newPage();
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const pageOf = ({ id }: DecisionAnswer) => `/decisions/${id}`;
const record = (page: Page) => page.getByRole('button', { name: /^Record/ });
const said = (page: Page, answer: string) => page.getByText(`You said: ${answer}`);

it('[SHOW6] a volunteer on a phone comes from the list, and agrees with two presses; the receipt is theirs', async () => {
  const decision = await desk.decision({ question: 'Do we meet in the library?' });
  const page = await openAs('Ron Tasker', '/partnerships/northvale', PHONE);
  const waiting = page.getByRole('region', { name: 'Needs you' });
  await waiting.getByRole('link', { name: 'Do we meet in the library?' }).tap();
  await page.getByRole('heading', { level: 1, name: 'Do we meet in the library?' }).waitFor();
  await page.getByRole('radio', { name: 'Agree', exact: true }).tap();
  await record(page).tap();
  await page.getByRole('heading', { name: '✓ Recorded' }).waitFor();
  await said(page, 'Agree').waitFor();
  const { me, rounds } = await desk.see(decision.id, 'Ron Tasker');
  expect(rounds[0]?.positions).toMatchObject([{ given: { position: { choice: 'agree' }, channel: 'web' } }]);
  const receipt = me.receipts.find(({ kind }) => kind === 'position_taken');
  await page
    .getByText(receipt?.hash ?? 'no receipt')
    .first()
    .waitFor();
  await page.context().close();
});

it('[SHOW15] what waits for me is on the first page of the partnership, and nothing where nothing waits', async () => {
  const decision = await desk.decision({ question: 'Do we meet on Mondays?' });
  const page = await openAs('Gwen Sallis', '/partnerships/northvale');
  const waiting = page.getByRole('region', { name: 'Needs you' });
  const line = waiting.getByRole('listitem').filter({ hasText: 'Do we meet on Mondays?' });
  await line.getByText('Your answer is needed').waitFor();
  await desk.say(decision, { P1: { choice: 'agree' } });
  await line.waitFor({ state: 'detached' });
  await page.context().close();
  const recorder = await openAs('Ravi Sen', '/partnerships/northvale');
  await recorder.getByRole('link', { name: /Day support in the north/ }).waitFor();
  await expect.poll(() => recorder.getByRole('region', { name: 'Needs you' }).count()).toBe(0);
  await recorder.context().close();
});

it('[SHOW12] what others answer is on an open page without loading it again', async () => {
  const decision = await desk.decision({ question: 'Do we share the minibus?' });
  const page = await openAs('Priya Nandra', pageOf(decision));
  await page.getByText('0 of 11 have answered.').waitFor();
  await desk.say(decision, {
    G3: { choice: 'block', reason: 'It has no lift.', harm: 'Some are left behind.' },
  });
  await page.getByRole('heading', { name: "Eastgate Elders' Circle blocks" }).waitFor();
  await page.getByText('1 of 11 have answered.').waitFor();
  await page.context().close();
});

it('[SHOW6] a block says what is missing beside its fields, and is recorded with its ground', async () => {
  const decision = await desk.decision({ question: 'Do we close at four?' });
  const page = await openAs('Heron', pageOf(decision));
  await page.getByRole('radio', { name: 'Block', exact: true }).check();
  await record(page).click();
  await page.getByText('Say why, in a sentence or two.').waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
  await page.getByRole('textbox', { name: 'Why do you block?' }).fill('People are at work until five.');
  await page.getByRole('textbox', { name: 'What harm do you foresee?' }).fill('Carers can’t come.');
  await record(page).click();
  await said(page, 'Block').waitFor();
  await page.getByText('Carers can’t come.').first().waitFor();
  const { blocks } = await desk.see(decision.id);
  expect(blocks).toMatchObject([{ state: 'raised', position: { harm: 'Carers can’t come.' } }]);
  await page.context().close();
});

it('[SHOW7] what was typed is there again after the tab was closed, for this account only, and gone once recorded', async () => {
  const decision = await desk.decision({ question: 'Do we plant trees?' });
  const page = await openAs('Del Fenn', pageOf(decision));
  await page.getByRole('radio', { name: 'Stand aside', exact: true }).check();
  await page.getByRole('textbox', { name: 'Why do you stand aside?' }).fill('Carers are split.');
  const again = await page.context().newPage();
  await page.close();
  await again.goto(pageOf(decision));
  const why = again.getByRole('textbox', { name: 'Why do you stand aside?' });
  await why.waitFor();
  await expect.poll(() => why.inputValue()).toBe('Carers are split.');
  await again.getByText('What you typed here before is still here.').waitFor();
  await record(again).click();
  await said(again, 'Stand aside').waitFor();
  const kept = await again.evaluate(() =>
    Object.keys(localStorage).filter((key) => key.startsWith('trialogue-answer')),
  );
  expect(kept).toEqual([]);
  await again.context().close();
});

it('[SHOW7] when the server is out of reach the answer stays in the form, and is recorded once when it is sent again', async () => {
  const decision = await desk.decision({ question: 'Do we paint the hall?' });
  const page = await openAs('Bal Dhesi', pageOf(decision));
  await page.getByRole('radio', { name: 'Agree, with a worry' }).check();
  await page.getByRole('textbox', { name: 'What is your worry?' }).fill('Who pays?');
  await page.context().setOffline(true);
  await record(page).click();
  await page.getByRole('alert').filter({ hasText: 'Nothing you typed is lost.' }).waitFor();
  await page.context().setOffline(false);
  await record(page).click();
  await said(page, 'Agree, with a worry').waitFor();
  const { rounds } = await desk.see(decision.id);
  expect(rounds[0]?.positions).toMatchObject([{ given: { position: { reason: 'Who pays?' } }, earlier: [] }]);
  await page.context().close();
});

it('[SHOW8] after an amendment one sees what changed since one answered, and says it again or otherwise', async () => {
  const decision = await desk.decision({ question: 'Do trips run on Fridays?' });
  await desk.say(decision, { G1: { choice: 'agree' } });
  const page = await openAs('Ron Tasker', pageOf(decision));
  await said(page, 'Agree').waitFor();
  await desk.amend(decision.id, TEXT.replace('two pounds', 'three pounds'), 'Fuel costs more.');
  await page.getByText('The words have changed since you answered.').waitFor();
  await page.locator('.confirm-changes').getByText('Why: Fuel costs more.').waitFor();
  await expect
    .poll(() => page.locator('.confirm-changes [data-kind] ins').allInnerTexts())
    .toEqual([expect.stringContaining('three')]);
  await expect
    .poll(() => page.locator('.confirm-changes [data-kind] del').allInnerTexts())
    .toEqual([expect.stringContaining('two')]);
  await page.getByRole('button', { name: 'We still say: Agree' }).click();
  await page.getByRole('heading', { name: '✓ Recorded' }).waitFor();
  const { rounds } = await desk.see(decision.id);
  expect(rounds[0]?.positions).toMatchObject([{ stale: false, given: { version: 2 } }]);
  await page.context().close();
});

it('[SHOW10] the recorder enters a paper with its witness; the seat is told, and puts it right', async () => {
  const decision = await desk.decision({ question: 'Do we print the plan?' });
  const page = await openAs('Ravi Sen', pageOf(decision));
  await page.getByRole('heading', { name: 'Enter an answer from paper or from speech' }).click();
  await page.getByRole('button', { name: 'Enter this answer' }).click();
  await page.getByText('Choose who saw it.').waitFor();
  await page
    .getByRole('combobox', { name: 'Whose answer is it?' })
    .selectOption({ label: 'Fell Road Memory Cafe' });
  await page.getByRole('radio', { name: 'On paper' }).check();
  const witness = page.getByRole('combobox', { name: 'Who saw it?' });
  expect(await witness.locator('option').allInnerTexts()).not.toContain('Ravi Sen');
  await witness.selectOption({ label: 'Del Fenn' });
  await page.getByRole('textbox', { name: 'Where is it kept?' }).fill('PV-004');
  await page.getByRole('radio', { name: 'Agree', exact: true }).check();
  await page.getByRole('button', { name: 'Enter this answer' }).click();
  await page.getByRole('status').filter({ hasText: 'Entered for Fell Road Memory Cafe' }).waitFor();
  await page.context().close();
  const seat = await openAs(HOLDERS.G2, pageOf(decision));
  await seat
    .getByText(/The recorder entered this for your seat from paper.*Seen by Del Fenn, kept as PV-004/)
    .waitFor();
  await seat.getByRole('button', { name: 'Change it' }).click();
  await seat.getByRole('radio', { name: 'Abstain', exact: true }).check();
  await record(seat).click();
  await said(seat, 'Abstain').waitFor();
  const { rounds } = await desk.see(decision.id);
  expect(rounds[0]?.positions).toMatchObject([
    {
      given: { position: { choice: 'abstain' }, channel: 'web' },
      earlier: [{ channel: 'paper', reference: 'PV-004' }],
    },
  ]);
  await seat.context().close();
});

it('[SHOW9] options are put in order by keyboard alone, and each press says what it did', async () => {
  const rounds = { ...NORTHVALE.rounds, most: 1, freezeHours: 0 };
  const decision = await desk.decision({
    question: 'Where do the trips go?',
    alternatives: [
      { name: 'To the library', text: 'Trips go to the library.' },
      { name: 'To the pool', text: 'Trips go to the pool.' },
    ],
    fields: {
      rule: {
        ...NORTHVALE,
        name: 'What most like best',
        rounds,
        ladder: [
          {
            kind: 'ranked_choice',
            id: 'rank',
            when: ['rounds_used', 'sustained_block'],
            days: 7,
            wording: 'last',
            quorum: true,
            method: 'schulze',
            unranked: 'below',
            withStatusQuo: true,
          },
          { kind: 'status_quo', id: 'end', when: ['rounds_used'] },
        ],
      },
    },
  });
  await desk.say(decision, {
    ...ALL_AGREE,
    G3: { choice: 'block', reason: 'Too loud.', harm: 'Some stay at home.' },
  });
  await desk.act('Marsha Odell', decision.id, { kind: 'close_early', reason: 'All have answered.' });
  const page = await openAs('Jo Marr', pageOf(decision));
  await page.getByRole('radio', { name: 'Put them in order' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Add To the pool as number 1' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add To the library as number 2' }).focus();
  await page.keyboard.press('Enter');
  await focused(page, 'Move To the library up');
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'To the library is now number 1.' }).waitFor();
  await focused(page, 'Move To the library up');
  await record(page).focus();
  await page.keyboard.press('Enter');
  await said(page, 'Put them in order').waitFor();
  const after = await desk.see(decision.id);
  const given = after.rounds
    .at(-1)
    ?.positions.find((each) => each.by === 'seat' && each.given.seat === seatOf(decision, 'P2'));
  expect(given).toMatchObject({ given: { position: { ranking: ['option-1', 'option-2'] } } });
  await page.context().close();
});

async function focused(page: Page, name: string): Promise<void> {
  await page.waitForFunction((label) => document.activeElement?.getAttribute('aria-label') === label, name);
}
