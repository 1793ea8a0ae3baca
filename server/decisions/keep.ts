import type { Db } from '../../db/open.ts';
import type { AfterCommit } from '../../db/transact.ts';
import type { Applied } from '../../shared/decisions/entries.ts';
import type { Entry } from '../../shared/ledger/entry.ts';
import type { Receipt } from '../../shared/ledger/receipt.ts';
import type { Hearer } from '../../shared/live/changes.ts';
import type { Context } from '../context.ts';
import { append } from '../ledger/append.ts';
import { adoptValues } from './adoptValues.ts';
import { mayRead } from './mayRead.ts';
import { type DecisionRow, saveDecision } from './store.ts';
import { tell } from './telling.ts';

/** A transaction that is under way. */
export interface Under {
  readonly orm: Db['orm'];
  readonly afterCommit: AfterCommit;
}

/** What telling of a change needs. */
export type Keeping = Pick<Context, 'changes' | 'mail'>;

/**
 * Writes down what came of a decision, and its lines in the ledger, in the transaction in which `row` was read; pages
 * are told once it is on the disk. Gives a receipt for each entry, in order.
 */
export function keep(
  { changes, mail }: Keeping,
  under: Under,
  row: DecisionRow,
  applied: Applied,
  at: number,
  sensitivity = row.sensitivity,
): Receipt[] {
  const { orm, afterCommit } = under;
  const { decision, entries } = applied;
  const { id, partnershipId } = row;
  const receipts = append(orm, { partnershipId, subject: id, entries, recordedAt: at });
  saveDecision(orm, row, decision, at, sensitivity);
  adoptValues({ changes }, under, row, applied, at);
  const after = { ...row, body: decision, sensitivity };
  if (tell(orm, after, applied, receipts, at)) afterCommit(() => mail.wake());
  afterCommit(() =>
    changes.tell(
      partnershipId,
      { kind: 'decision', id },
      (member) => mayRead(after, member) && mayHearOf(entries, member),
    ),
  );
  return receipts;
}

/** Of an answer in a hidden round, only its own seat and the facilitator may learn that it came. */
function mayHearOf(entries: readonly Entry[], { roles, seats }: Hearer): boolean {
  return (
    roles.includes('facilitator') ||
    entries.some(({ hidden, payload }) => !hidden || seats.some(({ id }) => id === payload.seat))
  );
}
