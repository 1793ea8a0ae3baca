// How the register and a decision's page grow: `npm run bench:register`. It reports, and fails nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDb } from '../../db/open.ts';
import { transact } from '../../db/transact.ts';
import type { Context } from '../../server/context.ts';
import { carryOut } from '../../server/decisions/carryOut.ts';
import { perform } from '../../server/decisions/perform.ts';
import { register } from '../../server/decisions/register.ts';
import { shown } from '../../server/decisions/shown.ts';
import { addDecision, decisionRow, saveDecision } from '../../server/decisions/store.ts';
import { northvaleCast } from '../../server/example/cast.ts';
import { addExamplePartnership } from '../../server/example/store.ts';
import type { Actor } from '../../shared/decisions/actions.ts';
import { apply } from '../../shared/decisions/apply.ts';
import { type Decision, newDecision } from '../../shared/decisions/decision.ts';
import type { Seat } from '../../shared/decisions/electorate.ts';
import { advance } from '../../shared/decisions/time.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { SIDES } from '../../shared/partnerships/sides.ts';
import { isRefusal } from '../../shared/refusal.ts';
import { partsOver } from '../integration/decisions/play.ts';
import { ruleOf } from '../unit/shared/decisions/table.ts';

const SIZES = [50, 500, 5_000];
const SEATS = [10, 100, 1_000, 10_000];
const TIMES = 5;
const DAY = 86_400_000;
const T0 = Date.parse('2025-04-01T09:00:00Z');
const CHAIR: Actor = { id: 'f', roles: ['facilitator', 'recorder'], seats: [], bodies: [] };
const PRIYA: OwnMember = {
  id: 'priya-nandra',
  name: 'Priya Nandra',
  isPseudonym: false,
  roles: [],
  seats: [{ id: 'northvale-c1', code: 'C1', name: 'C1', side: 'commissioner', kind: 'holder' }],
};

/** A decision that is open, in which every seat but the first has agreed. */
function opened(id: string, seats: number, now: number): Decision {
  const electorate: Seat[] = Array.from({ length: seats }, (_, index) => ({
    id: index === 0 ? 'northvale-c1' : `S${index}`,
    side: SIDES[index % SIDES.length] ?? 'commissioner',
  }));
  const draft = {
    question: `Shall we do what decision ${id} proposes?`,
    proposal: '0'.repeat(64),
    standing: { kind: 'delegated' as const },
    electorate,
    rule: ruleOf(),
    opensAt: now,
    closesAt: now + 7 * DAY,
    reviewAt: now + 500 * DAY,
  };
  const applied = apply({ ...newDecision(id), draft }, { kind: 'open' }, { now, actor: CHAIR });
  if (isRefusal(applied)) throw new Error(JSON.stringify(applied));
  const [round] = applied.decision.rounds;
  if (!round) throw new Error('opening opens a round');
  const positions = electorate.slice(1).map(({ id: seat }) => ({
    seat,
    position: { choice: 'agree' as const },
    by: seat,
    at: now,
    channel: 'web' as const,
    version: 1,
    witness: null,
    reference: null,
  }));
  return { ...applied.decision, rounds: [{ ...round, positions }] };
}

/** Of twenty, one is a draft, two are open, and the others were agreed long ago, with their statement. */
function madeUp(id: string, index: number, now: number): Decision {
  if (index % 20 === 0) return { ...newDecision(id), draft: { question: `What about ${id}?` } };
  if (index % 20 < 3) return opened(id, 11, now - DAY);
  const ended = advance(opened(id, 11, now - 100 * DAY), now - 50 * DAY).decision;
  return { ...ended, statement: { by: 'f', at: now - 49 * DAY, text: 'We agreed on this together.' } };
}

function median(work: () => unknown): number {
  work();
  const took = Array.from({ length: TIMES }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return took.sort((a, b) => a - b)[TIMES >> 1] as number;
}

function withDb<T>(work: (context: Context) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const db = openDb(join(folder, 'trialogue.db'));
  try {
    addExamplePartnership(db, northvaleCast(), T0);
    return work({ ...partsOver(db, () => T0) } as unknown as Context);
  } finally {
    db.raw.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function add({ db }: Context, decisions: readonly Decision[]): void {
  transact(db, (orm) => {
    for (const body of decisions) {
      const { id } = body;
      const common = { partnershipId: 'northvale', sensitivity: 'members' as const, createdBy: null };
      const row = addDecision(orm, { ...common, id, createdAt: T0, body: newDecision(id) });
      saveDecision(orm, row, body, T0);
    }
  });
}

const who = { partnershipId: 'northvale', member: PRIYA };
const ms = (time: number) => `${time.toFixed(time < 10 ? 1 : 0)} ms`;

const lists = SIZES.map((size) =>
  withDb((context) => {
    add(
      context,
      Array.from({ length: size }, (_, index) => madeUp(`d${index}`, index, T0)),
    );
    return {
      decisions: size,
      'first page': ms(median(() => register(context, who, {}))),
      'last page': ms(median(() => register(context, who, { before: '40' }))),
      'what waits for me': ms(median(() => register(context, who, { show: 'needs_me' }))),
      'nothing due': ms(median(() => carryOut(context, T0))),
      'one page': ms(median(() => shown(context, { decisionId: 'd1', ...who }))),
    };
  }),
);
console.log(`The register, medians of ${TIMES}:`);
console.table(lists);

const pages = SEATS.map((seats) =>
  withDb((context) => {
    add(context, [opened('large', seats, T0 - DAY)]);
    let request = 0;
    const position = () =>
      perform(context, {
        decisionId: 'large',
        memberId: PRIYA.id,
        requestId: `request-${++request}`,
        action: {
          kind: 'take_position',
          seat: 'northvale-c1',
          position: { choice: 'agree' },
          through: { channel: 'web' },
        },
      });
    return {
      seats,
      'its page': ms(median(() => shown(context, { decisionId: 'large', ...who }))),
      'one position': ms(median(position)),
      'kB stored': Math.round(JSON.stringify(decisionRow(context.db.orm, 'large')?.body ?? '').length / 1024),
    };
  }),
);
console.log(`One decision, medians of ${TIMES}:`);
console.table(pages);
