import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { member, seatHolding } from '../../../db/schema/partnerships.ts';
import { account } from '../../../db/schema/people.ts';
import { DAY, FACILITATOR, startTable, type Table } from '../decisions/table.ts';
import { link, open, send } from './visitor.ts';

/** A name that stands nowhere else, and each of its parts. */
const NAME = 'Zebedee Quillfeather';
const PARTS = /zebedee|quillfeather/i;
const ADDRESS = 'u2@northvale.example';
const MEMBER = 'member-in-need';
const SEAT = 'northvale-u2';

let table: Table;
beforeAll(async () => {
  table = await startTable();
  const { orm } = table.db;
  orm.insert(account).values({ id: 'account-in-need', name: NAME, email: ADDRESS, createdAt: 1 }).run();
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

it('[PRIV11] who goes by a chosen name comments, answers, is mailed and stands in the record under it, and nothing holds the name', async () => {
  const cookie = await table.cookieOf('account-in-need');
  expect(PARTS.test(everyFile())).toBe(true);
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
