import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDb } from '../../db/open.ts';
import { hashBlocks } from '../../shared/documents/canonical.ts';
import { type SmtpSink, startSmtp } from '../integration/mail/smtpSink.ts';
import { until } from '../until.ts';
import { setAddress } from '../world.ts';
import { ALL_AGREE, Desk, NORTHVALE } from './decisions/desk.ts';
import { DESKTOP, launchBrowser, PHONE, type RunningServer, signedIn, startServer } from './harness.ts';
import { plain } from './realMail.ts';

const SECRET = 'a secret of twenty-four letters';
const REPLIES = 'reply.northvale.example';
const NASREEN = 'nasreen@volunteers.example';
const MARSHA = 'Marsha Odell';
const PLAN = 'northvale-plan';
const SENTENCE = 'One company day a week, hosted with the Memory Cafe.';
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** How long she has. */
const DAYS = 9;

let smtp: SmtpSink;
let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  smtp = await startSmtp();
  const mails = { SMTP_URL: smtp.url, MAIL_FROM: 'Trialogue <plans@northvale.example>' };
  const answers = { TRIALOGUE_REPLY_DOMAIN: REPLIES, TRIALOGUE_INBOUND_SECRET: SECRET };
  [server, browser] = await Promise.all([startServer({ ...mails, ...answers }), launchBrowser()]);
  // The people of the example have no mail address. Hers is known, and she has never signed in anywhere.
  const db = openDb(join(server.folder, 'trialogue.db'));
  setAddress(db, 'nasreen-begum', NASREEN);
  db.raw.close();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await smtp?.stop();
});

const mailed = () => smtp.received.filter(({ to }) => to === NASREEN).map(({ raw }) => plain(raw));
const mailSaying = (words: RegExp) =>
  until(`a mail that says ${words}`, () => mailed().find((mail) => words.test(mail)));

/** The agreed words of decision 4, put to a decision again as they stand in the plan. */
async function sameWordsAgain(desk: Desk) {
  const { passages } = await desk.send<{
    passages: { number: number; start: object; end: object; words: [] }[];
  }>(MARSHA, 'GET', `/documents/${PLAN}/passages`);
  const four = passages.find(({ number }) => number === 4);
  if (!four) throw new Error('decision 4 stands in the plan');
  const { start, end, words } = four;
  const put = { start, end, hash: hashBlocks(words), question: 'Do we go on with the company day?' };
  const { id } = await desk.send<{ id: string }>(MARSHA, 'POST', `/documents/${PLAN}/decisions`, put);
  const { now, draft } = await desk.see(id);
  const fields = {
    ...{ standing: { kind: 'delegated' }, rule: NORTHVALE, opensAt: now },
    ...{ closesAt: now + DAYS * DAY, reviewAt: now + 200 * DAY },
    easyRead: 'Fewer people will go to the centres. More will get help at home.',
  };
  await desk.send(MARSHA, 'PATCH', `/decisions/${id}/draft`, { fields, basedOn: draft?.versions ?? {} });
  await desk.act(MARSHA, id, { kind: 'open' });
  return { id, closesAt: now + DAYS * DAY };
}

/** What she sees without a script: the page behind the link in her mail. */
async function takesPart(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page
    .getByText('You are answering for Eastgate Elders’ Circle, as Nasreen Begum.'.replace('’', "'"))
    .waitFor();
  await page.getByRole('heading', { name: 'In short' }).waitFor();
  await page.getByText('More will get help at home.').waitFor();
  await page.getByRole('link', { name: /^Say something about: One company day a week/ }).tap();
  await page.getByRole('radio', { name: SENTENCE }).check();
  await page.getByLabel('What would you like to say?').fill('Which day? Ours are full on Fridays.');
  await page.getByRole('button', { name: 'Send this comment' }).tap();
  await page.getByRole('heading', { name: 'Your comment is there' }).waitFor();
  await page.getByRole('link', { name: 'Back to the question' }).tap();
  await page.getByRole('radio', { name: /Stand aside/ }).check();
  await page.getByLabel('Why?').fill('Few of our members go there.');
  await page.getByRole('button', { name: 'Send this answer' }).tap();
  await page.getByRole('heading', { name: 'Your answer is recorded' }).waitFor();
}

/** A mail to somebody else sets off whatever is due by the clock that was put forward. */
async function wakeTheMails(url: string): Promise<void> {
  const email = `somebody${smtp.received.length}@elsewhere.example`;
  const asked = await fetch(`${url}/api/sign-in/ask`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  });
  expect(asked.status).toBe(200);
  await until('the mails that are due', () => smtp.received.find(({ to }) => to === email));
}

/** Her mail program answers, and the mail service hands it on. */
async function sendsMail(to: string, words: string): Promise<string> {
  const head = [
    `From: ${NASREEN}`,
    `To: ${to}`,
    'Subject: Re: news',
    'Message-ID: <answer@volunteers.example>',
  ];
  const answer = await fetch(`${server.url}/inbound/mail`, {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'message/rfc822' },
    body: [...head, 'Content-Type: text/plain; charset=utf-8', '', words, ''].join('\r\n'),
  });
  return ((await answer.json()) as { received: string }).received;
}

it('[TOLD14] a volunteer without an account is asked by mail, comments and stands aside on her phone, is told what came of it, and answers by mail', async () => {
  const desk = new Desk(browser, server);
  const { id, closesAt } = await sameWordsAgain(desk);
  const facilitator = await signedIn(browser, server, MARSHA, DESKTOP);
  const [plan, decision] = await Promise.all([facilitator.newPage(), facilitator.newPage()]);
  await Promise.all([plan.goto(`/documents/${PLAN}`), decision.goto(`/decisions/${id}`)]);
  const seat = decision.locator('.picture li', { hasText: "Eastgate Elders' Circle" });
  await plan.getByRole('textbox', { name: 'Text of' }).getByText(SENTENCE).scrollIntoViewIfNeeded();
  await seat.getByText('no answer yet').waitFor();
  // The round's own mail leads her in; what the facilitator asks besides is another.
  const asked = await mailSaying(/You can say where your seat stands until/);
  const { askings } = await desk.send<{ askings: { id: string }[] }>(
    MARSHA,
    'POST',
    `/decisions/${id}/askings`,
    {
      ...{ requestId: 'the-story', rung: 'decide', seatIds: ['northvale-g3'], memberIds: [], closesAt },
      ...{ difference: 'Which day it is can change.', minutes: 10, stillOpen: true },
      background: 'The Memory Cafe has one day a week for us.',
    },
  );

  const [asking] = askings;
  await mailSaying(/Which day it is can change\./);
  const phone = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
  await takesPart(await phone.newPage(), /http\S+\/p\/\S+/.exec(asked)?.[0] ?? '');
  // Both pages were open before, and nobody loads them again.
  const pill = plan.getByRole('button', { name: /^Comment \d+, Open, Nasreen Begum: Which day\?/ });
  await pill.waitFor();
  await seat.getByText('stands aside').waitFor();

  const { G3: _, ...others } = ALL_AGREE;
  await desk.say(await desk.see(id), others);
  const before = mailed().length;
  await server.forward(DAYS * DAY + MINUTE);
  await decision.getByText('Agreed by consensus').first().waitFor();
  await pill.click();
  const card = plan.getByRole('region', { name: /^Comment \d+$/ });
  await card.locator('blockquote').getByText(SENTENCE).waitFor();
  await card.getByLabel('Your answer').fill('The Memory Cafe asks too. Would Mondays do?');
  await card.getByRole('button', { name: 'Answer', exact: true }).click();
  await card.getByText('Would Mondays do?').waitFor();
  await desk.send(MARSHA, 'POST', `/askings/${asking?.id}/outcome`, {
    summary: 'It goes on, and we look for another day.',
    points: [
      { said: 'Fridays are full.', did: 'partly', what: 'We ask for Mondays.', why: 'The hall decides.' },
    ],
  });
  await server.forward(25 * 60 * MINUTE);
  await wakeTheMails(server.url);
  const told = await mailSaying(/It goes on, and we look for another day\./);
  const [to] = /reply\+\S+/.exec(told) ?? [];
  const later = await phone.newPage();
  await later.goto(/http\S+\/p\/\S+#said/.exec(told)?.[0] ?? '');
  await later.getByText('The Memory Cafe asks too. Would Mondays do?').waitFor();
  await phone.close();
  expect(await sendsMail(`${to}`, 'Mondays are good for us.')).toBe('added');
  await card.getByText('Mondays are good for us.').waitFor();
  await card.getByText(/by mail/).waitFor();
  await wakeTheMails(server.url);
  // The signed end of the ledger goes to everyone at the table, to be kept and not to be read.
  const news = mailed()
    .slice(before)
    .filter((text) => !text.includes('signed fingerprint'));
  expect(news).toEqual([told]);
  await desk.close();
  await facilitator.close();
});
