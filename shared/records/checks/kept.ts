import { type Head, headStatement, readHeadCode } from '../../ledger/head.ts';
import { readReceiptCode } from '../../ledger/receipt.ts';
import type { SignatureCheck } from '../../ledger/signatures.ts';
import { ledgerWords } from '../../messages/en/ledger.ts';
import { fill } from '../../messages/fill.ts';
import type { LedgerFile } from '../file.ts';
import { type Finding, finding } from '../findings.ts';
import type { Chain } from './chain.ts';

const words = ledgerWords.kept;

/**
 * What the reader kept, in a drawer or a mailbox, against the file: the one thing that a rewritten ledger, signed anew
 * from its first line, can't fit.
 */
export async function checkKept(
  file: LedgerFile,
  chain: Chain,
  kept: readonly string[],
  check: SignatureCheck,
): Promise<Finding[]> {
  if (kept.length === 0) return [finding('kept', 'note', words.none)];
  const found: Finding[] = [];
  for (const code of kept) {
    const head = readHeadCode(code);
    const receipt = readReceiptCode(code);
    if (head) found.push(await keptHead(file, chain, head, check));
    else if (receipt) found.push(keptReceipt(chain, receipt));
    else found.push(finding('kept', 'broken', fill(words.unreadable, { code: code.slice(0, 40) })));
  }
  return found;
}

type KeptHead = Head & { readonly partnership: string };

async function keptHead(
  file: LedgerFile,
  chain: Chain,
  head: KeptHead,
  check: SignatureCheck,
): Promise<Finding> {
  const { seq, hash, partnership, publicKey, signature } = head;
  if (partnership !== file.partnership.id) return finding('kept', 'broken', words.otherPartnership);
  if (!(await check(publicKey, headStatement(partnership, head), signature)))
    return finding('kept', 'broken', fill(words.headBadSignature, { seq }), seq);
  const here = chain.hashes.get(seq);
  if (here === undefined) return outside(file, chain, head);
  if (here !== hash) return finding('kept', 'broken', fill(words.headOtherChain, { seq }), seq);
  const keys = [...file.heads, ...(file.seal ? [file.seal] : [])].map((each) => each.publicKey);
  if (keys.some((key) => key !== publicKey))
    return finding('kept', 'note', fill(words.headOtherKey, { seq }), seq);
  return finding('kept', 'holds', fill(words.headHolds, { seq }), seq);
}

/** Not in this file: before its first line, or after its last, where a whole ledger that is newer than the mail can't end. */
function outside(
  { first, about, endsEarly, madeAt }: LedgerFile,
  { last }: Chain,
  { seq, at }: KeptHead,
): Finding {
  const missing = seq > last && about.kind === 'partnership' && !endsEarly && madeAt >= at;
  return missing
    ? finding('kept', 'broken', fill(words.missing, { seq, last }), seq)
    : finding('kept', 'note', fill(words.outside, { seq, first, last }), seq);
}

function keptReceipt(
  chain: Chain,
  { seq, hash }: { readonly seq: number | null; readonly hash: string },
): Finding {
  const [place] = [...chain.hashes].find(([, each]) => each === hash) ?? [];
  if (place !== undefined && (seq === null || seq === place))
    return finding('kept', 'holds', fill(words.receiptHolds, { seq: place }), place);
  if (seq !== null && !chain.hashes.has(seq))
    return finding('kept', 'note', fill(words.receiptOutside, { seq, last: chain.last }), seq);
  if (seq === null) return finding('kept', 'note', words.receiptNotFound);
  return finding('kept', 'broken', fill(words.receiptOtherChain, { seq }), seq);
}
