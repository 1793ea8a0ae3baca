import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Position } from '../../../shared/decisions/positions.ts';
import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { until } from '../../until.ts';
import { launchBrowser, PHONE, type RunningServer, startServer } from '../harness.ts';
import { type Code, Desk } from './desk.ts';
import { act, answer, choose, record } from './hands.ts';
import { openRoom } from './room.ts';

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const QUESTION = 'Shall 36 of 60 northern day places stay, with support at home?';
const WORDS = 'In the north 36 day places are kept, not 60. Support at home starts in January.';
const AMENDED = `${WORDS} Everyone has a day with company each week before any place goes.`;
const RULE = 'Three quarters, and most of each side';
const AGREE: Position = { choice: 'agree' };
const FOR: Position = { choice: 'for' };
const ASIDE: Position = { choice: 'stand_aside', reason: 'Carers are split.' };

const saved = (page: Page, field: string) =>
  page.locator(`#field-${field}`).getByRole('status').getByText('✓ Saved').waitFor();
async function draftAndOpen(page: Page): Promise<string> {
  await page.goto('/partnerships/northvale/decisions/new');
  await page.getByLabel('What is the question?').fill(QUESTION);
  await page.getByRole('button', { name: 'Start the draft' }).click();
  await page.getByLabel('The words that are proposed').fill(WORDS);
  await saved(page, 'proposal');
  await page.getByLabel('A recommendation to a body').check();
  await page.getByLabel('Its name').fill('Council Cabinet');
  await saved(page, 'standing');
  for (const [at, seat] of ['Larchmere Care Ltd', 'Copperbeech Homecare CIC'].entries()) {
    await page.getByRole('button', { name: 'Add an interest' }).click();
    const row = (label: string) => page.getByLabel(`${label} (${at + 1})`);
    await row('Which seat?').selectOption({ label: seat });
    await row('What kind of interest?').selectOption({ label: 'Financial: money or a contract' });
    await row('How is it handled?').selectOption({ label: 'May speak, and has no vote' });
    await row('Why?').fill('It is paid for the places that would go.');
  }
  await saved(page, 'conflicts');
  await page.getByRole('button', { name: 'Choose a rule' }).click();
  await page.getByRole('button', { name: `Use this rule: ${RULE}` }).click();
  await saved(page, 'rule');
  await page.getByRole('button', { name: 'In 14 days, as the rule says' }).click();
  await saved(page, 'closesAt');
  await page.getByLabel('Look at it again on: day').fill('2036-06-01');
  await saved(page, 'reviewAt');
  await page.getByText('Everything is there.').waitFor();
  await page.getByRole('button', { name: 'Open it…' }).click();
  const dialog = page.getByRole('dialog', { name: 'This will be sealed' });
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Open the decision' }).click();
  await page.waitForURL(/\/decisions\/[^/]+$/);
  return page.url().split('/').at(-1) as string;
}

it('[WHOLE2] from a draft over two blocks and the fall-back to a minority statement and a condition of Cabinet', async () => {
  const room = openRoom(browser, server);
  const marsha = await room.enter('Marsha Odell');
  const id = await draftAndOpen(marsha);
  const at = `/decisions/${id}`;
  /** Seats that answer from somewhere else than these browsers. */
  const others = async (said: Partial<Record<Code, Position>>) => {
    const desk = new Desk(browser, server);
    await desk.say(await desk.see(id), said);
    await desk.close();
  };

  const see = () => room.see('Marsha Odell', id);
  const becomes = (what: string, check: (decision: DecisionAnswer) => boolean) =>
    until(what, async () => {
      const decision = await see();
      return check(decision) && decision;
    });
  /** Lets the time of the round that is open run out, with nobody doing anything. */
  const overRound = async () => {
    const { line, now } = await see();
    await room.wait((line.closesAt ?? 0) - now + 1000);
  };

  // Priya agrees; she sees Heron's block as it comes, with the value it rests on.
  const [priya, heron] = [await room.enter('Priya Nandra'), await room.enter('Heron', PHONE)];
  await Promise.all([priya.goto(at), heron.goto(at)]);
  await answer(priya, 'Agree');
  await record(priya);
  await priya.getByText('You said: Agree').waitFor();
  await answer(heron, 'Block');
  await heron.getByRole('textbox', { name: 'Why do you block?' }).fill('People lose their only company.');
  await choose(heron, 'Nobody loses company');
  await record(heron);
  await heron.getByText('You said: Block').waitFor();
  const beside = priya.getByRole('region', { name: /values/i });
  await beside.getByText('Nobody loses company').first().waitFor();
  await others({ C2: AGREE, C3: AGREE, P3: AGREE, G1: AGREE, G2: AGREE, G3: AGREE, U1: ASIDE });

  // At its time the round closes as blocked, with nobody doing anything.
  await overRound();
  await becomes('the pause between rounds', ({ line }) => line.stage?.kind === 'between');
  await marsha.goto(at);
  await act(marsha, 'Change the words');
  const dialog = marsha.getByRole('dialog');
  await dialog.getByLabel('The new words').fill(AMENDED);
  await dialog.getByRole('button', { name: 'See what changes' }).click();
  await dialog.locator('ins').filter({ hasText: 'company' }).first().waitFor();
  await dialog.getByLabel('What changes, and why?').fill('Company first: Heron’s block.');
  await dialog.getByRole('button', { name: 'Put the new words' }).click();
  await dialog.waitFor({ state: 'detached' });
  await act(marsha, 'Open the next round now');
  await marsha.getByRole('dialog').getByRole('button', { name: 'Open the next round' }).click();
  await becomes('the second round', ({ rounds }) => rounds.length === 2);

  // The words meet Heron's block; Nasreen raises another, and it stands.
  await Promise.all([priya.goto(at), heron.goto(at)]);
  await answer(heron, 'Agree, with a worry');
  await heron.getByRole('textbox', { name: 'What is your worry?' }).fill('We will watch it.');
  await record(heron);
  await heron.getByText('You said: Agree, with a worry').waitFor();
  const nasreen = await room.enter('Nasreen Begum');
  await nasreen.goto(at);
  await answer(nasreen, 'Block');
  await nasreen
    .getByRole('textbox', { name: 'Why do you block?' })
    .fill('Support at home has no halal food and no Urdu speakers yet.');
  await nasreen.getByRole('textbox', { name: 'What harm do you foresee?' }).fill('Unequal access.');
  await record(nasreen);
  await nasreen.getByText('You said: Block').waitFor();
  await others({ C1: AGREE, C2: AGREE, C3: AGREE, P3: AGREE, G1: AGREE, G2: AGREE, U1: ASIDE });
  expect((await see()).blocks.map(({ state }) => state)).toEqual(['integrated', 'raised']);

  // Both rounds are used up: the step that was sealed starts by itself.
  await overRound();
  await becomes('the fall-back', ({ rounds }) => rounds.at(-1)?.step === 'three-quarters');
  await Promise.all([nasreen.goto(at), heron.goto(at)]);
  await answer(nasreen, 'Against');
  await record(nasreen);
  await nasreen.getByText('You said: Against').waitFor();
  await answer(heron, 'For');
  await record(heron);
  await heron.getByText('You said: For').waitFor();
  await others({ C1: FOR, C2: FOR, C3: FOR, P3: FOR, G1: FOR, G2: FOR });
  await overRound();
  const ended = await becomes('the outcome', ({ line }) => line.outcome !== null);
  expect(ended.line.outcome).toEqual({
    kind: 'passed_by_fallback',
    step: 'three-quarters',
    option: 'proposal',
  });
  expect(ended.rounds.at(-1)?.counted?.working.tally).toMatchObject({ for: 7, against: 1 });
  expect(ended.effect).toMatchObject({ agreement: 'in_principle', force: 'not_in_force' });

  // Who did not carry the day has their words in the record.
  await nasreen.goto(at);
  await act(nasreen, 'Add a minority statement');
  await nasreen
    .getByRole('dialog')
    .getByLabel('Your seat’s words')
    .fill('We want a start date for Urdu-speaking support before places go.');
  await nasreen.getByRole('dialog').getByRole('button', { name: 'Add it' }).click();
  await nasreen.getByText('We want a start date for Urdu-speaking support').first().waitFor();

  // Cabinet's answer comes on paper, under a condition; until the partnership accepts it nothing is in force.
  const ravi = await room.enter('Ravi Sen');
  await ravi.goto(at);
  await act(ravi, 'Answer for Council Cabinet');
  const dialogOfRavi = ravi.getByRole('dialog');
  await choose(ravi, 'Yes, under a condition');
  await dialogOfRavi.getByLabel('The condition').fill('No place goes before an offer of support at home.');
  await dialogOfRavi.getByLabel('Its reason').fill('Cabinet, 20 May.');
  await dialogOfRavi.getByLabel('Where can that be seen?').fill('Minute 12');
  await dialogOfRavi.getByRole('button', { name: 'Record the answer' }).click();
  await ravi.getByText('No place goes before an offer of support at home.').first().waitFor();
  expect((await see()).effect).toMatchObject({ force: 'not_in_force' });
  await marsha.goto(at);
  await act(marsha, 'Answer the condition of Council Cabinet');
  await choose(marsha, 'Accept it');
  await marsha.getByRole('dialog').getByLabel('Why?').fill('It was what we meant.');
  await marsha.getByRole('dialog').getByRole('button', { name: 'Record it' }).click();
  await becomes('in force', ({ effect }) => effect?.force === 'in_force' && effect.agreement === 'agreed');
  await priya.goto(at);
  await priya.getByText('Urdu-speaking support').first().waitFor();

  // Anyone can check the record without this server; one byte changed is found out.
  const exported = await (await priya.request.get(`/api/decisions/${id}/record`)).text();
  expect(verify(exported)).toBe(0);
  const place = exported.indexOf('"for"');
  expect(verify(`${exported.slice(0, place + 1)}g${exported.slice(place + 2)}`)).not.toBe(0);
}, 300_000);

/** What `npm run verify` ends with for a file of these words. */
function verify(record: string): number | null {
  const file = join(server.folder, 'record.json');
  writeFileSync(file, record);
  return spawnSync(process.execPath, ['server/verify.mjs', file], { stdio: 'ignore' }).status;
}
