import { afterAll, beforeAll, expect, it } from 'vitest';
import { carryOut } from '../../../server/decisions/carryOut.ts';
import { keepTime } from '../../../server/decisions/clock.ts';
import { northvaleRule } from '../../unit/shared/decisions/northvale.ts';
import { AGREE, DAY, FACILITATOR, HOLDERS, startTable, type Table, taking } from './table.ts';

let table: Table;
beforeAll(async () => {
  table = await startTable();
});
afterAll(() => table.stop());

const AT = '/api/partnerships/northvale';
const lines = (id: string) =>
  table.db.raw
    .prepare('select kind from ledger_entry where subject = ? order by seq')
    .pluck()
    .all(id) as string[];

it('[KEEP8] the same request twice is one act with one answer', async () => {
  const id = await table.opened();
  const first = await table.act('Priya Nandra', id, taking('northvale-c1'), 'one-request');
  const again = await table.act('Priya Nandra', id, taking('northvale-c1'), 'one-request');
  expect(again.json.receipt).toEqual(first.json.receipt);
  expect(lines(id).filter((kind) => kind === 'position_taken')).toHaveLength(1);
  // Another act under the same name, by a mistake of whoever sends it, is not lost.
  const changed = taking('northvale-c1', { choice: 'abstain' });
  expect((await table.act('Priya Nandra', id, changed, 'one-request')).status).toBe(200);
  expect(lines(id).filter((kind) => kind === 'position_taken')).toHaveLength(2);
  // Another person's request of the same name is another's.
  const other = await table.act('Col Whitaker', id, taking('northvale-c2'), 'one-request');
  expect(other.json.receipt.hash).not.toBe(first.json.receipt.hash);
});

it('[DEC21] a changed mind is one position with a history, and what is refused leaves no trace', async () => {
  const id = await table.opened();
  await table.act('Priya Nandra', id, taking('northvale-c1'));
  const reserved = { choice: 'agree_with_reservations' as const, reason: 'The bus must run in winter too' };
  await table.act('Priya Nandra', id, taking('northvale-c1', reserved));
  const before = lines(id);
  expect((await table.act('Priya Nandra', id, taking('northvale-c2'))).status).toBe(403);
  const { rounds } = await table.page(FACILITATOR, id);
  expect(rounds[0]?.positions).toMatchObject([
    { by: 'seat', given: { seat: 'northvale-c1', position: reserved }, earlier: [{ position: AGREE }] },
  ]);
  expect(lines(id)).toEqual(before);
});

it('[DEC11] the recorder enters what was given on paper, with a witness from the partnership who is somebody else', async () => {
  const id = await table.opened();
  const paper = (witness: string) => ({
    kind: 'take_position' as const,
    seat: 'northvale-g2',
    position: AGREE,
    through: { channel: 'paper' as const, witness, reference: 'Minute 4' },
  });
  const recorder = 'Ravi Sen';
  expect((await table.act(recorder, id, paper('nobody-here'))).status).toBe(422);
  expect((await table.act(recorder, id, paper(table.person(recorder)))).status).toBe(409);
  expect((await table.act('Priya Nandra', id, paper(table.person('Sam Iqbal')))).status).toBe(403);
  const entered = await table.act(recorder, id, paper(table.person('Sam Iqbal')));
  expect(entered.status).toBe(200);
  const [shown] = (await table.page('Maureen Airey', id)).rounds[0]?.positions ?? [];
  const { people } = await table.page('Maureen Airey', id);
  const given = shown?.by === 'seat' ? shown.given : undefined;
  expect(given).toMatchObject({ channel: 'paper', reference: 'Minute 4' });
  expect(people[given?.witness ?? '']?.name).toBe('Sam Iqbal');
  expect(people[given?.by ?? '']?.name).toBe(recorder);
});

it('[DEC7] a seat that is taken from the table leaves every open decision in the same moment, its history kept', async () => {
  const id = await table.opened();
  await table.act('Bal Dhesi', id, taking('northvale-p3'));
  const seats = (await table.as(FACILITATOR, 'GET', AT)).json.seats;
  const { version } = seats.find((seat: { id: string }) => seat.id === 'northvale-p3');
  const retired = await table.as(FACILITATOR, 'PUT', `${AT}/seats/northvale-p3/retirement`, {
    version,
    reason: 'Moved away',
  });
  expect(retired.status).toBe(200);
  const page = await table.page(FACILITATOR, id);
  expect(page.leavers).toMatchObject([{ seat: 'northvale-p3', reason: 'Moved away' }]);
  expect(page.seats.find((seat) => seat.id === 'northvale-p3')).toMatchObject({
    out: 'left',
    here: 'voting',
  });
  expect(page.rounds[0]?.counted?.working).toMatchObject({ cast: 0, tallyWithLeavers: { agree: 1 } });
  expect((await table.act('Bal Dhesi', id, taking('northvale-p3'))).status).toBe(403);
  expect(lines(id)).toContain('seat_left');
});

it('[DEC6] a seat that joins is shown in every open decision, and has no position there', async () => {
  const id = await table.opened();
  const added = await table.as(FACILITATOR, 'POST', `${AT}/seats`, {
    name: 'Fenwick Harriers',
    side: 'community_provider',
    note: '',
    reason: 'They asked',
  });
  const seat = added.json.seats.find(({ name }: { name: string }) => name === 'Fenwick Harriers');
  const page = await table.page(FACILITATOR, id);
  expect(page.joined).toMatchObject([{ seat: { id: seat.id, side: 'community_provider' } }]);
  expect(page.seats.find((each) => each.id === seat.id)).toMatchObject({ here: 'joined_later' });
  expect(page.sealed?.electorate.some((each) => each.id === seat.id)).toBe(false);
});

it('[KEEP6] who is made facilitator has no voice from that moment on, whatever they hold', async () => {
  const id = await table.opened();
  const roles = (await table.as(FACILITATOR, 'GET', AT)).json.members.find(
    (member: { id: string }) => member.id === table.person('Jo Marr'),
  );
  const give = (wanted: string[], version: string) =>
    table.as(FACILITATOR, 'PUT', `${AT}/members/${roles.id}/roles`, { roles: wanted, version, reason: 'r' });
  const given = await give(['recorder'], roles.version);
  expect(given.status).toBe(200);
  expect((await table.act('Jo Marr', id, taking('northvale-p2'))).status).toBe(403);
  expect((await table.page('Jo Marr', id)).me.seats).toEqual([]);
});

it('[LEAVE2] someone sees the open decisions in which nobody would be left to answer for their seat', async () => {
  const id = await table.opened();
  const ron = table.person('Ron Tasker');
  const { json } = await table.as('Ron Tasker', 'GET', `${AT}/members/${ron}/departure`);
  const found = json.leaves.find((one: { decisionId?: string }) => one.decisionId === id);
  expect(found).toMatchObject({ kind: 'decision', seats: ['Skelby Good Neighbours'], decides: false });
});

it('[DEC23] a deadline bites at its moment, with nothing having run, and what follows is carried out once', async () => {
  const id = await table.opened({ rounds: { ...northvaleRule.rounds, extensionDays: 0 } });
  for (const [seat, name] of Object.entries(HOLDERS).slice(0, 5)) await table.act(name, id, taking(seat));
  table.clock.now += 7 * DAY - 1;
  expect((await table.act('Del Fenn', id, taking('northvale-u1'))).status).toBe(200);
  table.clock.now += 1;
  const late = await table.act('Nasreen Begum', id, taking('northvale-g3'));
  expect(late.status).toBe(409);
  expect(late.json.error.message).toContain('closed');
  carryOut(table.context, table.clock.now);
  carryOut(table.context, table.clock.now);
  expect(lines(id).filter((kind) => /^round_(closed|extended)$/.test(kind))).toHaveLength(1);
});

it('[DEC23] of those due at one moment the oldest comes first, whatever their ids are', async () => {
  const ids: string[] = [];
  for (let count = 0; count < 5; count += 1) ids.push(await table.opened());
  table.clock.now += 7 * DAY;
  carryOut(table.context, table.clock.now);
  const closed = table.db.raw
    .prepare("select subject from ledger_entry where kind = 'round_extended' order by seq")
    .pluck()
    .all() as string[];
  expect(closed.filter((id) => ids.includes(id))).toEqual(ids);
});

it('[KEEP9] what is due is done within two seconds, at start for what was missed, whatever the clock does meanwhile', async () => {
  const id = await table.opened();
  const closed = () => lines(id).some((kind) => /^round_(closed|extended)$/.test(kind));
  const waiting: { after: number; work: () => void }[] = [];
  const after = (milliseconds: number, work: () => void) => {
    waiting.push({ after: milliseconds, work });
    return () => void waiting.splice(0);
  };
  const stop = keepTime(table.context, after);
  const look = () => {
    const next = waiting.shift();
    table.clock.now += next?.after ?? 0;
    next?.work();
  };
  // Weeks ahead: no timer is ever longer than its second, so that none can run over and fire at once.
  for (let i = 0; i < 50; i++) look();
  expect(waiting.every((each) => each.after <= 1000)).toBe(true);
  expect(closed()).toBe(false);
  // An hour back, and a month forward: looked at again a second later, and then done.
  table.clock.now -= 3_600_000;
  look();
  expect(closed()).toBe(false);
  table.clock.now += 30 * DAY;
  look();
  expect(closed()).toBe(true);
  stop();
  expect(waiting).toEqual([]);
  // A server that starts finds what passed while it was down.
  const other = await table.opened();
  table.clock.now += 8 * DAY;
  keepTime(table.context, after)();
  expect(lines(other).some((kind) => /^round_(closed|extended)$/.test(kind))).toBe(true);
});

it('[KEEP10] one decision that fails does not hold up the others, and the failure is in the log without words', async () => {
  const broken = await table.opened();
  const sound = await table.opened();
  table.db.raw
    .prepare("update decision set body = json_set(body, '$.rounds', json('null')) where id = ?")
    .run(broken);
  table.clock.now += 8 * DAY;
  carryOut(table.context, table.clock.now);
  expect(lines(sound).some((kind) => /^round_(closed|extended)$/.test(kind))).toBe(true);
  const failures = () => table.logged.filter((line) => line.includes(broken)).length;
  expect(failures()).toBe(1);
  carryOut(table.context, table.clock.now + 1000);
  expect(failures()).toBe(1);
  carryOut(table.context, table.clock.now + 60_000);
  expect(failures()).toBe(2);
  table.db.raw.prepare('update decision set due_at = null where id = ?').run(broken);
});

it('[DEC14] when someone blocks, the values come up in the words that they had at opening, the one called upon first', async () => {
  const propose = async (words: string) => {
    const value = { words, practice: 'p', question: 'q' };
    const { status } = await table.as('Priya Nandra', 'POST', `${AT}/values`, value);
    expect(status).toBe(200);
  };
  await propose('Nobody loses company');
  await propose('Open books');
  const id = await table.opened();
  const { values, valuesToShow } = await table.page('Priya Nandra', id);
  expect(values.map(({ words }) => words)).toEqual(['Nobody loses company', 'Open books']);
  expect(valuesToShow).toBeNull();
  const [first, second] = values.map((value) => value.id) as [string, string];
  table.clock.now += 1000;
  const reworded = { words: 'Books are open', practice: 'p', question: 'q', basedOn: 1 };
  const anew = await table.as('Priya Nandra', 'POST', `${AT}/values/${second}/versions`, reworded);
  expect(anew.status).toBe(200);
  const block = { choice: 'block' as const, reason: 'We see no books', value: second };
  expect((await table.act('Priya Nandra', id, taking('northvale-c1', block))).status).toBe(200);
  const after = await table.page('Ron Tasker', id);
  expect(after.valuesToShow).toEqual([second, first]);
  expect(after.values.map(({ words }) => words)).toEqual(['Nobody loses company', 'Open books']);
  const unknown = { ...block, value: 'no-such-value' };
  expect((await table.act('Priya Nandra', id, taking('northvale-c1', unknown))).status).toBe(422);
});
