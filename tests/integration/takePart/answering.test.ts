import { afterAll, beforeAll, expect, it } from 'vitest';
import { FACILITATOR, startTable, type Table, taking } from '../decisions/table.ts';
import { everything, link, open, send } from './visitor.ts';

let table: Table;
beforeAll(async () => {
  table = await startTable();
});
afterAll(() => table.stop());

const about = (id: string) => ({ kind: 'decision' as const, id });
const positions = async (id: string) =>
  (await table.page(FACILITATOR, id)).rounds.at(-1)?.positions.map((each) => 'given' in each && each.given);

it('[BYLINK3] opening a link, its pages and its code changes nothing, in no table, however often', async () => {
  const id = await table.opened();
  const { token, shortCode } = link(table, about(id));
  const before = everything(table);
  for (const path of ['', '?size=large', '/say?paragraph=0&shown=x', '/answer', '/comment', '?part=2'])
    for (const method of ['GET', 'HEAD'])
      expect((await fetch(`${table.url}/p/${token}${path}`, { method })).status).toBe(200);
  expect((await send(table, '/p', { code: shortCode })).headers.get('location')).toBe(`/p/${token}`);
  expect(everything(table)).toBe(before);
});

it('[BYLINK4] the page says the question, its words, what is asked until when, and for whom one acts', async () => {
  const id = await table.opened({}, { easyRead: 'One bus for all, twice a week.' });
  const { token } = link(table, about(id));
  const { status, text, html, headers } = await open(table, `/p/${token}`);
  expect(status).toBe(200);
  for (const said of [
    'You are answering for Skelby Good Neighbours, as Ron Tasker.',
    'Shall we start the shared trips?',
    'One bus for all, twice a week.',
    'Shared trips run on Tuesdays and Fridays.',
    'You have until Tuesday 8 April 2025 at 10:00',
    'We won’t support it, and won’t stop it.',
  ])
    expect(text).toContain(said);
  expect(html).not.toMatch(/<script|\son\w+=|\sstyle=/);
  expect(html.match(/(?:src|href)="(?!#|\/p\/|data:,)[^"]*"/g)).toBeNull();
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('set-cookie')).toBeNull();
});

it('[BYLINK5] standing aside with a reason and who helped is recorded by the same rules, with its receipt', async () => {
  const id = await table.opened();
  const { token } = link(table, about(id));
  const page = await open(table, `/p/${token}`);
  const done = await send(table, `/p/${token}/answer`, {
    ...page.form('answer'),
    ...{ choice: 'stand_aside', reason: 'We have no driver\r\non Fridays', supporter: 'Ann, my neighbour' },
  });
  expect(done.status).toBe(200);
  expect(done.text).toContain('Your answer is recorded');
  expect(done.text).toContain('You can change your answer until Tuesday 8 April 2025');
  const [given] = (await positions(id)) ?? [];
  expect(given).toMatchObject({
    seat: 'northvale-g1',
    channel: 'link',
    supporter: 'Ann, my neighbour',
    position: { choice: 'stand_aside', reason: 'We have no driver\non Fridays' },
  });
  const hash = table.db.raw
    .prepare("select hash from ledger_entry where subject = ? and kind = 'position_taken'")
    .pluck()
    .get(id) as string;
  expect(done.text.replaceAll(' ', '')).toContain(hash);
  // The form now begins with what was said, and can change it.
  const again = await open(table, `/p/${token}`);
  expect(again.form('answer')).toMatchObject({ choice: 'stand_aside', supporter: 'Ann, my neighbour' });
});

it('[BYLINK6] a form that is sent twice is done once, and both are answered the same', async () => {
  const id = await table.opened();
  const { token } = link(table, about(id));
  const fields = { ...(await open(table, `/p/${token}`)).form('answer'), choice: 'agree' };
  const [one, two] = await Promise.all([1, 2].map(() => send(table, `/p/${token}/answer`, fields)));
  expect([one?.status, two?.status]).toEqual([200, 200]);
  expect(two?.text).toBe(one?.text);
  const lines = table.db.raw
    .prepare("select count(*) from ledger_entry where subject = ? and kind = 'position_taken'")
    .pluck();
  expect(lines.get(id)).toBe(1);
});

it('[BYLINK7] a block needs a value or a harm, as in the app; whatever was typed is there again', async () => {
  const id = await table.opened();
  const { token } = link(table, about(id));
  const typed = {
    choice: 'block',
    reason: 'It leaves out “Mill Lane” & <others>',
    harm: '',
    change: 'Add a stop',
  };
  const form = (await open(table, `/p/${token}`)).form('answer');
  const refused = await send(table, `/p/${token}/answer`, { ...form, ...typed });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('Name the shared value it rests on, or the harm you foresee.');
  expect(refused.form('answer')).toMatchObject(typed);
  const long = { ...typed, harm: 'x'.repeat(4_100) };
  const tooLong = await send(table, `/p/${token}/answer`, { ...refused.form('answer'), ...long });
  expect(tooLong.text).toContain('This is too long by 100 letters.');
  expect(tooLong.form('answer')).toMatchObject(long);
  expect(await positions(id)).toEqual([]);
  const right = await send(table, `/p/${token}/answer`, { ...tooLong.form('answer'), harm: 'People fall' });
  expect(right.status).toBe(200);
  expect(await positions(id)).toMatchObject([{ position: { choice: 'block', harm: 'People fall' } }]);
});

it('[BYLINK7] words amended meanwhile, and a round closed meanwhile, take nothing and lose nothing typed', async () => {
  const id = await table.opened();
  const { token } = link(table, about(id));
  const typed = { choice: 'stand_aside', reason: 'Fridays are hard' };
  const fields = { ...(await open(table, `/p/${token}`)).form('answer'), ...typed };
  const words = { role: 'amendment', text: 'Shared trips run on Mondays.' };
  const { json } = await table.as(FACILITATOR, 'PUT', `/api/decisions/${id}/words`, words);
  const amend = {
    kind: 'amend' as const,
    hash: json.hash,
    change: 'Another day',
    ifFrozen: 'move_closing' as const,
  };
  expect((await table.act(FACILITATOR, id, amend)).status).toBe(200);
  const amended = await send(table, `/p/${token}/answer`, fields);
  expect(amended.status).toBe(409);
  expect(amended.text).toContain('The words were changed while you were writing.');
  expect(amended.text).toContain('Shared trips run on Mondays.');
  expect(amended.form('answer')).toMatchObject(typed);
  expect(await positions(id)).toEqual([]);
  const fresh = amended.form('answer');
  await table.act(FACILITATOR, id, { kind: 'withdraw', reason: 'Another way was found' });
  const closed = await send(table, `/p/${token}/answer`, fresh);
  expect(closed.status).toBe(409);
  expect(closed.text).toContain('This closed while you were writing');
  expect(closed.text).toContain('Fridays are hard');
});

it('[BYLINK8] a form that is not from this link’s page is not taken, and what was typed is there again', async () => {
  const id = await table.opened();
  const other = await table.opened();
  const { token } = link(table, about(id));
  const own = (await open(table, `/p/${token}`)).form('answer');
  const foreign = (await open(table, `/p/${link(table, about(other)).token}`)).form('answer');
  const typed = { choice: 'agree', reason: 'Mine' };
  for (const fields of [
    { ...own, proof: '' },
    { ...own, proof: foreign.proof ?? '' },
    { ...own, version: `${own.version}x` },
    { ...own, request: 'x' },
  ]) {
    const refused = await send(table, `/p/${token}/answer`, { ...fields, ...typed });
    expect(refused.status).toBe(403);
    expect(refused.form('answer')).toMatchObject(typed);
  }
  expect(await positions(id)).toEqual([]);
  expect((await send(table, `/p/${token}/answer`, { ...own, ...typed })).status).toBe(200);
});

it('[BYLINK8] another site’s page sends nothing; a page that hides its address, or none, does', async () => {
  const id = await table.opened();
  const { token } = link(table, about(id));
  const fields = { ...(await open(table, `/p/${token}`)).form('answer'), choice: 'agree' };
  for (const from of [
    { origin: 'https://evil.example' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
    { origin: 'null', 'sec-fetch-site': 'same-site' },
    { origin: 'null', 'content-type': 'application/json' },
  ]) {
    const refused = await send(table, `/p/${token}/answer`, { ...fields, reason: 'Kept' }, from);
    expect([403, 415]).toContain(refused.status);
    expect(refused.headers.get('content-type')).toContain('text/html');
  }
  expect(await positions(id)).toEqual([]);
  expect((await send(table, `/p/${token}/answer`, fields, { origin: table.url })).status).toBe(200);
});

it('[BYLINK9] an answer to words that have changed since is said again by one press', async () => {
  const id = await table.opened();
  const { token } = link(table, about(id));
  await table.act('Ron Tasker', id, taking('northvale-g1', { choice: 'abstain' }));
  const words = { role: 'amendment', text: 'Shared trips run on Mondays.' };
  const { json } = await table.as(FACILITATOR, 'PUT', `/api/decisions/${id}/words`, words);
  const amend = {
    kind: 'amend' as const,
    hash: json.hash,
    change: 'Another day',
    ifFrozen: 'move_closing' as const,
  };
  await table.act(FACILITATOR, id, amend);
  const page = await open(table, `/p/${token}`);
  expect(page.text).toContain('You answered about earlier words.');
  expect(page.text).toContain('What changed, and why: Another day');
  const fields = page.form('answer', 'value="confirm"');
  for (const _ of [1, 2]) expect((await send(table, `/p/${token}/answer`, fields)).status).toBe(200);
  expect((await positions(id))?.at(-1)).toMatchObject({
    channel: 'link',
    version: 2,
    position: { choice: 'abstain' },
  });
});
