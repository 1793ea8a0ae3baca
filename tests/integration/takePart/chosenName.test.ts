import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { member, seatHolding } from '../../../db/schema/partnerships.ts';
import { addAccount } from '../../../server/people/accountStore.ts';
import { DAY, FACILITATOR, startTable, type Table } from '../decisions/table.ts';
import { living } from './living.ts';
import { link, open, send } from './visitor.ts';

/** A name that stands nowhere else, and each of its parts; an address, which leads to it. */
const NAME = 'Zebedee Quillfeather';
const PARTS = /zebedee|quillfeather|featherz\.eight/i;
const ADDRESS = 'featherz.eight@northvale.example';
const MEMBER = 'member-in-need';
const SEAT = 'northvale-u2';
const DOMAIN = 'reply.northvale.example';
const SECRET = 'a secret of twenty-four letters';

let table: Table;
beforeAll(async () => {
  table = await startTable({ inbound: { domain: DOMAIN, secret: SECRET, listen: undefined } });
  const { orm } = table.db;
  addAccount(orm, { id: 'account-in-need', name: NAME, email: ADDRESS, createdAt: 1 });
  orm
    .insert(member)
    .values({ id: MEMBER, partnershipId: 'northvale', accountId: 'account-in-need', name: NAME, joinedAt: 1 })
    .run();
  orm.insert(seatHolding).values({ seatId: SEAT, memberId: MEMBER, kind: 'substitute' }).run();
});
afterAll(() => table.stop());

/** Everything under the data folder, byte for byte: tables, the write-ahead log, mails. */
function everyFile(): string {
  return readdirSync(table.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

it('[PRIV11] who goes by a chosen name comments, answers, is mailed and stands in the record under it, and nothing holds the name or the address', async () => {
  const cookie = await table.cookieOf('account-in-need');
  expect(everyFile()).toMatch(/Quillfeather/);
  expect(everyFile()).not.toContain('featherz');
  const path = '/api/partnerships/northvale/me/pseudonym';
  expect((await table.call('PUT', path, { cookie, body: { name: 'Kestrel' } })).status).toBe(200);

  const id = await table.opened();
  expect((await table.mailTo(ADDRESS)).subject).toBe('Decision 1: your answer is asked for');
  const made = link(table, { kind: 'decision', id }, { memberId: MEMBER, seatId: SEAT });
  const page = await open(table, `/p/${made.token}`);
  expect(page.text).toContain('Kestrel');
  const said = { words: 'Mornings are hard for me.', supporter: 'A friend' };
  const commented = await send(table, `/p/${made.token}/comment`, { ...page.form('comment'), ...said });
  const answer = { choice: 'stand_aside', reason: 'Fridays are hard' };
  const answered = await send(table, `/p/${made.token}/answer`, { ...page.form('answer'), ...answer });
  expect([commented.status, answered.status]).toEqual([200, 200]);

  const { json: threads } = await table.as(FACILITATOR, 'GET', `/api/decisions/${id}/threads`);
  const [thread] = threads.threads;
  expect(thread.comments[0].author).toMatchObject({ name: 'Kestrel', isPseudonym: true });
  const reply = { requestId: 'request-reply', words: `@[Kestrel](member:${MEMBER}) would afternoons do?` };
  const replied = await table.as(FACILITATOR, 'POST', `/api/threads/${thread.id}/comments`, reply);
  expect(replied.status).toBe(201);
  table.clock.now += 2 * DAY;
  table.context.mail.wake();
  const mail = await table.mailTo(ADDRESS);
  expect(mail.subject + mail.text).toMatch(/Kestrel|afternoons|comment/);

  const seen: string[] = [page.html, commented.html, answered.html];
  for (const address of [
    ...[`/api/decisions/${id}`, `/api/decisions/${id}/threads`, `/api/decisions/${id}/record`],
    ...['/api/partnerships/northvale', '/api/partnerships/northvale/journal', '/api/me/notices'],
    ...['/api/partnerships/northvale/ledger', '/api/partnerships/northvale/links'],
    ...[`/api/decisions/${id}/askings`, '/api/partnerships/northvale/askings'],
    ...['/api/partnerships/northvale/mail-troubles', '/api/partnerships/northvale/invitations'],
    ...[`/decisions/${id}/paper?pack=full&for=${MEMBER}`, `/decisions/${id}/paper?pack=one-page`],
  ]) {
    const { status, json, headers } = await table.as(FACILITATOR, 'GET', address);
    expect([address, status]).toEqual([address, 200]);
    seen.push(JSON.stringify(json), JSON.stringify([...headers]));
  }
  expect(seen.join('\n')).toContain('Kestrel');
  expect(seen.join('\n')).not.toMatch(PARTS);
  expect(PARTS.test(everyFile())).toBe(false);
  expect(table.logged.join('\n')).not.toMatch(PARTS);
});

/** A mail as her mail program writes it, with her own name wherever such programs put it. */
const fromHer = (to: string, words: string) =>
  [
    `From: "${NAME}" <zebedee@quillfeather.example>`,
    `Sender: ${NAME} <zebedee@quillfeather.example>`,
    ...[`To: ${to}`, `Subject: Re: from ${NAME}`, 'Message-ID: <zebedee-1@quillfeather.example>'],
    ...['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=outer', ''],
    ...['--outer', 'Content-Type: multipart/alternative; boundary=inner', ''],
    ...['--inner', 'Content-Type: text/plain; charset=utf-8', '', words, ''],
    ...[`On Tuesday ${NAME} wrote:`, `> ${NAME} was asked`, '', '--inner--'],
    ...['--outer', `Content-Type: text/plain; name="${NAME}.txt"`, '', NAME, '--outer--', ''],
  ].join('\r\n');

/** The oldest mail to her that says this, past others. */
async function mailSaying(words: string) {
  for (;;) {
    const mail = await table.mailTo(ADDRESS);
    if (mail.text.includes(words)) return mail;
  }
}

it('[PRIV12] asked by mail under a chosen name, one comments by its link, is told what came of it and answers by mail, and no surface holds the name', async () => {
  const sentence = 'It stops at Mill Lane.';
  // Who is signed in nowhere is led in by a link.
  table.db.raw.prepare('delete from sign_in where account_id = ?').run('account-in-need');
  const { id } = await living(table, 'the-plan');
  const about = {
    difference: 'Where it stops is open.',
    minutes: 5,
    background: 'One bus.',
    stillOpen: true,
  };
  const whom = { requestId: 'the-asking', rung: 'consult', seatIds: [SEAT], memberIds: [] };
  const closesAt = table.clock.now + 8 * DAY;
  const asking = await table.as(FACILITATOR, 'POST', `/api/documents/${id}/askings`, {
    ...whom,
    ...about,
    closesAt,
  });
  const asked = await mailSaying('/p/');
  const [address = ''] = /\/p\/\S+/.exec(asked.text) ?? [];
  const page = await open(table, `${address}/say?paragraph=1`);
  const said = { ...page.form('comment'), which: '1', words: 'Mill Lane floods.' };
  const commented = await send(table, `${address}/comment`, said);
  expect(commented.text).toContain(`About the words “${sentence}”`);

  const [thread] = (await table.as(FACILITATOR, 'GET', `/api/documents/${id}/threads`)).json.threads;
  expect(thread).toMatchObject({ quote: sentence, comments: [{ author: { name: 'Kestrel' }, via: 'link' }] });
  table.clock.now = closesAt + 1;
  const reply = { requestId: 'request-floods', words: 'Since when, Kestrel?' };
  await table.as(FACILITATOR, 'POST', `/api/threads/${thread.id}/comments`, reply);
  const outcome = {
    summary: 'The stop moves.',
    points: [{ said: 'It floods.', did: 'done', what: 'Moved.', why: '' }],
  };
  const ended = await table.as(
    FACILITATOR,
    'POST',
    `/api/askings/${asking.json.askings[0].id}/outcome`,
    outcome,
  );
  expect(ended.status).toBe(200);
  table.clock.now += DAY;
  table.context.mail.wake();
  const told = await mailSaying('The stop moves.');
  const [to = ''] = /reply\+\S+/.exec(told.text) ?? [];
  const headers = { authorization: `Bearer ${SECRET}`, 'content-type': 'message/rfc822' };
  const body = fromHer(to, 'Since the spring.');
  expect((await table.call('POST', '/inbound/mail', { body, headers })).json).toEqual({ received: 'added' });
  const after = (await table.as(FACILITATOR, 'GET', `/api/documents/${id}/threads`)).json.threads[0];
  expect(after.comments.at(-1)).toMatchObject({
    ...{ words: 'Since the spring.', via: 'mail' },
    author: { name: 'Kestrel', isPseudonym: true },
  });

  const seen = [page.html, commented.html, asked.text, told.text, JSON.stringify(await visible(id))];
  expect(seen.join('\n')).toContain('Kestrel');
  expect(seen.join('\n')).not.toMatch(PARTS);
  expect(PARTS.test(everyFile())).toBe(false);
  expect(table.logged.join('\n')).not.toMatch(PARTS);
});

/** Everything about a document and its partnership that those who lead can read, in words and in heads. */
async function visible(documentId: string): Promise<unknown[]> {
  const seen: unknown[] = [];
  const document = `/api/documents/${documentId}`;
  const partnership = '/api/partnerships/northvale';
  for (const address of [
    ...[`${document}/threads`, `${document}/askings`, `${document}/since`, `${document}/access`, document],
    ...[`/read/${documentId}`, `/documents/${documentId}/paper?pack=full&for=${MEMBER}`],
    ...[partnership, `${partnership}/journal`, `${partnership}/askings`, `${partnership}/links`],
    ...[`${partnership}/mail-troubles`, `${partnership}/ledger`, `${partnership}/members/${MEMBER}`],
    ...['/api/me/notices', `${partnership}/decisions`],
  ]) {
    const { status, json, headers } = await table.as(FACILITATOR, 'GET', address);
    expect([address, status]).toEqual([address, 200]);
    seen.push(json, [...headers]);
  }
  return seen;
}
