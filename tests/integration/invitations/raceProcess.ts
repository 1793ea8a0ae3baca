import { randomUUID } from 'node:crypto';
import { openDb } from '../../../db/open.ts';
import type { Context } from '../../../server/context.ts';
import { accept } from '../../../server/invitations/answering.ts';
import { invite, inviteAgain, revoke } from '../../../server/invitations/inviting.ts';
import { retireSeat } from '../../../server/partnerships/seatStore.ts';
import { EMPTY_LINE } from '../../../shared/invitations/lines.ts';
import { isRefusal } from '../../../shared/refusal.ts';

/** What one side of a race does, in a process of its own over the same file. */
export type Move =
  | { readonly do: 'accept'; readonly token: string; readonly shown: string; readonly as: string }
  | { readonly do: 'again' | 'revoke'; readonly invitationId: string }
  | { readonly do: 'invite'; readonly email: string; readonly seat: string }
  | { readonly do: 'retire'; readonly seatId: string; readonly version: string };

export interface Run {
  readonly move: Move;
  /** Both sides go when this moment (ms since 1970) has come. */
  readonly startAt: number;
}

const db = openDb(process.argv[2] as string);
const context = {
  db,
  now: () => Date.now(),
  newId: randomUUID,
  address: () => 'https://plans.example',
  mail: { wake: () => {} },
  accessChanges: { tell: () => {} },
} as unknown as Context;
const by = { partnershipId: 'northvale', memberId: 'marsha-odell' };

function run(move: Move): string {
  const outcome = () => {
    switch (move.do) {
      case 'accept':
        return accept(context, { token: move.token, shown: move.shown, name: move.as }, move.as);
      case 'again':
        return inviteAgain(context, by, move.invitationId);
      case 'revoke':
        return revoke(context, by, move.invitationId);
      case 'invite':
        return invite(context, by, [{ ...EMPTY_LINE, email: move.email, seat: move.seat }]);
      case 'retire': {
        const change = { ...by, at: 1, changed: () => {} };
        return retireSeat(db, change, move.seatId, { version: move.version, reason: 'race' }, () => {});
      }
    }
  };
  const answer = outcome();
  return isRefusal(answer) ? answer.refused : 'done';
}

process.on('message', ({ move, startAt }: Run) => {
  while (Date.now() < startAt); // both sides spin up to the same moment, so that they truly meet
  process.send?.(run(move));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
