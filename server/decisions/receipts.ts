import type { Db } from '../../db/open.ts';
import type { ActReceipt } from '../../shared/decisions/recordApi.ts';
import type { KeptLine } from './linesStore.ts';
import { isAnyHiding } from './store.ts';

/**
 * A line of the ledger as the receipt of whoever made it. While answers are hidden anywhere in the partnership it has
 * no number: between two of one's own receipts, the numbers would tell how many have answered. The hash finds the line.
 */
export function shownReceipt(orm: Db['orm'], partnershipId: string, kept: KeptLine): ActReceipt {
  return asReceipt(kept, isAnyHiding(orm, partnershipId));
}

export function asReceipt({ line, hash }: KeptLine, hiding: boolean): ActReceipt {
  const { seat } = line.payload;
  return {
    hash,
    seq: hiding ? null : line.seq,
    at: line.at,
    kind: line.kind,
    seat: typeof seat === 'string' ? seat : null,
  };
}
