import { randomUUID } from 'node:crypto';
import type { openDb } from '../../../db/open.ts';
import { transact } from '../../../db/transact.ts';
import { perform } from '../../../server/decisions/perform.ts';
import { addDecision } from '../../../server/decisions/store.ts';
import { keepWords } from '../../../server/decisions/textStore.ts';
import { Changes } from '../../../server/live/changes.ts';
import { createLog } from '../../../server/log.ts';
import type { PersonAction } from '../../../shared/decisions/actions.ts';
import { newDecision } from '../../../shared/decisions/decision.ts';
import type { Rule } from '../../../shared/decisions/rule.ts';
import { isRefusal } from '../../../shared/refusal.ts';
import { MAJORITY, ruleOf, STATUS_QUO } from '../../unit/shared/decisions/table.ts';

type Db = ReturnType<typeof openDb>;

/** What decisions need of a server, over one database file and with a clock that the test sets. */
export function partsOver(db: Db, now: () => number) {
  const log = createLog({ logLevel: 'silent' });
  const mail = { wake: () => {}, close: async () => {} };
  const address = () => 'https://plans.example';
  return { db, now, newId: randomUUID, changes: new Changes(), log, mail, address };
}
export type Parts = ReturnType<typeof partsOver>;

/** One round, then a vote, then the status quo: a close has much to write. */
export const ONE_ROUND: Rule = ruleOf({
  rounds: { most: 1, extensionDays: 0 },
  ladder: [{ ...MAJORITY, quorum: false, when: ['rounds_used', 'quorum_missed_twice'] }, STATUS_QUO],
});

const DAY = 86_400_000;
export const CHAIR = 'marsha-odell';
export const PRIYA = 'priya-nandra';
export const C1 = 'northvale-c1';

/** A draft in the Northvale partnership with all that opening needs. */
export function addReady({ db, now }: Parts, id: string, rule: Rule = ONE_ROUND): void {
  transact(db, (orm) => {
    const words = [{ kind: 'paragraph' as const, runs: [{ text: `Shared trips run. ${id}` }] }];
    const row = addDecision(orm, {
      id,
      partnershipId: 'northvale',
      sensitivity: 'members',
      createdBy: null,
      createdAt: now(),
      body: newDecision(id),
    });
    const proposal = keepWords(orm, row.id, words, now());
    const draft = {
      question: 'Shall we?',
      proposal,
      standing: { kind: 'delegated' as const },
      rule,
      closesAt: now() + 7 * DAY,
      reviewAt: now() + 100 * DAY,
    };
    const body = JSON.stringify({ ...newDecision(id), draft });
    db.raw.prepare('update decision set body = ? where id = ?').run(body, id);
  });
}

/** An act that must not be refused. */
export function does(parts: Parts, memberId: string, decisionId: string, action: PersonAction): void {
  const done = perform(parts, { decisionId, memberId, action, requestId: randomUUID() });
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
}

/** An open decision whose round closes a week after now. */
export function addOpen(parts: Parts, id: string, rule: Rule = ONE_ROUND): void {
  addReady(parts, id, rule);
  does(parts, CHAIR, id, { kind: 'open' });
}

/** The kinds of the lines about a decision, in order. */
export function kinds(db: Db, id: string): string[] {
  const lines = db.raw.prepare('select kind from ledger_entry where subject = ? order by seq');
  return lines.pluck().all(id) as string[];
}

/** What is wrong with the ledger: numbers that are missing, lines that don't hold to the one before. */
export function brokenLinks(db: Db): string[] {
  const rows = db.raw
    .prepare("select seq, line, hash from ledger_entry where partnership_id = 'northvale' order by seq")
    .all() as { seq: number; line: string; hash: string }[];
  return rows.flatMap(({ seq, line }, index) => {
    const { prev, seq: own } = JSON.parse(line) as { prev: string; seq: number };
    const before = rows[index - 1]?.hash ?? '0'.repeat(64);
    return seq === index + 1 && own === seq && prev === before ? [] : [`line ${seq}`];
  });
}
