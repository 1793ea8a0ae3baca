import { afterAll, beforeAll, expect, it } from 'vitest';
import { referenceOf } from '../../../shared/paper/reference.ts';
import { FACILITATOR, startTable, type Table, taking } from '../decisions/table.ts';
import { everything, open } from '../takePart/visitor.ts';

const [PRIYA, RON, RAVI] = ['Priya Nandra', 'Ron Tasker', 'Ravi Sen'] as const;

let table: Table;
let decision: string;
let plan: string;
beforeAll(async () => {
  table = await startTable();
  decision = await table.opened({}, { easyRead: 'A bus will take you there.' });
  plan = await table.addDocument('the-plan');
});
afterAll(() => table.stop());

const sheet = async (name: string, query = '', path = `/decisions/${decision}`) => {
  const { status, json } = await table.as(name, 'GET', `${path}/paper${query}`);
  return { status, page: String(json) };
};

it('[PAPER1] a pack has everything that an answer on paper needs, and nobody’s answer', async () => {
  await table.act(PRIYA, decision, {
    ...taking('northvale-c1', { choice: 'agree', reason: 'Because Zqxreason.' }),
  });
  for (const query of ['', '?pack=full', '?size=large']) {
    const { status, page } = await sheet(RON, query);
    expect(status).toBe(200);
    for (const said of [
      'Shall we start the shared trips?',
      'A bus will take you there.',
      'Shared trips run on Tuesdays and Fridays.',
      'Stand aside.</b> We won’t support it, and won’t stop it.',
      'Outside our powers.',
      'Saying nothing is not a yes.',
      referenceOf({ id: decision, version: 1 }),
      `${table.url}/decisions/${decision}`,
      '<svg',
    ])
      expect(page).toContain(said);
    expect(page).not.toContain('Zqxreason');
    expect(page).not.toContain('<script');
  }
});

it('[PAPER1] what people wrote is words on a sheet, whatever it looks like', async () => {
  const id = await table.as(FACILITATOR, 'POST', '/api/partnerships/northvale/decisions', {
    question: '<img src=x onerror=alert(1)>',
  });
  const { page } = await sheet(RON, '', `/decisions/${id.json.id}`);
  expect(page).not.toContain('<img');
  expect(page).toContain('&lt;img src=x');
});

const links = () =>
  table.db.raw.prepare('select member_id, seat_id, may_answer, made_by from personal_link').all();

/** Sends the form of a pack's page, as a browser does. */
async function make(
  name: string,
  people: readonly string[],
  request: string,
  more: Record<string, string> = {},
) {
  const form = new URLSearchParams(people.map((id) => ['person', table.person(id)]));
  form.set('request', request);
  const answer = await fetch(`${table.url}/decisions/${decision}/paper`, {
    method: 'POST',
    headers: {
      cookie: await table.cookieOf(table.person(name)),
      origin: table.url,
      'sec-fetch-site': 'same-origin',
      ...more,
    },
    body: form,
  });
  return { status: answer.status, page: await answer.text() };
}

it('[PAPER4] a pack with somebody’s name changes nothing, however often it is loaded; only who serves the meeting makes one', async () => {
  const before = everything(table);
  expect((await sheet(PRIYA, `?for=${table.person(RON)}`)).status).toBe(403);
  for (const query of ['', '?pack=full', '&size=large']) {
    const { page } = await sheet(FACILITATOR, `?for=${table.person(RON)}${query.replace('?', '&')}`);
    expect(page).toContain('For Ron Tasker');
    expect(page).toContain('Skelby Good Neighbours');
    expect(page).toContain(`${table.url}/decisions/${decision}`);
    expect(page).not.toContain('/p/');
    expect(page).not.toContain('type this code');
  }
  const seat = await sheet(FACILITATOR, '?for=northvale-g1');
  expect(seat.page).toContain('Skelby Good Neighbours');
  expect((await sheet(FACILITATOR, '?for=nobody')).status).toBe(404);
  expect(everything(table)).toBe(before);
  expect((await sheet(FACILITATOR)).page).toContain('value="');
  for (const name of [PRIYA, RON]) expect((await sheet(name)).page).not.toContain('<form');
});

it('[PAPER6] packs are made for several people at once, each with a way in of their own, once however often it is sent', async () => {
  const request = 'twelve-packs';
  const { page } = await make(FACILITATOR, [RON, PRIYA, 'Del Fenn'], request);
  expect(page.match(/<article class="paper"/g)).toHaveLength(3);
  const addresses = [...new Set(page.match(new RegExp(`${table.url}/p/[\\w-]{43}`, 'g')))];
  expect(addresses).toHaveLength(3);
  expect(new Set(page.match(/[A-Z0-9]{5}-[A-Z0-9]{5}(?!-)/g)).size).toBe(3);
  expect(page).toContain('This address is only for Del Fenn');
  expect(links()).toContainEqual({
    ...{ member_id: table.person(RON), seat_id: 'northvale-g1', may_answer: 1 },
    made_by: table.person(FACILITATOR),
  });
  const [first = ''] = addresses;
  expect((await open(table, new URL(first).pathname)).text).toContain('You are answering for');
  // Loaded again, a browser sends the form again.
  const again = await make(FACILITATOR, [RON, PRIYA, 'Del Fenn'], request);
  expect([again.status, links().length]).toEqual([409, 3]);
  expect(again.page).toContain('have been made already');
  expect(again.page).not.toContain('/p/');
  const listed = (await table.as(FACILITATOR, 'GET', '/api/partnerships/northvale/links')).json.links;
  expect(
    listed.map(({ person, byMail, state }: Record<string, unknown>) => [person, byMail, state]),
  ).toContainEqual(['Del Fenn', false, 'works']);
  const noted = table.db.raw.prepare("select count(*) from journal_entry where kind = 'link_made'").pluck();
  expect(noted.get()).toBe(3);
  const [line] = listed;
  await table.as(FACILITATOR, 'POST', `/api/partnerships/northvale/links/${line.id}/revocation`, {});
  const works = await Promise.all(
    addresses.map(async (each) => (await open(table, new URL(each).pathname)).status),
  );
  expect(works.sort()).toEqual([200, 200, 403]);
});

it('[PAPER6] no pack is made for who may not take part, by who may not make it, or from another site: all of them or none', async () => {
  const before = links().length;
  const guarded = table.db.raw.prepare('update decision set sensitivity = ? where id = ?');
  guarded.run('restricted', decision);
  expect((await make(FACILITATOR, [RON, 'Beth Oyelaran'], 'with-beth')).status).toBe(404);
  guarded.run('members', decision);
  expect((await make(PRIYA, [RON], 'by-priya-1')).status).toBe(403);
  expect((await make(FACILITATOR, [], 'for-nobody')).status).toBe(422);
  expect((await make(FACILITATOR, [RON], 'short')).status).toBe(422);
  for (const origin of ['null', 'https://elsewhere.example'])
    expect((await make(FACILITATOR, [RON], 'elsewhere-1', { origin })).status).toBe(403);
  const cross = await make(FACILITATOR, [RON], 'elsewhere-2', { 'sec-fetch-site': 'same-site' });
  expect(cross.status).toBe(403);
  const typed = await make(FACILITATOR, [RON], 'elsewhere-3', { 'content-type': 'text/plain' });
  expect(typed.status).toBe(415);
  expect(links()).toHaveLength(before);
});

it('[PAPER3] the recorder finds what a sheet is about, and that its words have changed since', async () => {
  const find = (reference: string, name: string = RAVI) =>
    table.as(name, 'GET', `/api/partnerships/northvale/paper/${reference}`);
  const reference = referenceOf({ id: decision, version: 1 });
  expect((await find(reference)).json).toMatchObject({ id: decision, version: 1, isCurrent: true });
  expect((await find(referenceOf({ id: plan, version: null }))).json).toMatchObject({ id: plan });
  const wrong = `${reference.slice(0, -1)}${reference.endsWith('3') ? '4' : '3'}`;
  expect((await find(wrong)).status).toBe(422);
  expect((await find(referenceOf({ id: 'elsewhere', version: null }))).status).toBe(404);
  expect((await find(reference, PRIYA)).status).toBe(403);
  const { json } = await table.as(FACILITATOR, 'PUT', `/api/decisions/${decision}/words`, {
    ...{ role: 'amendment', basedOn: '', text: 'Other words.' },
  });
  await table.act(FACILITATOR, decision, {
    ...{ kind: 'amend', hash: json.hash, change: 'Better.', ifFrozen: 'move_closing' },
  });
  expect((await find(reference)).json).toMatchObject({ version: 1, isCurrent: false });
  const current = referenceOf({ id: decision, version: 2 });
  expect((await find(current)).json).toMatchObject({ version: 2, isCurrent: true });
});

it('[PAPER5] a comment from paper is its writer’s, with who entered it and a witness who is somebody else', async () => {
  const enter = (change: object, name: string = RAVI) =>
    table.as(name, 'POST', `/api/documents/${plan}/paper-comments`, {
      ...{ requestId: 'paper-request', memberId: table.person(RON), seatId: 'northvale-g1' },
      ...{ words: 'The stop is too far.', witness: table.person(PRIYA), ...change },
    });
  const field = async (change: object) => Object.keys((await enter(change)).json.error.fields);
  expect(await field({ witness: table.person(RAVI) })).toEqual(['witness']);
  expect(await field({ witness: 'stranger-there' })).toEqual(['witness']);
  expect(await field({ memberId: 'stranger-there' })).toEqual(['memberId']);
  expect((await enter({}, PRIYA)).status).toBe(403);
  // Beth only reads: neither can the recorder write for her.
  expect((await enter({ memberId: table.person('Beth Oyelaran'), seatId: null })).status).toBe(403);
  expect((await enter({})).status).toBe(201);
  expect((await enter({})).status).toBe(201);
  const kept = table.db.raw.prepare('select member_id, seat_id, via, entered_by, witness from comment').all();
  expect(kept).toEqual([
    {
      member_id: table.person(RON),
      seat_id: 'northvale-g1',
      via: 'paper',
      entered_by: table.person(RAVI),
      witness: table.person(PRIYA),
    },
  ]);
});
