import { openDb } from '../../../db/open.ts';
import { transact } from '../../../db/transact.ts';
import { append } from '../../../server/ledger/append.ts';
import { entry } from '../../../shared/ledger/entry.ts';

/** How many lines one side of a race adds, act by act, in a process of its own over the same file. */
export interface Move {
  readonly acts: number;
}

export interface Run {
  readonly move: Move;
  /** Both sides go when this moment (ms since 1970) has come. */
  readonly startAt: number;
}

const db = openDb(process.argv[2] as string);

function run({ acts }: Move): string {
  const seqs: number[] = [];
  for (let act = 0; act < acts; act++) {
    const entries = [entry('noted', 1, 'time', { act }, { reason: 'race' }), entry('noted', 1, 'time')];
    const receipts = transact(db, (orm) =>
      append(orm, { partnershipId: 'northvale', subject: `by-${process.pid}`, entries, recordedAt: 1 }),
    );
    seqs.push(...receipts.map(({ seq }) => seq));
  }
  return JSON.stringify(seqs);
}

process.on('message', ({ move, startAt }: Run) => {
  while (Date.now() < startAt);
  process.send?.(run(move));
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
