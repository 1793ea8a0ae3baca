import { afterEach, beforeEach, expect, it } from 'vitest';
import { northvaleRule } from '../../../server/example/decisionTerms.ts';
import { type HttpWorld, startHttp } from '../http/server.ts';

const DAY = 24 * 3_600_000;
const HERE = '/api/partnerships/northvale';
const COMPANY = { words: 'Nobody loses company', practice: 'We ask who a person sees.', question: '' };
const BOOKS = { words: 'Open books', practice: 'Each shows the money.', question: 'Who can see it?' };

let http: HttpWorld;
let now: number;
beforeEach(async () => {
  now = Date.parse('2025-04-01T09:00:00Z');
  http = await startHttp({ now: () => now });
});
afterEach(() => http.stop());

async function ask(name: string, method: string, path: string, body?: object) {
  const cookie = await http.cookieOf(http.person(name));
  return (await http.call(method, path, { cookie, body })).json;
}

const propose = async (words: object): Promise<string> =>
  (await ask('Ron Tasker', 'POST', `${HERE}/values`, words)).values.at(-1).id;
const inUse = async () => {
  const { values } = await ask('Del Fenn', 'GET', `${HERE}/values-in-use`);
  return values.map(({ words, adopted }: { words: string; adopted: boolean }) => [words, adopted]);
};
const act = async (name: string, id: string, action: object) => {
  const answer = await ask(name, 'POST', `/api/decisions/${id}/acts`, {
    requestId: crypto.randomUUID(),
    action,
  });
  expect(answer.error).toBeUndefined();
};
const put = async (wanted: object): Promise<string> =>
  (await ask('Marsha Odell', 'POST', `${HERE}/values/decision`, { adopt: [], takeBack: [], ...wanted }))
    .decisionId;

/** Opens a draft for a fortnight, in which a few seats are enough. */
async function open(id: string, more: object = {}) {
  const fields = {
    ...{
      rule: { ...northvaleRule, name: 'A few are enough', quorum: { atLeast: 2, fromEachSide: 0 } },
      standing: { kind: 'delegated' },
    },
    ...{ closesAt: now + 14 * DAY, reviewAt: now + 90 * DAY, ...more },
  };
  const draft = { fields, basedOn: {} };
  expect((await ask('Marsha Odell', 'PATCH', `/api/decisions/${id}/draft`, draft)).error).toBeUndefined();
  await act('Marsha Odell', id, { kind: 'open' });
}

async function answer(id: string, choice: object) {
  for (const [name, code] of [
    ['Ron Tasker', 'g1'],
    ['Del Fenn', 'u1'],
    ['Priya Nandra', 'c1'],
  ] as const)
    await act(name, id, {
      ...{ kind: 'take_position', seat: `northvale-${code}` },
      ...{ position: choice, through: { channel: 'web' } },
    });
}

const ended = async (id: string) => {
  now += 15 * DAY;
  const { state } = await ask('Del Fenn', 'GET', `/api/decisions/${id}`);
  return state.kind === 'ended' ? state.ending.kind : state.kind;
};
const value = (id: string, version = 1) => ({ kind: 'value', id, version });

it('[VALUE3] values put to a decision are adopted when it is agreed, and not a moment before', async () => {
  const [company, books] = [await propose(COMPANY), await propose(BOOKS)];
  const id = await put({ adopt: [value(company)] });
  const { line, texts } = await ask('Del Fenn', 'GET', `/api/decisions/${id}`);
  expect(line.question).toBe('Adopt our shared values and behaviours');
  expect(JSON.stringify(texts)).toContain('We ask who a person sees.');
  await open(id);
  await answer(id, { choice: 'agree' });
  expect(await inUse()).toEqual([
    ['Nobody loses company', false],
    ['Open books', false],
  ]);
  expect(await ended(id)).toBe('agreed_by_consensus');
  expect(await inUse()).toEqual([['Nobody loses company', true]]);
  const { lines } = await ask('Del Fenn', 'GET', `${HERE}/journal`);
  expect(lines[0]).toMatchObject({
    words: 'These values and behaviours were adopted by decision 1.',
    details: ['“Nobody loses company”'],
  });
  expect(books).not.toBe(company);
  const told = http.db.raw
    .prepare("select line from ledger_entry where kind = 'value_adopted'")
    .pluck()
    .all() as string[];
  expect(told.map((text) => JSON.parse(text))).toMatchObject([
    { subject: company, actor: 'time', payload: { decision: id, version: 1 } },
  ]);
});

it('[VALUE3] a decision that is not agreed adopts nothing', async () => {
  const company = await propose(COMPANY);
  const id = await put({ adopt: [value(company)] });
  await open(id);
  await answer(id, { choice: 'block', reason: 'Not like this', harm: 'Some are left out' });
  let how = await ended(id);
  for (let look = 0; look < 6 && how === 'open'; look++) how = await ended(id);
  expect(how).toBe('lapsed');
  expect(await inUse()).toEqual([['Nobody loses company', false]]);
});

it('[VALUE3] where the words were amended, only what they left as it was is adopted', async () => {
  const [company, books] = [await propose(COMPANY), await propose(BOOKS)];
  const id = await put({ adopt: [value(company), value(books)] });
  await open(id);
  const text =
    '# We adopt these values\n\n## Nobody loses company\n\n- In practice: We ask who a person sees.\n\n## Open books\n\n- In practice: Each shows all of the money.';
  const words = { role: 'amendment', text };
  const { hash } = await ask('Marsha Odell', 'PUT', `/api/decisions/${id}/words`, words);
  await act('Marsha Odell', id, {
    kind: 'amend',
    hash,
    change: 'All of the money',
    ifFrozen: 'move_closing',
  });
  await answer(id, { choice: 'agree' });
  expect(await ended(id)).toBe('agreed_by_consensus');
  expect(await inUse()).toEqual([['Nobody loses company', true]]);
});

it('[VALUE3] what is put is what is there: unsigned, older, adopted or foreign words are refused', async () => {
  const company = await propose(COMPANY);
  await ask('Del Fenn', 'POST', `${HERE}/values/${company}/versions`, { ...BOOKS, basedOn: 1 });
  const refused = async (wanted: object) =>
    (await ask('Marsha Odell', 'POST', `${HERE}/values/decision`, { adopt: [], takeBack: [], ...wanted }))
      .error?.code;
  expect(await refused({})).toBe('invalid');
  expect(await refused({ adopt: [value(company, 1)] })).toBe('conflict');
  expect(await refused({ adopt: [value('value-far')] })).toBe('not_found');
  expect(await refused({ adopt: [value(company, 2), value(company, 2)] })).toBe('invalid');
  expect(http.db.raw.prepare('select count(*) from decision').pluck().get()).toBe(0);
});

it('[VALUE5] a decision goes on showing the values that it was opened with, also once they are taken back', async () => {
  const company = await propose(COMPANY);
  const id = await put({ adopt: [value(company)] });
  await open(id);
  await ask('Ron Tasker', 'PUT', `${HERE}/values/${company}/retirement`, { reason: 'Said twice' });
  await answer(id, { choice: 'stand_aside', reason: 'Not ours' });
  const { values, valuesToShow } = await ask('Del Fenn', 'GET', `/api/decisions/${id}`);
  expect(values).toEqual([{ id: company, ...COMPANY }]);
  expect(valuesToShow).toEqual([company]);
});

it('[VALUE4] what a decision adopted another takes back', async () => {
  const company = await propose(COMPANY);
  const adopting = await put({ adopt: [value(company)] });
  await open(adopting);
  await answer(adopting, { choice: 'agree' });
  await ended(adopting);
  const id = await put({ takeBack: [{ kind: 'value', id: company }] });
  await open(id);
  await answer(id, { choice: 'agree' });
  expect(await ended(id)).toBe('agreed_by_consensus');
  expect(await inUse()).toEqual([]);
  const { values } = await ask('Del Fenn', 'GET', `${HERE}/values`);
  expect(values[0].retired).toMatchObject({ by: null, decision: { id, number: 2 } });
});

it('[VALUE5] where a value was called on is told only as each reader may see it', async () => {
  const company = await propose(COMPANY);
  const rule = { ...northvaleRule, name: 'A few are enough', quorum: { atLeast: 2, fromEachSide: 0 } };
  const hidden = await put({ adopt: [value(company)] });
  await open(hidden, { rule: { ...rule, visibility: { when: 'when_closed', by: 'side' } } });
  const blocks = async (name: string) => (await ask(name, 'GET', `${HERE}/values/called-on`)).blocks;
  expect(await blocks('Del Fenn')).toEqual([]);
  await act('Ron Tasker', hidden, {
    ...{ kind: 'take_position', seat: 'northvale-g1', through: { channel: 'web' } },
    position: { choice: 'block', reason: 'Someone would be alone', value: company },
  });
  for (const [name, code] of [
    ['Del Fenn', 'u1'],
    ['Priya Nandra', 'c1'],
  ] as const)
    await act(name, hidden, {
      ...{ kind: 'take_position', seat: `northvale-${code}`, through: { channel: 'web' } },
      position: { choice: 'agree' },
    });
  // While it is hidden only its own seat and the facilitator learn of it.
  expect(await blocks('Del Fenn')).toEqual([]);
  expect(await blocks('Ron Tasker')).toMatchObject([{ valueId: company, seat: 'Skelby Good Neighbours' }]);
  expect(await blocks('Marsha Odell')).toMatchObject([{ seat: 'Skelby Good Neighbours' }]);
  await ended(hidden);
  expect(await blocks('Del Fenn')).toEqual([
    {
      ...{ valueId: company, seat: null, side: 'community_provider', at: null },
      ...{ state: 'raised', reason: 'Someone would be alone' },
      decision: { id: hidden, number: 1, question: 'Adopt our shared values and behaviours' },
    },
  ]);
});
