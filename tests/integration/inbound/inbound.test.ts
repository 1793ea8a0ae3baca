import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listenForMail } from '../../../server/inbound/listener.ts';
import type { ReceiveParts } from '../../../server/inbound/receive.ts';
import { addToken } from '../../../server/notifications/tokenStore.ts';
import { repliesByMail } from '../../../server/replies.ts';
import { setAddress } from '../../world.ts';
import { type HttpWorld, startHttp } from '../http/server.ts';

const DOMAIN = 'reply.council.example';
const SECRET = 'a secret of twenty-four letters';
const DEL = 'del@northvale.example';
const DAY = 24 * 60 * 60_000;

let http: HttpWorld;
let del: string;
let threadId: string;
let port: number;
let clock: number;
const stops: (() => Promise<void>)[] = [];

beforeEach(async () => {
  clock = Date.parse('2026-07-15T09:00:00Z');
  http = await startHttp({
    now: () => clock,
    config: { inbound: { domain: DOMAIN, listen: { host: '127.0.0.1', port: 0 }, secret: SECRET } },
  });
  del = http.person('Del Fenn');
  setAddress(http.db, del, DEL);
  await http.addDocument('plan');
  const { json } = await as('Ron Tasker', 'POST', '/api/documents/plan/threads', {
    words: 'Do Tuesdays suit you?',
    requestId: 'request-1',
  });
  threadId = json.id ?? json.threadId;
  const listening = await listenForMail(repliesByMail(http.context) as ReceiveParts, {
    host: '127.0.0.1',
    port: 0,
  });
  port = listening.port;
  stops.push(() => listening.close());
});
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await http.stop();
});

async function as(name: string, method: string, path: string, body?: unknown) {
  return http.call(method, path, { cookie: await http.cookieOf(http.person(name)), body });
}

const address = (purpose: 'reply' | 'bounce' = 'reply', about = threadId) =>
  `${purpose}+${addToken(http.db.orm, purpose, del, about, clock)}@${DOMAIN}`;

interface Sent {
  readonly to: string;
  readonly id?: string;
  readonly head?: readonly string[];
  readonly words?: string;
  readonly envelopeFrom?: string;
}

function raw({ to, id = 'm1@home.example', head = [], words = 'Tuesdays suit us.' }: Sent): string {
  return [
    'From: Delilah Real-Name <delilah@home.example>',
    `To: ${to}`,
    'Subject: Re: an answer',
    `Message-ID: <${id}>`,
    ...(head.some((line) => /^content-type/i.test(line)) ? [] : ['Content-Type: text/plain; charset=utf-8']),
    ...head,
    '',
    words,
    '',
    '> --- Please write above this line ---',
    '> Do Tuesdays suit you?',
    '',
  ].join('\r\n');
}

/** Sends over SMTP, and gives the code of the answer. */
async function send(sent: Sent): Promise<number> {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  try {
    await transport.sendMail({
      envelope: { from: sent.envelopeFrom ?? 'delilah@home.example', to: sent.to },
      raw: raw(sent),
    });
    return 250;
  } catch (error) {
    return (error as { responseCode: number }).responseCode;
  } finally {
    transport.close();
  }
}

function post(sent: Sent, headers: Record<string, string> = { authorization: `Bearer ${SECRET}` }) {
  return http.call('POST', '/inbound/mail', {
    body: raw(sent),
    headers: { ...headers, 'content-type': 'message/rfc822' },
  });
}

const said = async () => {
  const { json } = await as('Ron Tasker', 'GET', '/api/documents/plan/threads');
  return json.threads[0].comments as { words: string; via: string; author: { name: string } }[];
};
const refusals = () =>
  http.db.raw.prepare("select * from mail where event_key like 'reply_refused:%'").all() as Record<
    string,
    unknown
  >[];

it('[TOLD8] an answer by mail stands in its thread under the name that the partnership knows, once', async () => {
  const to = address();
  expect(await send({ to })).toBe(250);
  expect(await send({ to })).toBe(250);
  expect((await post({ to })).json).toEqual({ received: 'seen_before' });
  const comments = await said();
  expect(comments.slice(1)).toMatchObject([
    { words: 'Tuesdays suit us.', via: 'mail', author: { name: 'Del Fenn' } },
  ]);
  const everything = JSON.stringify([comments, http.logged]);
  for (const hidden of ['Real-Name', 'home.example', to.slice(6, 38)])
    expect(everything).not.toContain(hidden);
  expect(http.logged.join()).not.toContain('Tuesdays');
});

it('[TOLD8] an HTML mail becomes its words, and nothing in it runs or shows as more', async () => {
  const words =
    '<p>Tuesdays &amp; <b>Fridays</b>&lt;script&gt;</p><blockquote>Do Tuesdays suit you?</blockquote>';
  expect(await send({ to: address(), words, head: ['Content-Type: text/html; charset=utf-8'] })).toBe(250);
  expect((await said())[1]?.words).toBe('Tuesdays & Fridays<script>');
});

it('[TOLD8] what programs send is not answered and not added: auto-replies, lists, bounces', async () => {
  const automatic: readonly (readonly string[])[] = [
    ['Auto-Submitted: auto-replied'],
    ['Auto-Submitted: auto-generated'],
    ['Precedence: bulk'],
    ['X-Autoreply: yes'],
    ['List-Id: <list.home.example>'],
    ['Return-Path: <>'],
    ['Content-Type: multipart/report; report-type=delivery-status; boundary=b'],
  ];
  for (const [at, head] of automatic.entries())
    expect((await post({ to: address(), id: `auto${at}`, head })).json).toEqual({ received: 'ignored' });
  expect(await said()).toHaveLength(1);
  expect(refusals()).toEqual([]);
});

it('[TOLD8] what can’t be added is answered by one plain mail, to the address that we know', async () => {
  const to = address();
  const ended = await as('Ron Tasker', 'POST', `/api/threads/${threadId}/ending`, {
    how: 'resolve',
    reason: 'Done.',
  });
  expect(ended.status, JSON.stringify(ended.json)).toBe(200);
  for (let times = 0; times < 3; times++) await post({ to });
  const mail = await http.mailTo(DEL);
  expect(mail.subject).toBe('Your answer was not added');
  expect(mail.text).not.toMatch(/Real-Name|home\.example|Tuesdays/);
  expect(refusals()).toHaveLength(1);
  expect(await said()).toHaveLength(1);
});

it('[TOLD8] who has left the partnership adds nothing any more, and hears so', async () => {
  const to = address();
  http.db.raw.prepare('update member set left_at = 1 where id = ?').run(del);
  expect((await post({ to })).json).toEqual({ received: 'refused' });
  expect((await http.mailTo(DEL)).text).toContain('is not there any more, or is no longer open to you');
  expect(await said()).toHaveLength(1);
});

it('[TOLD8] an address is good for its time, its thread and its person; every other is refused at the door', async () => {
  const old = address();
  clock += 90 * DAY;
  expect(await send({ to: old })).toBe(550);
  expect(await send({ to: `reply+${'0'.repeat(32)}@${DOMAIN}`, id: 'm2' })).toBe(550);
  expect(await send({ to: address().replace(DOMAIN, 'elsewhere.example'), id: 'm3' })).toBe(550);
  expect(await send({ to: 'someone@elsewhere.example', id: 'm4' })).toBe(550);
  // One for bounces adds nothing.
  expect((await post({ to: address('bounce').replace('bounce+', 'reply+'), id: 'm5' })).json).toEqual({
    received: 'not_ours',
  });
  expect(await said()).toHaveLength(1);
});

it('[TOLD8] another mail service posts mails only with the secret, and none too large', async () => {
  const to = address();
  expect((await post({ to }, {})).status).toBe(401);
  expect((await post({ to }, { authorization: 'Bearer wrong' })).status).toBe(401);
  expect((await post({ to, words: 'x'.repeat(2_200_000) })).status).toBe(413);
  expect((await post({ to })).json).toEqual({ received: 'added' });
});

it('[TOLD10] a mail that comes back for good holds that address, until a facilitator says to try again', async () => {
  const report = (action: string, status: string) => [
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.home.example',
    '',
    `Final-Recipient: rfc822; ${DEL}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; 550 <${DEL}> no such mailbox`,
    '',
    '--b--',
  ];
  const bounce = () => address('bounce', http.db.sealing.hash(DEL));
  const held = async () =>
    (await as('Marsha Odell', 'GET', '/api/partnerships/northvale/mail-troubles')).json;
  await send({ to: bounce(), id: 'b1', head: report('delayed', '4.4.1'), envelopeFrom: '' });
  expect((await held()).troubles).toEqual([]);
  await send({ to: bounce(), id: 'b2', head: report('failed', '5.1.1'), envelopeFrom: '' });
  const [trouble] = (await held()).troubles;
  expect(trouble).toMatchObject({ memberId: del, name: 'Del Fenn' });
  expect(trouble.problem).toBe('smtp; 550 <(address)> no such mailbox');
  const again = `/api/partnerships/northvale/mail-troubles/${del}/again`;
  expect((await as('Ron Tasker', 'POST', again, {})).status).toBe(403);
  expect((await as('Marsha Odell', 'POST', again, {})).json.troubles).toEqual([]);
  await send({ to: bounce(), id: 'b3', head: report('failed', '5.1.1'), envelopeFrom: '' });
  setAddress(http.db, del, 'new@northvale.example');
  expect((await held()).troubles).toEqual([]);
});
