import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PersonAction } from '../../../shared/decisions/actions.ts';
import { receiptCode } from '../../../shared/ledger/receipt.ts';
import type { LedgerFile } from '../../../shared/records/file.ts';
import { verified } from '../../unit/shared/ledger/recordFile.ts';
import { DAY, FACILITATOR, HOLDERS, startTable, type Table, taking } from '../decisions/table.ts';

let table: Table;
beforeAll(async () => {
  table = await startTable();
});
afterAll(() => table.stop());

const LEDGER = '/api/partnerships/northvale/ledger';
const MEMBER = 'Ron Tasker';
const HIDDEN = { visibility: { when: 'when_closed', by: 'seat' } } as const;
const BY_SIDE = { visibility: { when: 'as_they_come', by: 'side' } } as const;

/** The file, byte for byte, as someone gets it. */
async function bytesFor(name: string, path: string): Promise<Uint8Array> {
  const cookie = await table.cookieOf(table.person(name));
  const answer = await fetch(`${table.url}${path}`, { headers: { cookie } });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w-]+\.record\.json"$/);
  return new Uint8Array(await answer.arrayBuffer());
}

async function record(name: string, path: string, kept: readonly string[] = []) {
  const bytes = await bytesFor(name, path);
  const { findings, verdict, decisions } = await verified(bytes, kept);
  expect(findings.filter(({ weight }) => weight === 'broken')).toEqual([]);
  expect(verdict).toBe('holds');
  const file = JSON.parse(new TextDecoder().decode(bytes)) as LedgerFile;
  const kinds = file.chain.map((link) => ('line' in link ? link.line.kind : 'held'));
  return { file, findings, decisions, kinds, text: new TextDecoder().decode(bytes) };
}

const of = (id: string) => `/api/decisions/${id}/record`;

async function act(name: string, id: string, action: PersonAction) {
  const { status, json } = await table.act(name, id, action);
  expect(status, JSON.stringify(json)).toBe(200);
  return json.receipt as { hash: string; seq: number | null };
}

async function everyone(id: string) {
  const receipts = [];
  for (const [seat, name] of Object.entries(HOLDERS)) receipts.push(await act(name, id, taking(seat)));
  return receipts;
}

it('[LEDGER4] the record of a decision, as a member gets it, is checked and counted again, with their receipt', async () => {
  const id = await table.opened();
  const receipts = await everyone(id);
  table.clock.now += 7 * DAY;
  await table.page(FACILITATOR, id);
  const kept = receipts.map((receipt) => receiptCode(receipt));
  const { file, findings, decisions } = await record(MEMBER, of(id), kept);
  expect(decisions).toMatchObject([{ counted: 'same', question: 'Shall we start the shared trips?' }]);
  expect(findings.filter(({ check, weight }) => check === 'kept' && weight === 'holds')).toHaveLength(
    kept.length,
  );
  expect(findings.find(({ check, weight }) => check === 'texts' && weight === 'holds')).toBeDefined();
  expect(file.names.seats).toHaveLength(11);
  expect(file.names.people.map(({ name }) => name)).toEqual(
    expect.arrayContaining([FACILITATOR, ...Object.values(HOLDERS)]),
  );
  expect((await record('Priya Nandra', LEDGER, kept)).decisions).toMatchObject([{ counted: 'same' }]);
});

it('[DEC22] while a round is hidden, nobody but the facilitator can tell from any record that somebody has answered', async () => {
  const other = await table.opened();
  const id = await table.opened(HIDDEN);
  const draft = await table.as(FACILITATOR, 'POST', '/api/partnerships/northvale/decisions', {
    question: 'Another?',
  });
  const ofDraft = of(draft.json.id);
  const look = async (name: string) => {
    const files = [of(id), of(other), ofDraft, LEDGER].map(async (path) => (await record(name, path)).text);
    return (await Promise.all(files)).map((text) => text.replace(/"seal":\{[^}]*\}/, ''));
  };
  const before = {
    member: await look(MEMBER),
    voter: await look('Priya Nandra'),
    chair: await look(FACILITATOR),
  };
  await everyone(id);
  expect(await look(MEMBER)).toEqual(before.member);
  expect(await look('Priya Nandra')).toEqual(before.voter);
  expect(await look(FACILITATOR)).not.toEqual(before.chair);
  const { findings, decisions } = await record(MEMBER, of(id));
  expect(findings.map(({ says }) => says).join()).toContain('until a hidden round has closed');
  expect(decisions).toMatchObject([{ counted: 'same', outcome: 'Not decided yet' }]);
  table.clock.now += 7 * DAY;
  await table.page(FACILITATOR, id);
  const after = await record(MEMBER, of(id));
  expect(after.kinds.filter((kind) => kind === 'position_taken')).toHaveLength(Object.keys(HOLDERS).length);
  expect(after.file.endsEarly).toBe(false);
});

it('[DEC22] where answers are shown by side only, a record has one’s own answer and holds others’ back', async () => {
  const id = await table.opened(BY_SIDE);
  await everyone(id);
  table.clock.now += 7 * DAY;
  await table.page(FACILITATOR, id);
  const { file, kinds, findings, decisions, text } = await record(MEMBER, of(id));
  const lines = file.chain.flatMap((link) => ('line' in link ? [link.line] : []));
  const answers = lines.filter(({ kind }) => kind === 'position_taken');
  expect(answers.map(({ payload }) => payload.seat)).toEqual(['northvale-g1']);
  expect(kinds).toContain('round_closed');
  expect(file.names.people.map(({ name }) => name).sort()).toEqual([FACILITATOR, MEMBER].sort());
  expect(text).not.toContain('Priya Nandra');
  expect(decisions).toMatchObject([{ counted: 'not_counted' }]);
  expect(findings.find(({ check }) => check === 'counts')?.weight).toBe('note');
  const chair = await record(FACILITATOR, of(id));
  expect(chair.decisions).toMatchObject([{ counted: 'same' }]);
  const held = kinds.filter((kind) => kind === 'held').length;
  expect(held - chair.kinds.filter((kind) => kind === 'held').length).toBe(Object.keys(HOLDERS).length - 1);
});

it.each([
  ['seat', 'same', 10],
  ['side', 'not_counted', 2],
] as const)(
  '[DEC22] a decision withdrawn in a hidden round, by %s: its record is told and checked as any that has ended',
  async (by, counted, answers) => {
    const id = await table.opened({ visibility: { when: 'when_closed', by } });
    const voters = Object.keys(HOLDERS).length;
    const receipts = await everyone(id);
    const block = { choice: 'block', reason: 'It is too far', harm: 'Some stay at home' } as const;
    await act(MEMBER, id, taking('northvale-g1', block));
    expect((await record(MEMBER, of(id))).kinds).not.toContain('position_taken');
    await act(FACILITATOR, id, { kind: 'withdraw', reason: 'The grant is gone' });
    const kept = receipts.map((receipt) => receiptCode(receipt));
    const { file, kinds, decisions, findings, text } = await record(
      MEMBER,
      of(id),
      by === 'seat' ? kept : [],
    );
    expect(kinds.filter((kind) => kind === 'position_taken')).toHaveLength(answers);
    expect(answers).toBe(by === 'seat' ? voters + 1 : 2);
    expect(file.endsEarly).toBe(false);
    expect(decisions).toMatchObject([{ counted }]);
    expect(text.includes('Priya Nandra')).toBe(by === 'seat');
    expect(findings.map(({ says }) => says).join()).not.toContain('until a hidden round has closed');
    const { rounds, timeline, line } = await table.page('Priya Nandra', id);
    expect(line.says).toBe('Withdrawn.');
    expect(rounds).toMatchObject([{ hidden: false, closedAt: table.clock.now, counted: null }]);
    expect(rounds[0]?.positions).toHaveLength(voters);
    expect(timeline.some(({ kind }) => kind === 'position_taken')).toBe(by === 'seat');
    expect((await record(FACILITATOR, of(id))).decisions).toMatchObject([
      { counted: 'same', outcome: 'Withdrawn' },
    ]);
    expect((await record('Priya Nandra', LEDGER)).file.endsEarly).toBe(false);
  },
);

it('[LEDGER5] what is restricted is in a ledger as hashes alone, and its record is there for nobody else', async () => {
  const id = await table.opened();
  table.db.raw.prepare("update decision set sensitivity = 'restricted' where id = ?").run(id);
  const observer = 'Cllr Tom Ruddock';
  expect((await table.as(observer, 'GET', of(id))).status).toBe(404);
  const { file, text } = await record(observer, LEDGER);
  expect(file.chain.some((link) => 'held' in link)).toBe(true);
  expect(file.decisions.map((each) => each.id)).not.toContain(id);
  expect(text).not.toContain(id);
  expect((await record(FACILITATOR, LEDGER)).text).toContain(id);
});
