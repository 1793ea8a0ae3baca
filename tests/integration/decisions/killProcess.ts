import { openDb } from '../../../db/open.ts';
import { carryOut } from '../../../server/decisions/carryOut.ts';
import { perform } from '../../../server/decisions/perform.ts';
import { C1, PRIYA, partsOver } from './play.ts';

/** Does one thing to a decision, and is killed just before its nth write: no handler runs, nothing is tidied up. */
const [path, what, decisionId, now, killAt] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
];
const db = openDb(path);
let writes = 0;
/** The end of a transaction counts too: killed there, everything is written and nothing is committed. */
function step(): void {
  writes += 1;
  if (writes === Number(killAt)) process.kill(process.pid, 'SIGKILL');
}
const prepare = db.raw.prepare.bind(db.raw);
db.raw.prepare = ((sql: string) => {
  const statement = prepare(sql);
  if (!/^\s*(insert|update|delete)/i.test(sql)) return statement;
  for (const way of ['run', 'get', 'all'] as const) {
    const real = statement[way].bind(statement);
    const counted = (...given: unknown[]) => {
      step();
      return real(...given);
    };
    Object.defineProperty(statement, way, { value: counted });
  }
  return statement;
}) as typeof db.raw.prepare;
const transaction = db.raw.transaction.bind(db.raw);
db.raw.transaction = ((work: () => unknown) =>
  transaction(() => {
    const result = work();
    step();
    return result;
  })) as typeof db.raw.transaction;

const parts = partsOver(db, () => Number(now));
if (what === 'carryOut') carryOut(parts, Number(now));
else
  perform(parts, {
    decisionId,
    memberId: PRIYA,
    requestId: 'the-same-request',
    action: {
      kind: 'take_position',
      seat: C1,
      position: { choice: 'agree' },
      through: { channel: 'web' },
    },
  });
process.stdout.write(`${writes} writes`);
