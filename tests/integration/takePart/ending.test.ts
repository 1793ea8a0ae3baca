import { afterAll, beforeAll, expect, it } from 'vitest';
import { DAY, FACILITATOR, startTable, type Table } from '../decisions/table.ts';
import { link, open, send } from './visitor.ts';

let table: Table;
beforeAll(async () => {
  table = await startTable();
});
afterAll(() => table.stop());

const run = (sql: string, ...values: unknown[]) => table.db.raw.prepare(sql).run(...values);

/** A link to a fresh decision, with the form that its page has, filled in. */
async function ready() {
  const id = await table.opened();
  const made = link(table, { kind: 'decision', id });
  const page = await open(table, `/p/${made.token}`);
  return {
    ...made,
    id,
    fields: { ...page.form('answer'), choice: 'stand_aside', reason: 'No driver on Fridays' },
  };
}

/** Whatever is asked of the link now is refused as a page, which has what was typed. */
async function isOver(token: string, fields: Record<string, string>, why: string): Promise<void> {
  for (const path of ['', '/say?paragraph=0'])
    expect((await open(table, `/p/${token}${path}`)).status).toBe(403);
  for (const form of ['answer', 'comment']) {
    const refused = await send(table, `/p/${token}/${form}`, fields);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain(why);
    expect(refused.text).toContain('No driver on Fridays');
    expect(refused.text).not.toContain('Shall we start the shared trips?');
  }
  const taken = table.db.raw
    .prepare("select count(*) from ledger_entry where kind = 'position_taken'")
    .pluck();
  expect(taken.get()).toBe(0);
}

it('[BYLINK11] a link ends at its time', async () => {
  const { token, fields } = await ready();
  table.clock.now += 30 * DAY;
  await isOver(token, fields, 'This link has come to its end');
  table.clock.now -= 30 * DAY;
});

it('[BYLINK11] a link that was taken back does nothing from that moment, whatever page is still open', async () => {
  const { id, token, fields } = await ready();
  run('update personal_link set revoked_at = ? where decision_id = ?', table.clock.now, id);
  await isOver(token, fields, 'This link has been taken back');
});

it.each([
  [
    'whose person has left',
    'update member set left_at = 1 where id = ?',
    'update member set left_at = null where id = ?',
  ],
  [
    'whose person’s account was closed',
    'update account set disabled_at = 1 where id = (select account_id from member where id = ?)',
    'update account set disabled_at = null where id = (select account_id from member where id = ?)',
  ],
  [
    'whose person is no longer in the seat',
    "update seat_holding set seat_id = 'northvale-g2' where member_id = ?",
    "update seat_holding set seat_id = 'northvale-g1' where member_id = ?",
  ],
  [
    'whose seat was taken from the table',
    "update seat set retired_at = 1 where id = 'northvale-g1' and ? is not null",
    "update seat set retired_at = null where id = 'northvale-g1' and ? is not null",
  ],
])('[BYLINK11] a link %s works no longer', async (_, end, restore) => {
  const { token, fields } = await ready();
  const ron = table.person('Ron Tasker');
  run(end, ron);
  await isOver(token, fields, 'This link no longer works');
  run(restore, ron);
});

it('[BYLINK12] a link is for one thing and one seat alone: nothing else comes by it, by whatever address or field', async () => {
  const one = await ready();
  const other = await table.opened();
  const commentOnly = link(
    table,
    { kind: 'decision', id: one.id },
    { allows: { comment: true, answer: false } },
  );
  const page = await open(table, `/p/${commentOnly.token}`);
  expect(page.html).not.toContain('/answer"');
  const mayNot = await send(table, `/p/${commentOnly.token}/answer`, one.fields);
  expect(mayNot.status).toBe(403);
  const forged = {
    ...one.fields,
    seat: 'northvale-c1',
    decisionId: other,
    decision: other,
    memberId: 'northvale',
  };
  expect((await send(table, `/p/${one.token}/answer`, forged)).status).toBe(200);
  const positions = async (id: string) => (await table.page(FACILITATOR, id)).rounds[0]?.positions;
  expect(await positions(one.id)).toMatchObject([{ given: { seat: 'northvale-g1' } }]);
  expect(await positions(other)).toEqual([]);
  // It is no way of signing in.
  for (const path of ['/api/me', `/api/decisions/${one.id}`, '/api/partnerships/northvale']) {
    const withIt = await table.call('GET', path, { headers: { authorization: `Bearer ${one.token}` } });
    const nobody = await table.call('GET', path);
    expect([withIt.status, withIt.json]).toEqual([nobody.status, nobody.json]);
  }
  expect((await open(table, `/p/${one.token}/../${other}`)).status).toBe(404);
});

it('[BYLINK12] a decision that few may see is shown by a link only to who may see it by that seat', async () => {
  const id = await table.opened();
  run("update decision set sensitivity = 'restricted' where id = ?", id);
  const observer = table.person('Sam Iqbal');
  const { token } = link(table, { kind: 'decision', id }, { memberId: observer, seatId: null });
  const refused = await open(table, `/p/${token}`);
  expect(refused.status).toBe(403);
  expect(refused.text).not.toContain('shared trips');
});

it('[BYLINK12] whoever has two seats sees and does by a link what its seat may, and nothing that only the other may', async () => {
  const id = await table.opened();
  run("update decision set sensitivity = 'restricted' where id = ?", id);
  const ron = table.person('Ron Tasker');
  run(
    "insert into seat (id, partnership_id, code, name, side, position) values ('late', 'northvale', 'G9', 'Late group', 'community_provider', 99)",
  );
  run("insert into seat_holding (seat_id, member_id, kind) values ('late', ?, 'substitute')", ron);
  const by = async (seatId: string) =>
    (await open(table, `/p/${link(table, { kind: 'decision', id }, { seatId }).token}`)).status;
  expect([await by('northvale-g1'), await by('late')]).toEqual([200, 403]);
  run("delete from personal_link where seat_id = 'late'");
  run("delete from seat_holding where seat_id = 'late'");
  run("delete from seat where id = 'late'");
});

it('[BYLINK13] neither a token nor a code is ever logged, and no address goes on to anyone', async () => {
  const { token, shortCode, fields } = await ready();
  const code = shortCode.replace('-', '');
  for (const path of [`/p/${token}`, `/p/${token}/no/such`, `/p/${token}x`, `/p/${token}/say`]) {
    const { headers } = await open(table, path);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
  }
  await send(table, `/p/${token}/answer`, fields);
  await send(table, '/p', { code: shortCode });
  await send(table, '/p', { code: 'AAAAA-AAAAA' });
  const logged = table.logged.join('\n');
  expect(logged).toContain('/p/:linkToken/answer');
  for (const secret of [token, shortCode, code, 'AAAAA']) expect(logged).not.toContain(secret);
});

it('[BYLINK14] codes can’t be guessed: after ten tries from one place nobody there tries another for a while', async () => {
  const from = await startTable();
  const tries: number[] = [];
  for (let tried = 0; tried < 12; tried++)
    tries.push((await send(from, '/p', { code: `AAAAA-AAAA${SIGNS[tried]}` })).status);
  expect(tries).toEqual([...Array(10).fill(422), 429, 429]);
  const last = await send(from, '/p', { code: 'AAAAA-AAAAA' });
  expect(last.text).toContain('Too many codes were tried. Please wait 15 minutes');
  expect(last.html).toContain('value="AAAAA-AAAAA"');
  await from.stop();
});

const SIGNS = '346789ACDEFHJKMNPQRTWXY';

it('[BYLINK15] hostile words stay words, in the pages and in everything that is said back', async () => {
  const hostile = `</textarea></style><script>alert(1)</script><img src=x onerror="alert(2)">' onload='x {{seat}} <!--`;
  run("update seat set name = ? where id = 'northvale-g1'", hostile);
  run('update member set name = ? where id = ?', hostile, table.person('Ron Tasker'));
  const id = await table.opened({}, { easyRead: hostile });
  run('update decision set question = ? where id = ?', hostile, id);
  const { token } = link(table, { kind: 'decision', id });
  const page = await open(table, `/p/${token}`);
  const typed = {
    choice: 'block',
    reason: hostile,
    harm: '',
    change: hostile,
    supporter: hostile.slice(0, 100),
  };
  const refused = await send(table, `/p/${token}/answer`, { ...page.form('answer'), ...typed });
  const done = await send(table, `/p/${token}/answer`, {
    ...refused.form('answer'),
    ...typed,
    harm: hostile,
  });
  const comment = { ...page.form('comment'), words: hostile, supporter: hostile.slice(0, 100) };
  const said = await send(table, `/p/${token}/comment`, comment);
  const lost = await send(table, `/p/${'x'.repeat(43)}/comment`, comment);
  const coded = await send(table, '/p', { code: hostile });
  expect([refused, done, said, lost, coded].map(({ status }) => status)).toEqual([422, 200, 200, 404, 422]);
  for (const { html } of [page, refused, done, said, lost, coded]) {
    expect(html).not.toMatch(/<script|<img|<!--/i);
    const tags = html.replace(/="[^"]*"/g, '').match(/<[^>]*>/g) ?? [];
    expect(tags.filter((tag) => /[="']|\son\w/.test(tag.replace('<!doctype html>', '')))).toEqual([]);
    expect(html.match(/<\/textarea>/g)?.length ?? 0).toBe(html.match(/<textarea/g)?.length ?? 0);
  }
  for (const { text } of [page, refused, done, said, lost])
    expect(text).toContain('<script>alert(1)</script>');
});

it('[BYLINK11] what the link was for is over: it can be read, and nothing can be sent any more', async () => {
  const { id, token } = await ready();
  const comments = () => table.db.raw.prepare('select count(*) from comment').pluck().get();
  const before = comments();
  const page = await open(table, `/p/${token}`);
  const words = { ...page.form('comment'), words: 'No driver on Fridays' };
  await table.act(FACILITATOR, id, { kind: 'withdraw', reason: 'We asked too soon' });
  const after = await open(table, `/p/${token}`);
  expect(after.status).toBe(200);
  expect(after.html).not.toContain('<form');
  const refused = await send(table, `/p/${token}/comment`, words);
  expect(refused.status).toBe(403);
  expect(refused.text).toContain('No driver on Fridays');
  expect(comments()).toBe(before);
});
