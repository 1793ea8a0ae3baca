import { openDb } from '../../../db/open.ts';
import type { Change } from '../../../server/partnerships/changing.ts';
import { depart, giveRoles, handOver } from '../../../server/partnerships/memberStore.ts';
import { retireSeat, seatPeople } from '../../../server/partnerships/seatStore.ts';

/** What one side of a race does, in a process of its own over the same file. */
export type Move =
  | { readonly do: 'seat'; readonly by: string; readonly holder: string; readonly version: string }
  | { readonly do: 'retire'; readonly by: string; readonly version: string }
  | { readonly do: 'depart'; readonly by: string; readonly who: string }
  | { readonly do: 'handOver'; readonly by: string; readonly to: string }
  | { readonly do: 'roles'; readonly by: string; readonly who: string; readonly version: string };

export interface Run {
  readonly move: Move;
  /** Both sides go when this moment (ms since 1970) has come. */
  readonly startAt: number;
}

const SEAT = 'northvale-p1';
const db = openDb(process.argv[2] as string);

function run(move: Move): string {
  const by: Change = { partnershipId: 'northvale', memberId: move.by, at: 1, changed: () => {} };
  const reason = 'race';
  const outcome = () => {
    switch (move.do) {
      case 'seat': {
        const { holder, version } = move;
        return seatPeople(db, by, SEAT, { holder, substitutes: [], version, reason });
      }
      case 'retire':
        return retireSeat(db, by, SEAT, { version: move.version, reason }, () => {});
      case 'depart':
        return depart(db, by, move.who, reason);
      case 'handOver':
        return handOver(db, by, move.to, reason);
      case 'roles':
        return giveRoles(db, by, move.who, { roles: [], version: move.version, reason });
    }
  };
  return outcome()?.refused ?? 'done';
}

process.on('message', ({ move, startAt }: Run) => {
  while (Date.now() < startAt); // both sides spin up to the same moment, so that they truly meet
  process.send?.(run(move));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
