import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../../until.ts';
import { launchBrowser, PHONE, type RunningServer, startServer } from '../harness.ts';
import { ALL_AGREE, Desk, NORTHVALE } from './desk.ts';
import { answer, record } from './hands.ts';
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

const WORDS = 'We meet each month. Whoever does not answer within ten days is taken to say yes.';
const AMENDED =
  'We meet each month. Whoever does not answer within ten days is asked again, and never counted as a yes.';

it('[WHOLE3] a block on a shared value changes the words, everyone says so again, and it is agreed by consensus', async () => {
  const room = openRoom(browser, server);
  const desk = new Desk(browser, server);
  const { id } = await desk.decision({
    question: 'Do we adopt our governance agreement?',
    text: WORDS,
    fields: { rule: NORTHVALE },
  });
  const at = `/decisions/${id}`;
  await desk.say(await desk.see(id), ALL_AGREE);
  const [ron, priya] = [await room.enter('Ron Tasker', PHONE), await room.enter('Priya Nandra')];
  await Promise.all([ron.goto(at), priya.goto(at)]);

  await ron.getByRole('button', { name: 'Change it' }).tap();
  await answer(ron, 'Block');
  await ron.getByRole('textbox', { name: 'Why do you block?' }).fill('Volunteers can’t answer in ten days.');
  await ron.getByRole('radio', { name: 'Small groups' }).tap();
  await ron
    .getByRole('textbox', { name: 'What change would let you lift the block?' })
    .fill('Silence is never a yes.');
  await record(ron);
  await priya.getByRole('heading', { name: 'Skelby Good Neighbours blocks' }).waitFor();
  await priya.getByText('Silence is never a yes.').first().waitFor();

  // New words in the same round: every answer is old, until its seat gives it again.
  await desk.amend(id, AMENDED, 'Silence is never a yes: the block of Skelby Good Neighbours.');
  await priya.getByText('The words have changed since you answered.').waitFor();
  expect((await desk.see(id)).rounds[0]?.counted?.working.cast).toBe(0);
  await priya.getByRole('button', { name: 'We still say: Agree' }).click();
  await priya.getByRole('heading', { name: '✓ Recorded' }).waitFor();
  await answer(ron, 'Agree, with a worry');
  await ron.getByRole('textbox', { name: 'What is your worry?' }).fill('Ten days are short.');
  await record(ron);
  await ron.getByText('You said: Agree, with a worry').waitFor();
  const { C1: _, G1: __, ...others } = ALL_AGREE;
  await desk.say(await desk.see(id), others);
  await desk.close();

  const { line, now, blocks } = await room.see('Priya Nandra', id);
  expect(blocks.map(({ state }) => state)).toEqual(['integrated']);
  await room.wait((line.closesAt ?? 0) - now + 1000);
  const ended = await until('the outcome', async () => {
    const decision = await room.see('Priya Nandra', id);
    return decision.line.outcome && decision;
  });
  expect(ended.line.outcome).toEqual({ kind: 'agreed_by_consensus', round: 1 });
  expect(ended.rounds[0]?.counted?.working.tally).toMatchObject({ agree: 10, agree_with_reservations: 1 });
  expect(ended.effect).toMatchObject({ agreement: 'agreed', force: 'in_force' });
  await ron.goto('/partnerships/northvale/decisions');
  await ron
    .getByRole('listitem')
    .filter({ hasText: 'Do we adopt our governance agreement?' })
    .getByText('Agreed by consensus. It is in force.')
    .waitFor();
}, 300_000);
