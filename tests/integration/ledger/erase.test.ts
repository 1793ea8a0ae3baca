import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ERASED } from '../../../shared/decisions/erase.ts';
import type { LedgerFile } from '../../../shared/records/file.ts';
import { verified } from '../../unit/shared/ledger/recordFile.ts';
import { DAY, FACILITATOR, HOLDERS, startTable, type Table, taking } from '../decisions/table.ts';

let table: Table;
beforeEach(async () => {
  table = await startTable();
});
afterEach(() => table.stop());

const OFFICER = 'Sam Iqbal';
const SECRET = 'My neighbour Agnes Plumb at number 4 told me so';
const erase = (body: object, who = OFFICER) =>
  table.as(who, 'POST', '/api/partnerships/northvale/ledger/erasures', body);

/** A decision in which two seats give the same reason, one of them twice, and that has ended. */
async function ended(): Promise<string> {
  const id = await table.opened();
  const worry = { choice: 'agree_with_reservations', reason: SECRET } as const;
  await table.act('Ron Tasker', id, taking('northvale-g1', worry));
  await table.act('Ron Tasker', id, taking('northvale-g1', worry));
  await table.act('Del Fenn', id, taking('northvale-u1', worry));
  for (const [seat, name] of Object.entries(HOLDERS))
    if (seat !== 'northvale-g1' && seat !== 'northvale-u1') await table.act(name, id, taking(seat));
  table.clock.now += 7 * DAY;
  await table.page(FACILITATOR, id);
  return id;
}

async function record(id: string) {
  const cookie = await table.cookieOf(table.person(FACILITATOR));
  const answer = await fetch(`${table.url}/api/decisions/${id}/record`, { headers: { cookie } });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const file = JSON.parse(new TextDecoder().decode(bytes)) as LedgerFile;
  const lines = file.chain.flatMap((link) => ('line' in link ? [link.line] : []));
  return { file, lines, ...(await verified(bytes)) };
}

const stored = () =>
  readdirSync(table.folder)
    .filter((name) => name.startsWith('trialogue.db'))
    .map((name) => readFileSync(join(table.folder, name)).toString('latin1'))
    .join();

it('[LEDGER11] words are erased from the ledger, the decision and the disk, and the record still holds', async () => {
  const id = await ended();
  const before = await record(id);
  const [line] = before.lines.filter(({ payload }) => payload.seat === 'northvale-g1');
  const asked = { seq: line?.seq, name: 'reason', reason: 'It names somebody' };
  expect((await erase(asked)).status).toBe(200);
  const after = await record(id);
  expect(after.verdict).toBe('holds');
  expect(after.decisions).toMatchObject([{ counted: 'same' }]);
  expect(after.findings.map(({ says }) => says).join()).toContain('erased: 2.');
  expect(after.lines.slice(0, before.lines.length)).toEqual(before.lines);
  expect(after.lines.at(-1)).toMatchObject({ kind: 'words_erased' });
  // What another seat said is theirs, even word for word.
  expect(after.file.words.filter(({ text }) => text === SECRET)).toHaveLength(1);
  const page = await table.page(FACILITATOR, id);
  const reasons = page.rounds.flatMap(({ positions }) =>
    positions.flatMap((shown) =>
      shown.by === 'seat' && shown.given.position.choice === 'agree_with_reservations'
        ? [[shown.given.seat, shown.given.position.reason]]
        : [],
    ),
  );
  expect(reasons.sort()).toEqual([
    ['northvale-g1', ERASED],
    ['northvale-u1', SECRET],
  ]);
  expect((await erase(asked)).status).toBe(409);
  const [theirs] = before.lines.filter(({ payload }) => payload.seat === 'northvale-u1');
  expect((await erase({ ...asked, seq: theirs?.seq })).status).toBe(200);
  expect(stored()).not.toContain('Agnes Plumb');
});

it('[LEDGER11] only the records officer erases, and only on lines that they may see', async () => {
  const id = await ended();
  const { lines } = await record(id);
  const [line] = lines.filter(({ payload }) => payload.seat === 'northvale-g1');
  const asked = { seq: line?.seq, name: 'reason', reason: 'Because' };
  expect((await erase(asked, FACILITATOR)).status).toBe(403);
  expect((await erase({ ...asked, seq: 9999 })).status).toBe(404);
  expect((await erase({ ...asked, name: 'harm' })).status).toBe(409);
  expect((await erase({ ...asked, reason: '' })).status).toBe(422);
  table.db.raw.prepare("update decision set sensitivity = 'restricted' where id = ?").run(id);
  expect((await erase(asked)).status).toBe(404);
});

it('[LEDGER11] whoever has left can be forgotten: what they did stays, and nobody can tell that it was they', async () => {
  const id = await ended();
  const memberId = table.person('Ron Tasker');
  const asked = { memberId, reason: 'They asked for it' };
  expect((await erase(asked)).status).toBe(409);
  table.db.raw.prepare('update member set left_at = 1 where id = ?').run(memberId);
  const before = await record(id);
  const who = before.file.names.people.find(({ name }) => name === 'Ron Tasker');
  expect((await erase(asked)).status).toBe(200);
  const after = await record(id);
  expect(after.verdict).toBe('holds');
  expect(after.file.names.people).toEqual(before.file.names.people.filter((each) => each !== who));
  expect(after.lines.filter(({ actor }) => actor === who?.id)).toHaveLength(2);
  expect(table.db.raw.prepare('select member_id from ledger_actor where id = ?').pluck().get(who?.id)).toBe(
    null,
  );
  expect((await erase(asked)).status).toBe(409);
  expect((await erase({ ...asked, memberId: 'nobody' })).status).toBe(404);
});

const NAMED = 'Agnes Plumb keeps the key of the hall.';

/** A decision of which the first words name somebody, and the second do not. */
async function amended(): Promise<string> {
  const id = await table.opened();
  const put = async (role: string, text: string) =>
    (await table.as(FACILITATOR, 'PUT', `/api/decisions/${id}/words`, { role, text })).json.hash as string;
  for (const text of [NAMED, 'The caretaker keeps the key of the hall.']) {
    const hash = await put('amendment', text);
    const amend = {
      kind: 'amend' as const,
      hash,
      change: 'Who has the key',
      ifFrozen: 'move_closing' as const,
    };
    expect((await table.act(FACILITATOR, id, amend)).status).toBe(200);
  }
  return id;
}

it('[LEDGER12] a name is taken out of words that were put to a decision: the record holds, and says that it was', async () => {
  const id = await amended();
  const before = await record(id);
  expect(before.file.texts).toHaveLength(3);
  const asked = { decisionId: id, text: 'Agnes Plumb', reason: 'She asked us to' };
  expect((await erase(asked)).json).toEqual({ stillNamed: [] });
  const after = await record(id);
  expect(after.verdict).toBe('holds');
  expect(after.decisions).toMatchObject([{ counted: 'same' }]);
  expect(after.lines.slice(0, before.lines.length)).toEqual(before.lines);
  expect(after.lines.at(-1)).toMatchObject({
    kind: 'words_erased',
    payload: { texts: [{ hash: before.lines.find(({ kind }) => kind === 'amended')?.payload.hash }] },
  });
  expect(JSON.stringify(after.file.texts)).toContain('[erased] keeps the key of the hall.');
  const says = after.findings.filter(({ check }) => check === 'texts').map((each) => each.says);
  expect(says).toEqual([
    'Versions whose words are not in this file, only their fingerprints: 1.',
    'Texts that were put to decision, word for word as they were sealed: 3.',
  ]);
  const page = await table.page('Ron Tasker', id);
  expect(JSON.stringify(page.texts)).toContain('[erased] keeps the key');
  expect(JSON.stringify(page)).not.toContain('Agnes');
  expect(stored()).not.toContain('Agnes Plumb');
  expect((await erase(asked)).status).toBe(409);
});

it('[LEDGER12] other words in the place of those that were erased from are found', async () => {
  const id = await amended();
  await erase({ decisionId: id, text: 'Agnes Plumb', reason: 'She asked us to' });
  const sql = 'update decision_text set blocks = replace(blocks, ?, ?) where decision_id = ?';
  table.db.raw.prepare(sql).run('[erased] keeps', 'Nobody keeps', id);
  const { findings } = await record(id);
  expect(findings.filter(({ weight }) => weight === 'broken').map(({ says }) => says)).toEqual([
    'The words of a proposal are not those that were sealed.',
  ]);
});

it('[LEDGER12] nothing is taken out of words that are being decided, and only the records officer takes it', async () => {
  const id = await amended();
  const asked = { decisionId: id, text: 'caretaker', reason: 'r' };
  const refused = await erase(asked);
  expect([refused.status, refused.json.error.message]).toEqual([
    409,
    expect.stringContaining('These words are being decided now'),
  ]);
  expect((await erase({ ...asked, text: 'Agnes Plumb' }, FACILITATOR)).status).toBe(403);
  expect((await erase({ ...asked, text: 'Someone Else' })).status).toBe(409);
  expect((await erase({ ...asked, decisionId: 'no-such' })).status).toBe(404);
  // Words that were erased from can't be decided on; who writes them again has written them again.
  await erase({ ...asked, text: 'Agnes Plumb' });
  const hash = (await record(id)).lines.find(({ kind }) => kind === 'amended')?.payload.hash as string;
  const amend = { kind: 'amend' as const, hash, change: 'Back', ifFrozen: 'move_closing' as const };
  expect((await table.act(FACILITATOR, id, amend)).status).toBe(422);
  await table.as(FACILITATOR, 'PUT', `/api/decisions/${id}/words`, { role: 'amendment', text: NAMED });
  expect((await table.act(FACILITATOR, id, amend)).status).toBe(200);
  await table.act(FACILITATOR, id, { kind: 'withdraw', reason: 'Enough' });
  expect((await erase(asked)).status).toBe(200);
  table.db.raw.prepare("update decision set sensitivity = 'restricted' where id = ?").run(id);
  expect((await erase({ ...asked, text: 'Agnes Plumb' })).status).toBe(404);
});

it('[LEDGER12] whoever forgets somebody is told in which words they are still named', async () => {
  const id = await table.opened();
  const text = 'Ron Tasker drives the bus.';
  await table.as(FACILITATOR, 'PUT', `/api/decisions/${id}/words`, { role: 'amendment', text });
  const memberId = table.person('Ron Tasker');
  await table.act('Ron Tasker', id, taking('northvale-g1'));
  table.db.raw.prepare('update member set left_at = 1 where id = ?').run(memberId);
  const { line } = await table.page(FACILITATOR, id);
  const { status, json } = await erase({ memberId, reason: 'They asked for it' });
  expect([status, json]).toEqual([200, { stillNamed: [{ decisionId: id, number: line.number }] }]);
});
