import { afterAll, beforeAll, expect, it } from 'vitest';
import { referenceOf } from '../../../shared/paper/reference.ts';
import { FACILITATOR, startTable, type Table, taking } from '../decisions/table.ts';

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

it('[PAPER4] only those who serve the meeting make a pack for a person, which has that person’s own way in', async () => {
  const links = table.db.raw.prepare('select member_id, seat_id, may_answer, made_by from personal_link');
  expect((await sheet(PRIYA, `?for=${table.person(RON)}`)).status).toBe(403);
  expect(links.all()).toEqual([]);
  const { page } = await sheet(FACILITATOR, `?for=${table.person(RON)}`);
  expect(page).toContain('For Ron Tasker');
  expect(page).toMatch(new RegExp(`${table.url}/p/[\\w-]{43}`));
  expect(links.all()).toEqual([
    {
      member_id: table.person(RON),
      seat_id: 'northvale-g1',
      may_answer: 1,
      made_by: table.person(FACILITATOR),
    },
  ]);
  const seat = await sheet(FACILITATOR, '?for=northvale-g1');
  expect(seat.page).toContain('Skelby Good Neighbours');
  expect(seat.page).not.toContain('/p/');
  expect((await sheet(FACILITATOR, '?for=nobody')).status).toBe(404);
  expect(links.all()).toHaveLength(1);
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
