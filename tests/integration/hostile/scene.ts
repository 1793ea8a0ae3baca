import { expect } from 'vitest';
import { escapeHtml } from '../../../server/mail/letter.ts';
import { smtpCarrier } from '../../../server/mail/smtp.ts';
import { keepSettings } from '../../../server/notifications/settingsStore.ts';
import { addToken } from '../../../server/notifications/tokenStore.ts';
import type { ThreadsAnswer } from '../../../shared/comments/api.ts';
import { until } from '../../until.ts';
import { setAddress } from '../../world.ts';
import { passageOf } from '../comments/desk.ts';
import { DAY, FACILITATOR, startTable, type Table } from '../decisions/table.ts';
import { type SmtpSink, startSmtp } from '../mail/smtpSink.ts';
import { FIRST, living } from '../takePart/living.ts';
import { link, open, type Page, send } from '../takePart/visitor.ts';

const [PRIYA, RON] = ['Priya Nandra', 'Ron Tasker'] as const;
export const FROM = 'plans@northvale.example';
export const RONS = 'ron@volunteers.example';
const MINUTE = 60_000;

/** A table at which the same is done again and again, each time with other words in every place that takes words. */
export interface Stage {
  readonly table: Table;
  readonly smtp: SmtpSink;
  /** Does everything with these words, and gives every page that then shows them, and what the thread answers say. */
  play(words: string): Promise<{ pages: ReadonlyMap<string, string>; said: Said }>;
  stop(): Promise<void>;
}

interface Said {
  readonly onPages: readonly (string | null)[];
  readonly byMail: readonly (string | null)[];
  readonly ended: readonly string[];
  readonly suggested: readonly string[];
  readonly names: readonly string[];
  readonly contentType: string | null;
}

const DOMAIN = 'reply.northvale.example';
const SECRET = 'a secret of twenty-four letters';

export async function startStage(): Promise<Stage> {
  const smtp = await startSmtp();
  const inbound = { domain: DOMAIN, secret: SECRET, listen: undefined };
  const carrier = smtpCarrier({ url: smtp.url, from: `Trialogue <${FROM}>` });
  const table = await startTable({ inbound }, carrier);
  const { orm } = table.db;
  setAddress(table.db, table.person(RON), RONS);
  const all = { needsMe: 'at_once', rest: 'at_once', quiet: null } as const;
  keepSettings(orm, table.person(RON), all, table.clock.now);
  const decisionId = await table.opened();
  let played = 0;
  return {
    table,
    smtp,
    play: (words) => play(table, { words, decisionId, number: ++played }),
    async stop() {
      await table.stop();
      await smtp.stop();
    },
  };
}

interface Scene {
  readonly words: string;
  readonly number: number;
  readonly decisionId: string;
}

async function play(table: Table, { words, number, decisionId }: Scene) {
  table.clock.now += 2 * MINUTE;
  const { id, doc } = await living(table, `plan-${number}`);
  call(table, id, decisionId, words);
  const asked = await ask(table, id, words);
  const pages = new Map<string, string>();
  const shown = (name: string, { html }: Page) => void pages.set(name, html);

  const { token } = link(table, { kind: 'document', id });
  const page = await open(table, `/p/${token}`);
  shown('the document by link', page);
  shown('a paragraph by link', await open(table, `/p/${token}/say?paragraph=1`));
  const typed = { ...page.form('comment'), words, supporter: words.slice(0, 100) };
  shown('a comment that came back', await send(table, `/p/${token}/comment`, { ...typed, shown: words }));
  const done = await send(table, `/p/${token}/comment`, typed);
  expect([words, done.status]).toEqual([words, 200]);
  shown('a comment that is there', done);

  const answer = link(table, { kind: 'decision', id: decisionId });
  const question = await open(table, `/p/${answer.token}`);
  shown('the decision by link', question);
  const block = { ...question.form('answer'), choice: 'block', reason: words, harm: '', change: words };
  const back = await send(table, `/p/${answer.token}/answer`, { ...block, supporter: words.slice(0, 100) });
  expect([words, back.status]).toEqual([words, 422]);
  shown('an answer that came back', back);
  const aside = {
    ...back.form('answer'),
    choice: 'stand_aside',
    reason: words,
    supporter: words.slice(0, 100),
  };
  shown('an answer that is recorded', await send(table, `/p/${answer.token}/answer`, aside));
  shown('a code that is none', await send(table, '/p', { code: words }));

  const path = `/api/documents/${id}/threads`;
  const start = async (more: object) => {
    const sent = await table.as(PRIYA, 'POST', path, { words, requestId: `request-${pages.size}`, ...more });
    expect([words, sent.status]).toEqual([words, 201]);
    return sent.json.threadId as string;
  };
  const suggested = await start({ ...passageOf(doc, FIRST), suggestion: words });
  const begun = await start({ requestId: 'request-begun' });
  await end(table, suggested, { how: 'decline', reason: words });
  const [{ id: ronsThread }] = (await table.as(PRIYA, 'GET', path)).json.threads;
  const reply = { words, requestId: 'request-reply' };
  expect((await table.as(PRIYA, 'POST', `/api/threads/${ronsThread}/comments`, reply)).status).toBe(201);
  await outcome(table, asked, words);
  await answerByMail(table, ronsThread, words);
  await end(table, begun, { how: 'resolve', reason: words });
  await everyMail(table);

  for (const address of [
    ...[`/read/${id}`, `/documents/${id}/paper?pack=full`, `/documents/${id}/paper?pack=one-page`],
    ...[
      `/documents/${id}/paper?pack=full&for=${table.person(RON)}`,
      `/decisions/${decisionId}/paper?pack=full&for=northvale-g1`,
    ],
  ]) {
    const { status, json } = await table.as(FACILITATOR, 'GET', address);
    expect([address, status]).toEqual([address, 200]);
    pages.set(address.replace(id, 'plan').replace(decisionId, 'decision'), json);
  }
  return { pages, said: await saidIn(table, path) };
}

function run({ db }: Table, sql: string, ...values: string[]): void {
  db.raw.prepare(sql).run(...values);
}

/** What things and people are called. */
function call(table: Table, documentId: string, decisionId: string, words: string): void {
  run(table, 'update document set title = ? where id = ?', words, documentId);
  run(table, 'update decision set question = ? where id = ?', words, decisionId);
  run(table, "update seat set name = ? where id = 'northvale-g1'", words);
  run(table, 'update partnership set place = ?', words);
  for (const name of [RON, PRIYA])
    run(table, 'update member set name = ? where id = ?', words, table.person(name));
}

async function ask(table: Table, documentId: string, words: string): Promise<string> {
  const about = { difference: words, background: words, timeEnough: words, minutes: 5, stillOpen: true };
  const whom = {
    requestId: `asking-${documentId}`,
    rung: 'consult',
    seatIds: ['northvale-g1'],
    memberIds: [],
  };
  const asking = { ...whom, ...about, closesAt: table.clock.now + DAY };
  const sent = await table.as(FACILITATOR, 'POST', `/api/documents/${documentId}/askings`, asking);
  expect([words, sent.status]).toEqual([words, 201]);
  await everyMail(table);
  return sent.json.askings[0].id;
}

async function outcome(table: Table, askingId: string, words: string): Promise<void> {
  const now = table.clock.now;
  run(table, 'update asking set closes_at = 1 where id = ?', askingId);
  const points = [{ said: words, did: 'partly', what: words, why: words }];
  const sent = await table.as(FACILITATOR, 'POST', `/api/askings/${askingId}/outcome`, {
    summary: words,
    points,
  });
  expect([words, sent.status]).toEqual([words, 200]);
  expect(table.clock.now).toBe(now);
}

async function end(table: Table, threadId: string, ending: object): Promise<void> {
  const sent = await table.as(PRIYA, 'POST', `/api/threads/${threadId}/ending`, ending);
  expect(sent.status).toBe(200);
}

/** Until every mail that there is now to send has been sent; a burst waits for two minutes. */
async function everyMail({ clock, context, db }: Table): Promise<void> {
  clock.now += 3 * MINUTE;
  // However many there are in a day.
  db.raw.prepare('update mail set created_at = 1 where sent_at is not null').run();
  context.mail.wake();
  const left = db.raw.prepare(
    'select (select count(*) from notice where settled_at is null) + (select count(*) from mail where due_at is not null)',
  );
  await until('every mail to be sent', () => left.pluck().get() === 0);
}

/** What Ron answers: a mail in HTML alone, inside a part inside a part, with the words as a program writes them. */
async function answerByMail(table: Table, threadId: string, words: string): Promise<void> {
  const { orm } = table.db;
  const to = `reply+${addToken(orm, 'reply', table.person(RON), threadId, table.clock.now)}@${DOMAIN}`;
  const subject = Buffer.from(words).toString('base64');
  const body = [
    ...[
      `From: ${RONS}`,
      `To: ${to}`,
      `Subject: =?utf-8?b?${subject}?=`,
      `Message-ID: <${threadId}@x.example>`,
    ],
    ...[
      'Content-Type: multipart/mixed; boundary=a',
      '',
      '--a',
      'Content-Type: multipart/related; boundary=b',
    ],
    ...[
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      '',
      `<p>${escapeHtml(words)}</p>`,
      '--b--',
      '--a--',
    ],
  ].join('\r\n');
  const headers = { authorization: `Bearer ${SECRET}`, 'content-type': 'message/rfc822' };
  const sent = await table.call('POST', '/inbound/mail', { body, headers });
  expect([words, sent.json]).toEqual([words, { received: 'added' }]);
}

async function saidIn(table: Table, path: string): Promise<Said> {
  const { json, headers } = await table.as(FACILITATOR, 'GET', path);
  const { threads } = json as ThreadsAnswer;
  const comments = threads.flatMap((thread) => thread.comments);
  return {
    onPages: comments.filter(({ via }) => via !== 'mail').map(({ words }) => words),
    byMail: comments.filter(({ via }) => via === 'mail').map(({ words }) => words),
    ended: threads.flatMap(({ endedReason }) => endedReason ?? []),
    suggested: threads.flatMap(({ suggestion }) => suggestion?.words ?? []),
    names: [...new Set(comments.map(({ author }) => author.name))],
    contentType: headers.get('content-type'),
  };
}
