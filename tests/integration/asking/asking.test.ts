import { afterEach, beforeEach, expect, it } from 'vitest';
import { remindOfAskings } from '../../../server/asking/clock.ts';
import { remind } from '../../../server/decisions/reminding.ts';
import type { AskingLine, AskingsHere } from '../../../shared/asking/api.ts';
import type { NewAsking } from '../../../shared/asking/changes.ts';
import { setAddress } from '../../world.ts';
import { DAY, FACILITATOR, HOUR, startTable, type Table, taking } from '../decisions/table.ts';

const [PRIYA, RON, GWEN] = ['Priya Nandra', 'Ron Tasker', 'Gwen Sallis'] as const;

let table: Table;
let plan: string;
beforeEach(async () => {
  table = await startTable();
  plan = await table.addDocument('the-plan');
});
afterEach(() => table.stop());

const wanted = (change: Partial<NewAsking> = {}): NewAsking => ({
  ...{ requestId: 'first', rung: 'consult', seatIds: ['northvale-c1', 'northvale-g1'], memberIds: [] },
  ...{ closesAt: table.clock.now + 10 * DAY, minutes: 10, background: 'There is money for one bus.' },
  ...{ difference: 'Where the bus stops is open.', stillOpen: true },
  ...change,
});
const ask = (change: Partial<NewAsking> = {}, path = `/api/documents/${plan}`, name: string = FACILITATOR) =>
  table.as(name, 'POST', `${path}/askings`, wanted(change));
const look = async (name: string, path = `/api/documents/${plan}`): Promise<AskingsHere> =>
  (await table.as(name, 'GET', `${path}/askings`)).json;
const first = async (name: string, path?: string) => (await look(name, path)).askings[0] as AskingLine;
/** Who was told of what, from the table of notices. */
const told = (kind: string) =>
  table.db.raw
    .prepare(
      'select member.name from notice join member on member.id = member_id where kind = ? order by member.name',
    )
    .pluck()
    .all(kind);
const rows = () => table.db.raw.prepare('select count(*) from asking').pluck().get();

it('[ASK1] those who are asked read how much say they have, until when, what difference it makes and how long it takes', async () => {
  expect((await ask()).status).toBe(201);
  const asked = await first(PRIYA);
  expect(asked).toMatchObject({
    rung: 'consult',
    closesAt: table.clock.now + 10 * DAY,
    difference: 'Where the bus stops is open.',
    minutes: 10,
    askedBy: FACILITATOR,
    state: 'open',
    me: { asked: true, answered: false },
  });
  expect(asked.means[0]).toContain('Others decide');
  expect(told('asked')).toEqual([PRIYA, RON]);
});

it('[ASK2] a decision’s standing and electorate limit what can be promised, person by person', async () => {
  const id = await table.opened({}, { standing: { kind: 'advisory' } });
  const path = `/api/decisions/${id}`;
  const closesAt = table.clock.now + 6 * DAY;
  const advised = await ask({ rung: 'decide', closesAt }, path);
  expect(advised).toMatchObject({ status: 422, json: { error: { fields: { rung: /advice/ } } } });
  const theirs = `/api/decisions/${await table.opened()}`;
  const both = { rung: 'decide' as const, closesAt, memberIds: [table.person(FACILITATOR)] };
  const facilitator = await ask(both, theirs);
  expect(facilitator.status).toBe(422);
  expect(facilitator.json.error.fields.whom).toBe(`${FACILITATOR} is in no seat at the table.`);
  expect((await ask({ rung: 'decide', closesAt }, theirs)).status).toBe(201);
});

it('[ASK2] a seat that has no vote here is not told that it decides', async () => {
  const id = await table.opened();
  await table.act(FACILITATOR, id, {
    kind: 'handle_conflict',
    conflict: {
      seat: 'northvale-g1',
      kind: 'financial',
      handling: 'may_speak',
      reason: 'They would be paid.',
    },
  });
  const refused = await ask({ rung: 'decide', closesAt: table.clock.now + 6 * DAY }, `/api/decisions/${id}`);
  expect(refused.json.error.fields.whom).toBe(`${RON} sits in a seat that has no vote here.`);
});

it('[ASK3] only people who may read it can be asked, and who loses that right knows of it no more', async () => {
  const change = table.db.raw.prepare(
    "update document_right set right = 'none' where document_id = ? and holder = 'northvale-g1'",
  );
  await ask();
  expect((await look(RON)).askings).toHaveLength(1);
  change.run(plan);
  expect((await table.as(RON, 'GET', `/api/documents/${plan}/askings`)).status).toBe(404);
  const list = await table.as(RON, 'GET', '/api/partnerships/northvale/askings');
  expect(list.json).toEqual({ askings: [] });
  const again = await ask({ requestId: 'second' });
  expect(again.json.error.fields.whom).toBe(`${RON} may not read this.`);
  expect((await ask({}, undefined, GWEN)).status).toBe(403);
});

it('[ASK3] pages are told of a change only where people may read what it is about', async () => {
  const heard: { id: string; hears: boolean }[] = [];
  table.db.raw
    .prepare("update document_right set right = 'none' where document_id = ? and holder = 'northvale-p1'")
    .run(plan);
  table.context.changes.listen(
    ({ change, audience }) => {
      if (change.kind !== 'asking') return;
      for (const name of [PRIYA, GWEN])
        heard.push({ id: name, hears: audience({ id: table.person(name), roles: [], seats: [] }) });
    },
    () => {},
  );
  await ask();
  expect(heard).toEqual([
    { id: PRIYA, hears: true },
    { id: GWEN, hears: false },
  ]);
});

it('[ASK4] those who ask see seat by seat who has answered, and nobody else does', async () => {
  const id = await table.opened();
  const path = `/api/decisions/${id}`;
  await ask({ rung: 'decide', closesAt: table.clock.now + 6 * DAY }, path);
  await table.act(PRIYA, id, taking('northvale-c1'));
  const answers = (await first(FACILITATOR, path)).answers ?? [];
  expect(answers.map(({ seat, answered }) => [seat?.id, answered])).toEqual([
    ['northvale-c1', true],
    ['northvale-g1', false],
  ]);
  expect(await first(PRIYA, path)).toMatchObject({ answers: null, me: { asked: true, answered: true } });
  expect(await first(RON, path)).toMatchObject({ answers: null, me: { asked: true, answered: false } });
  expect(await first(GWEN, path)).toMatchObject({ answers: null, me: { asked: false, answered: false } });
});

it('[ASK4] in a hidden round, whoever may not see answers does not learn from the asking that one came', async () => {
  const id = await table.opened({ visibility: { when: 'when_closed', by: 'seat' } });
  const path = `/api/decisions/${id}`;
  await ask({ rung: 'decide', closesAt: table.clock.now + 6 * DAY }, path);
  const before = JSON.stringify(await look(RON, path));
  await table.act(PRIYA, id, taking('northvale-c1'));
  expect(JSON.stringify(await look(RON, path))).toBe(before);
});

it('[ASK5] it is closed only by saying what came of it, which everyone who may read it then sees', async () => {
  const id = await table.opened();
  const path = `/api/decisions/${id}`;
  await ask({ rung: 'consult', closesAt: table.clock.now + 2 * DAY, timeEnough: 'It is short.' }, path);
  const asked = await first(FACILITATOR, path);
  const outcome = { summary: 'We moved the stop.', points: [] };
  const say = (body: object, name: string = FACILITATOR) =>
    table.as(name, 'POST', `/api/askings/${asked.id}/outcome`, body);
  expect((await say(outcome)).status).toBe(409);
  await table.act(PRIYA, id, taking('northvale-c1'));
  table.clock.now += 2 * DAY;
  expect((await first(FACILITATOR, path)).state).toBe('over');
  expect((await say(outcome, PRIYA)).status).toBe(403);
  expect((await say(outcome)).json.error.fields).toHaveProperty('points');
  const point = { said: 'The stop is too far.', did: 'not_done', what: '', why: '' };
  const noReason = await say({ ...outcome, points: [point] });
  expect(noReason.json.error.fields).toEqual({ 'points.0.why': expect.stringContaining('why') });
  const answered = await say({ ...outcome, points: [{ ...point, why: 'There is no room to turn.' }] });
  expect(answered.status).toBe(200);
  expect(await first(GWEN, path)).toMatchObject({
    state: 'closed',
    outcome: {
      summary: 'We moved the stop.',
      points: [{ why: 'There is no room to turn.' }],
      by: FACILITATOR,
    },
  });
  expect((await say(outcome)).status).toBe(409);
  expect(told('asking_outcome')).toEqual([PRIYA]);
});

it('[ASK5] whoever commented took part, and is told what came of it; whoever was silent is not', async () => {
  await ask();
  const said = await table.as(RON, 'POST', `/api/documents/${plan}/threads`, {
    ...{ requestId: 'request-1', words: 'The stop is too far.' },
  });
  expect(said.status).toBe(201);
  const { id, answers } = await first(FACILITATOR);
  expect(answers?.map(({ seat, answered }) => [seat?.id, answered])).toEqual([
    ['northvale-c1', false],
    ['northvale-g1', true],
  ]);
  table.clock.now += 10 * DAY;
  await table.as(FACILITATOR, 'POST', `/api/askings/${id}/outcome`, {
    summary: 'We moved it.',
    points: [{ said: 'Too far.', did: 'done', what: 'It stops at the library.', why: '' }],
  });
  expect(told('asking_outcome')).toEqual([RON]);
});

it('[ASK5] people who were only told are owed no answer, and it is over by itself', async () => {
  await ask({ rung: 'inform', background: '', stillOpen: false });
  const { id } = await first(FACILITATOR);
  table.clock.now += 10 * DAY;
  expect((await first(FACILITATOR)).state).toBe('closed');
  const refused = await table.as(FACILITATOR, 'POST', `/api/askings/${id}/outcome`, {
    summary: 's',
    points: [],
  });
  expect(refused.status).toBe(409);
});

it('[ASK6] a day before the end, only those whose seat has not answered are reminded, and once', async () => {
  const id = await table.opened();
  await ask({ rung: 'decide', closesAt: table.clock.now + 6 * DAY }, `/api/decisions/${id}`);
  await table.act(PRIYA, id, taking('northvale-c1'));
  remindOfAskings(table.context);
  expect(told('asking_closing')).toEqual([]);
  table.clock.now += 5 * DAY;
  remindOfAskings(table.context);
  expect(told('asking_closing')).toEqual([RON]);
  table.clock.now += HOUR;
  remindOfAskings(table.context);
  expect(told('asking_closing')).toEqual([RON]);
});

it('[ASK6] nobody is reminded of what was taken back, or was only told', async () => {
  await ask();
  const { id } = await first(FACILITATOR);
  await ask({ requestId: 'told', rung: 'inform' });
  const back = await table.as(FACILITATOR, 'POST', `/api/askings/${id}/withdrawal`, { reason: 'It rained.' });
  expect(back.status).toBe(200);
  expect(told('asking_withdrawn')).toEqual([PRIYA, RON]);
  table.clock.now += 9 * DAY + HOUR;
  remindOfAskings(table.context);
  expect(told('asking_closing')).toEqual([]);
});

/** Everyone who was reminded of anything, by whom the reminder goes out, when a day is left. */
const remindedOf = (closesAt: number) => {
  table.clock.now = closesAt - DAY + 1;
  remindOfAskings(table.context);
  remind(table.context, table.clock.now);
  const round = told('decision_closing_soon');
  return {
    asking: told('asking_closing'),
    round: [PRIYA, RON, FACILITATOR].filter((name) => round.includes(name)),
  };
};

it.each(['decide', 'consult'] as const)(
  '[ASK10] one closing is reminded of once: where the round reminds, an asking to %s about it does not',
  async (rung) => {
    const id = await table.opened();
    const closesAt = table.clock.now + 7 * DAY;
    await ask({ rung, closesAt }, `/api/decisions/${id}`);
    await table.act(PRIYA, id, taking('northvale-c1'));
    // A comment is no answer to the round.
    if (rung === 'decide')
      await table.as(RON, 'POST', `/api/decisions/${id}/threads`, { requestId: 'a-comment', words: 'Why?' });
    expect(remindedOf(closesAt)).toEqual({ asking: [], round: [RON] });
  },
);

it('[ASK10] what ends half a day before the round is the same closing; what ends days before is another', async () => {
  const id = await table.opened();
  const path = `/api/decisions/${id}`;
  const closesAt = table.clock.now + 7 * DAY;
  await ask({ rung: 'decide', closesAt: closesAt - 12 * HOUR, seatIds: ['northvale-g1'] }, path);
  const early = { rung: 'decide' as const, closesAt: closesAt - 2 * DAY, seatIds: ['northvale-c1'] };
  await ask({ ...early, requestId: 'early' }, path);
  table.clock.now = closesAt - 2 * DAY - HOUR;
  remindOfAskings(table.context);
  expect(told('asking_closing')).toEqual([PRIYA]);
  expect(remindedOf(closesAt)).toMatchObject({ asking: [PRIYA], round: [PRIYA, RON] });
});

it('[ASK10] whom the round does not remind, the asking does: who has no seat there, or in a round too short for it', async () => {
  const id = await table.opened();
  const closesAt = table.clock.now + 7 * DAY;
  const path = `/api/decisions/${id}`;
  await ask({ closesAt, memberIds: [table.person('Beth Oyelaran')], seatIds: [] }, path);
  expect(remindedOf(closesAt)).toEqual({ asking: ['Beth Oyelaran'], round: [PRIYA, RON] });
  const short = await table.opened({}, { closesAt: table.clock.now + 2 * DAY });
  const soon = { closesAt: table.clock.now + 2 * DAY, timeEnough: 'It is short.', requestId: 'short' };
  expect((await ask({ ...soon, seatIds: ['northvale-g1'] }, `/api/decisions/${short}`)).status).toBe(201);
  table.clock.now += 2 * DAY - HOUR;
  remindOfAskings(table.context);
  expect(told('asking_closing')).toEqual(['Beth Oyelaran', RON]);
});

it('[ASK9] a mail leads in by a personal link only whoever is signed in nowhere', async () => {
  for (const [name, email] of [
    [PRIYA, 'priya@northvale.example'],
    [RON, 'ron@northvale.example'],
  ] as const)
    setAddress(table.db, table.person(name), email);
  await look(PRIYA);
  await ask();
  const [priya, ron] = [
    await table.mailTo('priya@northvale.example'),
    await table.mailTo('ron@northvale.example'),
  ];
  expect(priya.text).toContain(`${table.url}/documents/${plan}`);
  expect(priya.text).not.toContain('/p/');
  expect(ron.text).toMatch(new RegExp(`${table.url}/p/[\\w-]{43}`));
  expect(ron.text).toContain('Where the bus stops is open.');
  const links = table.db.raw.prepare('select member_id, seat_id, document_id, may_answer from personal_link');
  expect(links.all()).toEqual([
    { member_id: table.person(RON), seat_id: 'northvale-g1', document_id: plan, may_answer: 0 },
  ]);
});

it('[ASK9] a mail about what few may know does not say what it is', async () => {
  setAddress(table.db, table.person(RON), 'ron@x.example');
  table.db.raw.prepare("update document set sensitivity = 'restricted' where id = ?").run(plan);
  await ask();
  const { subject, text } = await table.mailTo('ron@x.example');
  for (const said of [plan, 'Where the bus stops is open.', 'There is money for one bus.'])
    expect(`${subject} ${text.replace(/https?:\S+/g, '')}`).not.toContain(said);
});

it('[ASK7] what is sent twice asks once, and a refused asking leaves nothing behind', async () => {
  await ask();
  expect((await ask()).status).toBe(201);
  expect(rows()).toBe(1);
  expect((await ask({ requestId: 'second', seatIds: ['no-such-seat'] })).status).toBe(422);
  expect(rows()).toBe(1);
  await table.addDocument('another');
  const lines = table.db.raw.prepare("select count(*) from journal_entry where kind like '%asking%'").pluck();
  expect(lines.get()).toBe(1);
  // Something else under the same name is asked too.
  await ask({}, '/api/documents/another');
  await ask({ difference: 'When the bus goes is open.' });
  expect(rows()).toBe(3);
});
