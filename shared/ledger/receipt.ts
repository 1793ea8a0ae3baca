/** What somebody keeps who recorded a position: the line's number, and its hash in the chain. */
export interface Receipt {
  readonly seq: number;
  readonly hash: string;
}

/**
 * A receipt in one line that can be kept and pasted. In a hidden round it has no number: that would tell how many lines
 * came before, and so whether others have answered. The hash alone finds the line.
 */
export function receiptCode({ seq, hash }: { readonly seq: number | null; readonly hash: string }): string {
  return `trialogue-receipt-1.${seq ?? 'x'}.${hash}`;
}

const RECEIPT = /^trialogue-receipt-1\.(\d{1,15}|x)\.([0-9a-f]{64})$/;

/** Reads a receipt that somebody kept; undefined when it is none. */
export function readReceiptCode(
  code: string,
): { readonly seq: number | null; readonly hash: string } | undefined {
  const [, seq, hash] = RECEIPT.exec(code.replace(/\s/g, '')) ?? [];
  if (!hash) return undefined;
  return { seq: seq === 'x' ? null : Number(seq), hash };
}
