import { openDb } from '../../../db/open.ts';
import { carryOut } from '../../../server/decisions/carryOut.ts';
import { perform } from '../../../server/decisions/perform.ts';
import type { PersonAction } from '../../../shared/decisions/actions.ts';
import { isRefusal } from '../../../shared/refusal.ts';
import { partsOver } from './play.ts';

/** What one side of a race does, in a process of its own over the same file, by a clock of its own. */
export type Move =
  | {
      readonly do: 'act';
      readonly memberId: string;
      readonly decisionId: string;
      readonly action: PersonAction;
      readonly requestId: string;
      readonly now: number;
    }
  | { readonly do: 'carryOut'; readonly now: number };

interface Run {
  readonly move: Move;
  /** Both sides go when this moment (ms since 1970) has come. */
  readonly startAt: number;
}

const db = openDb(process.argv[2] as string);
let clock = 0;
const parts = partsOver(db, () => clock);

/** Gives the hash of the receipt, or why it was refused. */
function run(move: Move): string {
  clock = move.now;
  if (move.do === 'carryOut') {
    carryOut(parts, move.now);
    return 'done';
  }
  const done = perform(parts, move);
  return isRefusal(done) ? done.refused : done.kept.hash;
}

process.on('message', ({ move, startAt }: Run) => {
  while (Date.now() < startAt); // both sides spin up to the same moment, so that they truly meet
  process.send?.(run(move));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
