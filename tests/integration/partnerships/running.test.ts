import { afterEach, beforeEach, expect, it } from 'vitest';
import { type HttpWorld, STRANGER, startHttp } from '../http/server.ts';

let http: HttpWorld;
beforeEach(async () => {
  http = await startHttp();
});
afterEach(() => http.stop());

const AT = '/api/partnerships/northvale';
const as = async (name: string) => http.cookieOf(http.person(name));
const table = async (cookie: string) => (await http.call('GET', AT, { cookie })).json;
const seatOf = (found: { seats: { id: string }[] }, id: string) =>
  found.seats.find((seat) => seat.id === id) as never as {
    version: string;
    name: string;
    holders: { memberId: string; kind: string }[];
  };
const rolesOf = (found: { members: { id: string }[] }, id: string) =>
  found.members.find((member) => member.id === id) as never as { version: string; roles: string[] };
const lines = () =>
  http.db.raw
    .prepare('select kind, subject_id as subject, member_id as by, detail from journal_entry order by seq')
    .all()
    .map((row) => {
      const { detail, ...line } = row as { kind: string; subject: string; by: string; detail: string };
      return { ...line, detail: JSON.parse(detail) };
    });

const WANTED = {
  name: 'Fenwick winter warmth',
  place: 'Fenwick',
  purpose: 'Nobody is cold this winter.',
  whyTogether: 'One in four homes is cold, far more than around us.',
  whyNow: 'It is the first of five winters.',
  preset: 'steering',
  seats: [
    { name: 'Fenwick Council', side: 'commissioner', note: '' },
    { name: 'Warm Homes Ltd', side: 'contracted_provider', note: 'insulates' },
    { name: 'Tenants', side: 'people_who_use_services', note: '' },
  ],
  ownName: 'Priya N',
  ownSeat: { at: 0, kind: 'holder' },
  ownRoles: ['recorder'],
};

it('[PART1] one request sets up a partnership with its seats, and its founder runs it', async () => {
  const cookie = await as('Priya Nandra');
  const { status, json } = await http.call('POST', '/api/partnerships', { cookie, body: WANTED });
  expect(status).toBe(201);
  const found = (await http.call('GET', `/api/partnerships/${json.id}`, { cookie })).json;
  expect(found).toMatchObject({
    name: WANTED.name,
    preset: 'steering',
    whyNow: WANTED.whyNow,
    isExample: false,
  });
  expect(found.seats.map(({ code, name }: Record<string, string>) => `${code} ${name}`)).toEqual([
    'C1 Fenwick Council',
    'P1 Warm Homes Ltd',
    'U1 Tenants',
  ]);
  expect(found.members).toEqual([
    expect.objectContaining({ name: 'Priya N', roles: ['facilitator', 'recorder'] }),
  ]);
  expect(found.seats[0].holders).toHaveLength(1);
  const me = (await http.call('GET', '/api/me', { cookie })).json;
  expect(me.partnerships.map(({ name }: { name: string }) => name)).toContain(WANTED.name);
  expect(lines()).toEqual([
    expect.objectContaining({ kind: 'partnership_founded', detail: { name: WANTED.name, seats: 3 } }),
  ]);
  const other = await as('Ron Tasker');
  expect((await http.call('GET', `/api/partnerships/${json.id}`, { cookie: other })).status).toBe(404);
});

it('[PART1] each thing that is wrong is said beside its field, and nothing is set up', async () => {
  const cookie = await as('Priya Nandra');
  const refusedFor = async (more: object) => {
    const { status, json } = await http.call('POST', '/api/partnerships', {
      cookie,
      body: { ...WANTED, ...more },
    });
    expect(status).toBe(422);
    return Object.keys(json.error.fields);
  };
  expect(await refusedFor({ name: ' \n ' })).toEqual(['name']);
  expect(await refusedFor({ purpose: 'x'.repeat(1001) })).toEqual(['purpose']);
  expect(await refusedFor({ seats: [] })).toContain('seats');
  expect(await refusedFor({ seats: [WANTED.seats[0], WANTED.seats[0]] })).toEqual(['seats']);
  expect(await refusedFor({ seats: [{ name: 'A', side: 'elsewhere', note: '' }] })).toEqual(['seats']);
  expect(await refusedFor({ ownSeat: { at: 3, kind: 'holder' } })).toEqual(['ownSeat']);
  expect(await refusedFor({ ownRoles: ['king'] })).toEqual(['ownRoles']);
  expect(await refusedFor({ isExample: true })).toEqual(['isExample']);
  expect(lines()).toEqual([]);
});

it('[PART1] whoever may not set one up is told so, on the page and by the server', async () => {
  const real = await startHttp({ config: { example: false, signUp: { kind: 'nobody' } } });
  const cookie = await real.cookieOf(STRANGER);
  expect((await real.call('GET', '/api/me', { cookie })).json.mayFound).toBe(false);
  expect((await real.call('POST', '/api/partnerships', { cookie, body: WANTED })).status).toBe(403);
  await real.stop();
  expect((await http.call('GET', '/api/me', { cookie: await as('Ron Tasker') })).json.mayFound).toBe(true);
  expect((await http.call('GET', '/api/me')).json.mayFound).toBe(false);
});

it('[PART2] a facilitator changes what the partnership says of itself, and the journal keeps both', async () => {
  const cookie = await as('Marsha Odell');
  const { version, place, purpose, preset } = await table(cookie);
  const body = {
    name: 'Northvale together',
    ...{
      place,
      purpose,
      preset,
      whyTogether: 'Two lines\n\n\n\nof it',
      whyNow: '',
      version,
      reason: 'shorter',
    },
  };
  const { status, json } = await http.call('PATCH', AT, { cookie, body });
  expect({ status, name: json.name, why: json.whyTogether }).toEqual({
    status: 200,
    name: 'Northvale together',
    why: 'Two lines\n\nof it',
  });
  expect(lines()).toEqual([
    {
      kind: 'partnership_changed',
      subject: 'northvale',
      by: 'marsha-odell',
      detail: {
        from: { name: 'Northvale Day Support and Getting There Partnership', whyTogether: '' },
        to: { name: 'Northvale together', whyTogether: 'Two lines\n\nof it' },
        reason: 'shorter',
      },
    },
  ]);
});

it('[PART2] seats are added, renamed, put in order and taken away, each with its reason in the journal', async () => {
  const cookie = await as('Marsha Odell');
  const added = await http.call('POST', `${AT}/seats`, {
    cookie,
    body: { name: 'Northvale College', side: 'community_provider', note: '', reason: 'They lend rooms' },
  });
  expect(added.status).toBe(200);
  const college = added.json.seats.at(-1);
  expect(college).toMatchObject({ code: 'G4', name: 'Northvale College', holders: [] });
  const twice = { name: 'northvale college', side: 'commissioner', note: '', reason: 'again' };
  const refused = await http.call('POST', `${AT}/seats`, { cookie, body: twice });
  expect({ status: refused.status, fields: refused.json.error.fields }).toEqual({
    status: 422,
    fields: { name: expect.any(String) },
  });
  const renamed = await http.call('PATCH', `${AT}/seats/${college.id}`, {
    cookie,
    body: { name: 'Vale College', note: 'rooms', version: college.version, reason: 'New name' },
  });
  expect(renamed.json.seats.at(-1)).toMatchObject({ name: 'Vale College', note: 'rooms' });
  const ids = renamed.json.seats.map(({ id }: { id: string }) => id);
  const ordered = await http.call('PUT', `${AT}/seats/order`, {
    cookie,
    body: { seatIds: [ids.at(-1), ...ids.slice(0, -1)], reason: 'First things first' },
  });
  expect(ordered.json.seats[0].name).toBe('Vale College');
  const short = { seatIds: ids.slice(1), reason: 'x' };
  expect((await http.call('PUT', `${AT}/seats/order`, { cookie, body: short })).status).toBe(409);
  const retired = await http.call('PUT', `${AT}/seats/${college.id}/retirement`, {
    cookie,
    body: { version: ordered.json.seats[0].version, reason: 'They moved' },
  });
  expect(retired.json.seats.map(({ name }: { name: string }) => name)).not.toContain('Vale College');
  expect(lines().map(({ kind, detail }) => `${kind}: ${detail.reason}`)).toEqual([
    'seat_added: They lend rooms',
    'seat_changed: New name',
    'seats_ordered: First things first',
    'seat_retired: They moved',
  ]);
});

it('[PART2] people are put into seats and given roles, and open connections look again', async () => {
  const cookie = await as('Marsha Odell');
  const found = await table(cookie);
  const seat = seatOf(found, 'northvale-u2');
  const seated = await http.call('PUT', `${AT}/seats/northvale-u2/people`, {
    cookie,
    body: { holder: 'juniper', substitutes: ['heron'], version: seat.version, reason: 'They swap' },
  });
  expect(seatOf(seated.json, 'northvale-u2').holders).toEqual([
    { memberId: 'juniper', name: 'Juniper', kind: 'holder' },
    { memberId: 'heron', name: 'Heron', kind: 'substitute' },
  ]);
  const { version } = rolesOf(found, 'ron-tasker');
  const given = await http.call('PUT', `${AT}/members/ron-tasker/roles`, {
    cookie,
    body: { roles: ['ratifier', 'leader', 'leader'], version, reason: 'His group asked' },
  });
  expect(rolesOf(given.json, 'ron-tasker').roles).toEqual(['leader', 'ratifier']);
  expect(http.changes).toEqual([
    { kind: 'partnership', partnershipId: 'northvale' },
    { kind: 'partnership', partnershipId: 'northvale' },
  ]);
  expect(lines().map(({ detail }) => detail)).toEqual([
    {
      name: "Day support members' seat",
      from: [
        { memberId: 'heron', kind: 'holder' },
        { memberId: 'juniper', kind: 'substitute' },
      ],
      to: [
        { memberId: 'juniper', kind: 'holder' },
        { memberId: 'heron', kind: 'substitute' },
      ],
      reason: 'They swap',
    },
    { from: expect.any(Array), to: ['leader', 'ratifier'], reason: 'His group asked' },
  ]);
});

it('[PART2] without a reason nothing changes', async () => {
  const cookie = await as('Marsha Odell');
  const { version } = rolesOf(await table(cookie), 'ron-tasker');
  for (const reason of ['', ' \u202e\n', undefined]) {
    const body = { roles: ['leader'], version, reason };
    const { status, json } = await http.call('PUT', `${AT}/members/ron-tasker/roles`, { cookie, body });
    expect({ status, fields: json.error.fields }).toEqual({
      status: 422,
      fields: { reason: expect.any(String) },
    });
  }
  const away = await http.call('POST', `${AT}/members/ron-tasker/departure`, {
    cookie,
    body: { reason: '' },
  });
  expect(away.status).toBe(422);
  expect(lines()).toEqual([]);
});

it('[PART5] a change that starts from how things looked before is refused, and the second word is not the last', async () => {
  const cookie = await as('Marsha Odell');
  const { version } = seatOf(await table(cookie), 'northvale-p1');
  const rename = (name: string) =>
    http.call('PATCH', `${AT}/seats/northvale-p1`, {
      cookie,
      body: { name, note: '', version, reason: 'r' },
    });
  expect((await rename('Larchmere')).status).toBe(200);
  expect((await rename('Larch')).status).toBe(409);
  const people = { holder: null, substitutes: [], version, reason: 'r' };
  expect((await http.call('PUT', `${AT}/seats/northvale-p1/people`, { cookie, body: people })).status).toBe(
    409,
  );
  const seat = seatOf(await table(cookie), 'northvale-p1');
  expect(seat.name).toBe('Larchmere');
  expect(seat.holders).toHaveLength(1);
});

it('[PART3] facilitation is handed over in one step; the one who did so can’t change anything after it', async () => {
  const cookie = await as('Marsha Odell');
  const body = { to: 'sam-iqbal', reason: 'I move away' };
  const done = await http.call('POST', `${AT}/facilitation`, { cookie, body });
  expect(done.status).toBe(200);
  expect(rolesOf(done.json, 'marsha-odell').roles).toEqual([]);
  expect(rolesOf(done.json, 'sam-iqbal').roles).toContain('facilitator');
  expect((await http.call('POST', `${AT}/facilitation`, { cookie, body })).status).toBe(403);
  expect(lines()).toEqual([
    {
      kind: 'facilitation_handed_over',
      subject: 'sam-iqbal',
      by: 'marsha-odell',
      detail: { reason: 'I move away' },
    },
  ]);
});

it('[PART6] whoever leaves finds nothing there any more, holds nothing, and is named in what they did', async () => {
  const cookie = await as('Ron Tasker');
  const made = await http.call('POST', `${AT}/documents`, {
    cookie,
    body: { title: 'Ours', template: 'empty', preset: 'equals' },
  });
  const left = await http.call('POST', `${AT}/members/ron-tasker/departure`, {
    cookie,
    body: { reason: '' },
  });
  expect(left.status).toBe(200);
  expect(http.changes).toContainEqual({ kind: 'partnership', partnershipId: 'northvale' });
  for (const path of [AT, `/api/documents/${made.json.id}`])
    expect((await http.call('GET', path, { cookie })).status).toBe(404);
  const now = await table(await as('Marsha Odell'));
  expect(now.members.map(({ id }: { id: string }) => id)).not.toContain('ron-tasker');
  expect(seatOf(now, 'northvale-g1').holders).toEqual([]);
  const again = await http.call('POST', `${AT}/members/ron-tasker/departure`, {
    cookie,
    body: { reason: '' },
  });
  expect(again.status).toBe(404);
  expect(http.db.raw.prepare("select name from member where id = 'ron-tasker'").pluck().get()).toBe(
    'Ron Tasker',
  );
});

it('[PART6] a facilitator removes someone with a reason; the last facilitator can’t go', async () => {
  const cookie = await as('Marsha Odell');
  const remove = (id: string, reason = 'Moved to another job') =>
    http.call('POST', `${AT}/members/${id}/departure`, { cookie, body: { reason } });
  expect((await remove('gwen-sallis')).status).toBe(200);
  expect(lines()).toEqual([
    {
      kind: 'member_removed',
      subject: 'gwen-sallis',
      by: 'marsha-odell',
      detail: { roles: expect.any(Array), seatIds: ['northvale-p1'], reason: 'Moved to another job' },
    },
  ]);
  expect((await remove('marsha-odell')).status).toBe(409);
  expect((await remove('gwen-sallis')).status).toBe(404);
  expect((await remove('stranger-there')).status).toBe(404);
  const ron = await as('Ron Tasker');
  const tries = await http.call('POST', `${AT}/members/del-fenn/departure`, {
    cookie: ron,
    body: { reason: 'r' },
  });
  expect(tries.status).toBe(403);
});

it('[PART7] a seat that is taken away gives no rights any more, and nobody can be put into it', async () => {
  const cookie = await as('Marsha Odell');
  const gwen = await as('Gwen Sallis');
  await http.addDocument('shared');
  expect((await http.call('GET', '/api/documents/shared', { cookie: gwen })).status).toBe(200);
  const { version } = seatOf(await table(cookie), 'northvale-p1');
  const retired = await http.call('PUT', `${AT}/seats/northvale-p1/retirement`, {
    cookie,
    body: { version, reason: 'Contract ended' },
  });
  expect(retired.status).toBe(200);
  expect(http.changes).toEqual([{ kind: 'partnership', partnershipId: 'northvale' }]);
  expect((await http.call('GET', '/api/documents/shared', { cookie: gwen })).status).toBe(404);
  expect((await http.call('GET', AT, { cookie: gwen })).status).toBe(200);
  const back = { holder: 'gwen-sallis', substitutes: [], version, reason: 'r' };
  expect((await http.call('PUT', `${AT}/seats/northvale-p1/people`, { cookie, body: back })).status).toBe(
    404,
  );
});

it('[PART2] seats and people of another partnership are as absent as those that never were', async () => {
  http.db.raw
    .prepare(
      "insert into seat (id, partnership_id, code, name, side, position) values ('theirs', 'elsewhere', 'C1', 'Theirs', 'commissioner', 0)",
    )
    .run();
  const cookie = await as('Marsha Odell');
  const change = { name: 'Ours now', note: '', version: 'v', reason: 'r' };
  const people = { holder: 'stranger-there', substitutes: [], version: 'v', reason: 'r' };
  for (const [method, path, body] of [
    ['PATCH', 'seats/ID', change],
    ['PUT', 'seats/ID/people', { ...people, holder: null }],
    ['PUT', 'seats/ID/retirement', { version: 'v', reason: 'r' }],
    ['PUT', 'members/ID/roles', { roles: [], version: 'v', reason: 'r' }],
    ['POST', 'members/ID/departure', { reason: 'r' }],
  ] as const) {
    const at = (id: string) => http.call(method, `${AT}/${path.replace('ID', id)}`, { cookie, body });
    const [foreign, absent] = [
      await at(path.startsWith('seats') ? 'theirs' : 'stranger-there'),
      await at('none'),
    ];
    expect(foreign.status).toBe(404);
    expect(foreign.json).toEqual(absent.json);
  }
  const put = await http.call('PUT', `${AT}/seats/northvale-p1/people`, { cookie, body: people });
  expect(put.status).toBe(422);
});

it('[PART9] a new seat is let into what the facilitator manages, is in use and is not restricted, and nothing else', async () => {
  const cookie = await as('Marsha Odell');
  for (const id of ['open', 'restricted', 'archived', 'hidden']) await http.addDocument(id);
  http.db.raw.exec(`
    update document set sensitivity = 'restricted' where id = 'restricted';
    update document set archived_at = 1 where id = 'archived';
    update document_right set right = 'none' where document_id = 'hidden' and holder = 'facilitator';
    update partnership set preset = 'steering' where id = 'northvale';
  `);
  const body = { name: 'Northvale College', side: 'community_provider', note: '', reason: 'They lend rooms' };
  const added = await http.call('POST', `${AT}/seats`, { cookie, body });
  const seatId = added.json.seats.at(-1).id;
  const open = () => http.call('PUT', `${AT}/seats/${seatId}/documents`, { cookie, body: {} });
  expect((await open()).json).toEqual({ opened: 1 });
  expect((await open()).json).toEqual({ opened: 0 });
  const held = http.db.raw
    .prepare('select document_id, right from document_right where holder = ?')
    .all(seatId);
  expect(held).toEqual([{ document_id: 'open', right: 'comment' }]);
  expect(lines().at(-1)).toMatchObject({
    kind: 'document_rights_changed',
    subject: 'open',
    by: 'marsha-odell',
  });
  http.db.raw.prepare('update seat set retired_at = 1 where id = ?').run(seatId);
  expect((await open()).status).toBe(404);
});
