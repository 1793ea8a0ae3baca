import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { northvaleRule } from '../../unit/shared/decisions/northvale.ts';
import { MAJORITY } from '../../unit/shared/decisions/table.ts';
import { DAY, FACILITATOR, startTable, type Table, taking, writeAll } from './table.ts';

let table: Table;
beforeAll(async () => {
  table = await startTable();
});
afterAll(() => table.stop());

const AT = '/api/partnerships/northvale/decisions';
const begin = async (name = FACILITATOR, more = {}) =>
  (await table.as(name, 'POST', AT, { question: 'Shall we?', ...more })).json.id as string;
const patch = (name: string, id: string, fields: object, basedOn: object = {}) =>
  table.as(name, 'PATCH', `/api/decisions/${id}/draft`, { fields, basedOn });

it('[KEEP1] numbers go up in each partnership, whatever becomes of a decision', async () => {
  const first = await begin();
  const before = (await table.page(FACILITATOR, first)).line.number;
  await table.act(FACILITATOR, first, { kind: 'withdraw', reason: 'Not now' });
  const second = await table.page(FACILITATOR, await begin());
  expect(second.line.number).toBe(before + 1);
});

it('[KEEP2] two people who write different fields of one draft both keep what they wrote; of one field, the second is told', async () => {
  const id = await begin();
  const seen = (await table.page(FACILITATOR, id)).draft?.versions ?? {};
  const easyRead = { easyRead: seen.easyRead };
  expect((await patch('Priya Nandra', id, { easyRead: 'In short.' }, easyRead)).status).toBe(200);
  const other = await patch('Ron Tasker', id, { question: 'Shall we, now?' }, { question: seen.question });
  expect(other.status).toBe(200);
  expect(other.json.terms).toMatchObject({ easyRead: 'In short.', question: 'Shall we, now?' });
  const late = await patch(FACILITATOR, id, { easyRead: 'Otherwise.', closesAt: 5 }, easyRead);
  expect(late.status).toBe(409);
  expect(Object.keys(late.json.error.fields)).toEqual(['easyRead']);
  expect((await table.page(FACILITATOR, id)).terms).toMatchObject({ easyRead: 'In short.' });
  expect((await table.page(FACILITATOR, id)).terms.closesAt).toBeUndefined();
});

it('[KEEP2] a field is taken out with null, and what is not there can’t be named', async () => {
  const id = await begin();
  const { versions } = (await patch(FACILITATOR, id, { easyRead: 'In short.' })).json.draft;
  const out = await patch(FACILITATOR, id, { easyRead: null }, { easyRead: versions.easyRead });
  expect(out.json.terms.easyRead).toBeUndefined();
  const unknown = await patch(FACILITATOR, id, {
    proposal: 'a'.repeat(64),
    follows: 'no-such',
    conflicts: [{ seat: 'far-seat', kind: 'personal', handling: 'may_vote', reason: 'r' }],
  });
  expect(unknown.status).toBe(422);
  expect(Object.keys(unknown.json.error.fields).sort()).toEqual(['conflicts', 'follows', 'proposal']);
});

it('[KEEP3] the same words have the same hash, and are shown as they were written', async () => {
  const id = await begin();
  const put = (text: string, role = 'alternative') =>
    table.as(FACILITATOR, 'PUT', `/api/decisions/${id}/words`, { role, text });
  const one = await put('# Trips\n\nThey run.\nTwice.\n\n- Tuesday\n- Friday');
  const same = await put('# Trips\r\n\r\nThey run.\r\nTwice.\r\n- Tuesday\r\n- Friday\n\n');
  expect(one.json.hash).toBe(same.json.hash);
  expect(one.json.blocks).toEqual([
    { kind: 'heading1', runs: [{ text: 'Trips' }] },
    { kind: 'paragraph', runs: [{ text: 'They run.\nTwice.' }] },
    { kind: 'bullet', runs: [{ text: 'Tuesday' }] },
    { kind: 'bullet', runs: [{ text: 'Friday' }] },
  ]);
  const proposed = await put('They run daily.', 'proposal');
  expect(proposed.json.decision.terms.proposal).toBe(proposed.json.hash);
  expect(proposed.json.decision.texts[proposed.json.hash]).toEqual(proposed.json.blocks);
});

it('[DEC1] what is missing is named, all of it at once, and a draft that lacks something is not opened', async () => {
  const id = await begin();
  const { problems } = (await table.page(FACILITATOR, id)).draft ?? {};
  expect(Object.keys(problems ?? {}).sort()).toEqual([
    'closesAt',
    'proposal',
    'reviewAt',
    'rule',
    'standing',
  ]);
  const tried = await table.act(FACILITATOR, id, { kind: 'open' });
  expect(tried.status).toBe(422);
  expect(Object.keys(tried.json.error.fields).sort()).toEqual(Object.keys(problems ?? {}).sort());
});

it('[DEC6] the seats that vote are those of the table at the moment of opening, whatever a browser says', async () => {
  const id = await begin();
  await writeAll(table, id);
  const before = await table.page(FACILITATOR, id);
  expect(before.terms.electorate).toHaveLength(11);
  const added = await table.as(FACILITATOR, 'POST', '/api/partnerships/northvale/seats', {
    name: 'Fenwick Harriers',
    side: 'community_provider',
    note: '',
    reason: 'They asked',
  });
  expect(added.status).toBe(200);
  await table.act(FACILITATOR, id, { kind: 'open' });
  const opened = await table.page(FACILITATOR, id);
  expect(opened.sealed?.electorate).toHaveLength(12);
  const names = opened.seats.filter(({ here }) => here === 'voting').map(({ name }) => name);
  expect(names).toContain('Fenwick Harriers');
});

it('[DEC2] once opened, nothing of the draft can be written any more, by no way', async () => {
  const id = await table.opened();
  expect((await patch(FACILITATOR, id, { question: 'Another?' })).status).toBe(409);
  const set = await table.act(FACILITATOR, id, { kind: 'set_draft', draft: {} });
  expect(set.status).toBe(403);
  const leave = await table.act(FACILITATOR, id, {
    kind: 'seat_leaves',
    seat: 'northvale-c1',
    reason: 'Out with them',
  });
  expect(leave.status).toBe(403);
});

it('[KEEP13] whoever began a draft withdraws it, nobody else but a facilitator does, and an open one only they', async () => {
  const withdraw = { kind: 'withdraw' as const, reason: 'We asked too soon' };
  const offered = async (name: string, id: string) =>
    (await table.page(name, id)).acts.some(({ kind }) => kind === 'withdraw');
  const id = await begin('Ron Tasker');
  expect(
    await Promise.all(['Ron Tasker', 'Priya Nandra', FACILITATOR].map((name) => offered(name, id))),
  ).toEqual([true, false, true]);
  expect((await table.act('Priya Nandra', id, withdraw)).status).toBe(403);
  expect((await table.act('Ron Tasker', id, withdraw)).status).toBe(200);
  expect((await table.page('Priya Nandra', id)).line.says).toBe('Withdrawn.');
  expect((await table.act('Ron Tasker', id, withdraw)).status).toBe(403);
  const opened = await begin('Ron Tasker');
  await writeAll(table, opened);
  await table.act(FACILITATOR, opened, { kind: 'open' });
  expect(await offered('Ron Tasker', opened)).toBe(false);
  expect((await table.act('Ron Tasker', opened, withdraw)).status).toBe(403);
});

it('[KEEP4] a decision that is restricted is not there for those who have no part in it', async () => {
  const id = await begin(FACILITATOR, { restricted: true });
  const look = async (name: string) => (await table.as(name, 'GET', `/api/decisions/${id}`)).status;
  expect(await look('Sam Iqbal')).toBe(404);
  expect(await look('Priya Nandra')).toBe(200);
  const listed = await table.as('Sam Iqbal', 'GET', AT);
  expect(JSON.stringify(listed.json)).not.toContain(id);
  const mine = (await table.as(FACILITATOR, 'GET', AT)).json.counts;
  expect(listed.json.counts.draft).toBe(mine.draft - 1);
  await writeAll(table, id);
  await table.act(FACILITATOR, id, { kind: 'open' });
  expect(await look('Sam Iqbal')).toBe(404);
  const act = await table.act('Sam Iqbal', id, taking('northvale-c1'));
  const none = await table.act('Sam Iqbal', 'no-such', taking('northvale-c1'));
  expect(act).toMatchObject({ status: 404, json: none.json });
});

it('[KEEP5] the register comes in pages, and tells what waits for whom', async () => {
  for (let i = 0; i < 5; i++) await begin();
  const id = await table.opened();
  const page = (query: string, name = 'Priya Nandra') => table.as(name, 'GET', `${AT}${query}`);
  const first = (await page('?limit=3')).json;
  const second = (await page(`?limit=3&before=${first.before}`)).json;
  const numbers = [...first.decisions, ...second.decisions].map(({ number }: { number: number }) => number);
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  expect(new Set(numbers).size).toBe(6);
  const waits = async (name: string) =>
    (await page('?show=needs_me', name)).json.decisions.map((line: { id: string }) => line.id);
  expect(await waits('Priya Nandra')).toContain(id);
  expect(await waits('Sam Iqbal')).not.toContain(id);
  await table.act('Priya Nandra', id, taking('northvale-c1'));
  expect(await waits('Priya Nandra')).not.toContain(id);
});

it('[KEEP6] who decides alone is a member, and only that member decides', async () => {
  const decider = { id: table.person('Cllr Ada Pryce'), name: 'Cllr Ada Pryce' };
  const id = await table.opened({
    rounds: { ...northvaleRule.rounds, most: 1 },
    ladder: [
      { kind: 'named_decider', id: 'ada', when: ['rounds_used', 'quorum_missed_twice'], days: 10, decider },
      { kind: 'status_quo', id: 'end', when: ['rounds_used'] },
    ],
  });
  table.clock.now += 7 * DAY;
  await table.page(FACILITATOR, id);
  table.clock.now += 30 * DAY;
  const page = await table.page('Cllr Ada Pryce', id);
  expect(page.line.says).toBe('Cllr Ada Pryce decides.');
  expect(page.line.needsMe).toEqual(['decide']);
  const decided = { kind: 'decide' as const, adopt: true, reason: 'It is right', answers: [] };
  expect((await table.act('Priya Nandra', id, decided)).status).toBe(403);
  expect((await table.act('Cllr Ada Pryce', id, decided)).status).toBe(200);
});

describe('a rule that bears the name of a looser one', () => {
  const { name } = northvaleRule;
  const LOOSER = {
    'fewer who must answer': { quorum: { atLeast: 2, fromEachSide: 0 } },
    'another step that says yes': {
      ladder: [{ ...MAJORITY, when: ['sustained_block' as const] }, ...northvaleRule.ladder],
    },
    'one round less': { rounds: { ...northvaleRule.rounds, most: 1 } },
  };
  const SAYS = expect.stringContaining(`can’t bear that name. Take “${name}” as it stands`);
  const open = (id: string) => table.act(FACILITATOR, id, { kind: 'open' });
  const take = async (id: string, more: object) => {
    const { draft } = await table.page(FACILITATOR, id);
    const basedOn = { rule: draft?.versions.rule };
    expect((await patch(FACILITATOR, id, { rule: { ...northvaleRule, ...more } }, basedOn)).status).toBe(200);
  };

  it.each(Object.entries(LOOSER))(
    '[KEEP12] a looser rule is not opened under its name: %s',
    async (_, more) => {
      const id = await begin();
      await writeAll(table, id, { ...more, name });
      expect((await table.page(FACILITATOR, id)).draft?.problems).toEqual({ rule: SAYS });
      const { status, json } = await open(id);
      expect([status, json.error.fields]).toEqual([422, { rule: SAYS }]);
      await take(id, { ...more, name: ` ${name.toUpperCase()}` });
      expect((await open(id)).status).toBe(422);
      await take(id, { ...more, name: `${name}, changed` });
      expect((await open(id)).status).toBe(200);
    },
  );

  it('[KEEP12] a tighter one is, and what else is missing is said in the same answer', async () => {
    const id = await begin();
    const tighter = { name, quorum: { atLeast: 9, fromEachSide: 1 }, minorityDays: 30 };
    await writeAll(table, id, { ...LOOSER['one round less'], name }, { reviewAt: null });
    expect((await open(id)).json.error.fields).toEqual({ rule: SAYS, reviewAt: expect.any(String) });
    await take(id, tighter);
    expect((await patch(FACILITATOR, id, { reviewAt: table.clock.now + 99 * DAY })).status).toBe(200);
    expect((await open(id)).status).toBe(200);
  });

  it('[KEEP12] who may not open a decision is told that, whatever its rule is called', async () => {
    const id = await begin();
    await writeAll(table, id, { ...LOOSER['one round less'], name });
    expect((await table.act('Priya Nandra', id, { kind: 'open' })).status).toBe(403);
  });

  it('[KEEP12] a rule that the partnership named keeps its name too, until it is retired', async () => {
    const AT_RULES = '/api/partnerships/northvale/rules';
    const own = { ...northvaleRule, name: 'Large things', quorum: { atLeast: 10, fromEachSide: 1 } };
    expect((await table.as(FACILITATOR, 'POST', AT_RULES, { rule: own, about: '' })).status).toBe(201);
    const id = await begin();
    await writeAll(table, id, { name: 'Large things' });
    expect((await open(id)).status).toBe(422);
    const { rules } = (await table.as(FACILITATOR, 'GET', AT_RULES)).json;
    await table.as(FACILITATOR, 'PUT', `${AT_RULES}/${rules.at(-1).id}/retirement`, {});
    expect((await open(id)).status).toBe(200);
  });

  it('[KEEP12] a partnership can’t name a rule after one of the library that it is looser than', async () => {
    const named = (more: object) =>
      table.as(FACILITATOR, 'POST', '/api/partnerships/northvale/rules', {
        rule: { ...northvaleRule, ...more },
        about: '',
      });
    const looser = await named(LOOSER['fewer who must answer']);
    expect([looser.status, looser.json.error.fields]).toEqual([
      409,
      { 'rule.name': 'This is the name of a rule that it is looser than. Give it another name.' },
    ]);
    expect((await named({ minorityDays: 30 })).status).toBe(201);
  });
});
