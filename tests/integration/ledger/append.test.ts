import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { transact } from '../../../db/transact.ts';
import { EXAMPLE_PARTNERSHIP } from '../../../server/example/store.ts';
import { actorOf, append } from '../../../server/ledger/append.ts';
import { entry } from '../../../shared/ledger/entry.ts';
import { chainHash, commitment, NO_LINE, sha256 } from '../../../shared/ledger/fingerprint.ts';
import { createWorld, type World } from '../../world.ts';
import { startRivals } from '../rivals.ts';
import type { Move } from './appendProcess.ts';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.close());

const PARTNERSHIP = { partnershipId: EXAMPLE_PARTNERSHIP };
const add = (...entries: ReturnType<typeof entry>[]) =>
  transact(world.db, (orm) => append(orm, { ...PARTNERSHIP, subject: 'd1', entries, recordedAt: 9 }));
const said = (reason: string) => entry('position_taken', 5, 'who', { seat: 'C1' }, { reason }, true);
const all = (table: string) =>
  world.db.raw.prepare(`select * from ${table} order by seq`).all() as Record<string, string | number>[];

it('[LEDGER2] lines are added in order, each linked to the one before, with a receipt for each', () => {
  const receipts = [...add(said('too far'), entry('noted', 5, 'time')), ...add(said('no bus'))];
  expect(receipts.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  let before = NO_LINE;
  for (const [index, { line, hash, hidden }] of all('ledger_entry').entries()) {
    expect(JSON.parse(String(line))).toMatchObject({ seq: index + 1, prev: before, at: 9, effectiveAt: 5 });
    before = chainHash(before, sha256(String(line)));
    expect(hash).toBe(before);
    expect(receipts[index]?.hash).toBe(before);
    expect(hidden).toBe(index === 1 ? 0 : 1);
  }
});

it('[LEDGER2] free text is beside its line, and each has a salt of its own', () => {
  add(said('too far'), said('too far'));
  const lines = all('ledger_entry').map(({ line }) => JSON.parse(String(line)));
  const words = all('ledger_words');
  expect(JSON.stringify(lines)).not.toContain('too far');
  expect(words.map(({ text }) => text)).toEqual(['too far', 'too far']);
  expect(new Set([...words.map(({ salt }) => salt), ...lines.map(({ salt }) => salt)]).size).toBe(4);
  for (const [index, { salt, text }] of words.entries())
    expect(lines[index].words.reason).toBe(commitment(String(salt), String(text)));
});

it('[LEDGER2] a change that is undone leaves no line', () => {
  const fail = () =>
    transact(world.db, (orm) => {
      append(orm, { ...PARTNERSHIP, subject: 'd1', entries: [said('never')], recordedAt: 9 });
      throw new Error('undone');
    });
  expect(fail).toThrow('undone');
  expect(all('ledger_entry')).toEqual([]);
  expect(all('ledger_words')).toEqual([]);
});

it('[LEDGER2] the ledger knows a member by one random name, which is not theirs', () => {
  const memberId = world.person('Priya Nandra');
  const who = (member: string) =>
    transact(world.db, (orm) => actorOf(orm, { ...PARTNERSHIP, memberId: member, newId: randomUUID }));
  const first = who(memberId);
  expect(who(memberId)).toBe(first);
  expect(first).not.toBe(memberId);
  expect(who(world.person('Ravi Sen'))).not.toBe(first);
});

it('[LEDGER3] the database refuses to change, delete, replace or leave out a line', () => {
  add(said('a'), said('b'), said('c'));
  const { raw } = world.db;
  const before = all('ledger_entry');
  const { line, hash } = before[1] as { line: string; hash: string };
  const insert = (how: string, seq: number) =>
    raw
      .prepare(
        `${how} into ledger_entry (partnership_id, seq, line, hash, subject, kind, at, hidden) values (?, ?, ?, ?, 'd1', 'x', 1, 0)`,
      )
      .run(EXAMPLE_PARTNERSHIP, seq, line, hash);
  const onlyAdded = 'the ledger is only added to';
  for (const column of ['line', 'hash', 'subject', 'kind', 'at', 'hidden', 'seq'])
    expect(() => raw.prepare(`update ledger_entry set ${column} = ${column} where seq = 2`).run()).toThrow(
      onlyAdded,
    );
  expect(() => raw.prepare('update or replace ledger_entry set seq = 1 where seq = 2').run()).toThrow(
    onlyAdded,
  );
  expect(() => raw.prepare('delete from ledger_entry where seq = 3').run()).toThrow(onlyAdded);
  expect(() => raw.prepare('delete from ledger_entry').run()).toThrow(onlyAdded);
  for (const seq of [0, 1, 2, 3, 5])
    for (const how of ['insert', 'insert or replace', 'replace', 'insert or ignore'])
      expect(() => insert(how, seq)).toThrow('the ledger has no gaps');
  expect(all('ledger_entry')).toEqual(before);
});

it('[LEDGER2] two processes that add lines at the same moment make one chain without gaps', async () => {
  const rivals = await startRivals<Move>(
    new URL('./appendProcess.ts', import.meta.url),
    join(world.folder, 'trialogue.db'),
  );
  const seqs = (await rivals.race([{ acts: 40 }, { acts: 40 }])).map((told) => JSON.parse(told) as number[]);
  await rivals.stop();
  const every = seqs.flat().sort((a, b) => a - b);
  expect(every).toEqual(every.map((_, index) => index + 1));
  expect(every).toHaveLength(160);
  // The lines of one act stay together.
  for (const mine of seqs)
    for (const [index, seq] of mine.entries())
      if (index % 2 === 1) expect(seq).toBe((mine[index - 1] ?? 0) + 1);
  let before = NO_LINE;
  for (const { line, hash } of all('ledger_entry')) {
    expect(JSON.parse(String(line)).prev).toBe(before);
    before = chainHash(before, sha256(String(line)));
    expect(hash).toBe(before);
  }
});
