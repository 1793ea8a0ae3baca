import { canonicalJson } from '../../canonicalJson.ts';
import { chainHash, NO_LINE, sha256 } from '../../ledger/fingerprint.ts';
import type { Line } from '../../ledger/line.ts';
import { ledgerWords } from '../../messages/en/ledger.ts';
import { fill } from '../../messages/fill.ts';
import type { LedgerFile } from '../file.ts';
import { type Finding, finding } from '../findings.ts';

const words = ledgerWords.chain;

export interface Chain {
  /** The hash of the chain after each line, by number, with the one before the first. */
  readonly hashes: ReadonlyMap<number, string>;
  /** Lines that are here whole, by number. */
  readonly lines: ReadonlyMap<number, Line>;
  readonly last: number;
  readonly findings: readonly Finding[];
}

/** Works the chain out again, line by line. Every line names the hash before it, so that one left out or put in shows. */
export function walkChain({ first, before, chain, partnership }: LedgerFile): Chain {
  const hashes = new Map([[first - 1, before]]);
  const lines = new Map<number, Line>();
  const findings: Finding[] = [];
  let hash = before;
  let fits = true;
  if (first === 1 && before !== NO_LINE) findings.push(finding('chain', 'broken', words.wrongStart, 1));
  for (const [index, link] of chain.entries()) {
    const seq = first + index;
    const own = 'held' in link ? link.held : sha256(canonicalJson(link.line));
    if ('line' in link) {
      const { line } = link;
      lines.set(seq, line);
      if (line.seq !== seq) findings.push(finding('chain', 'broken', fill(words.wrongNumber, { seq }), seq));
      // After the first that does not fit, no later one can.
      if (line.prev !== hash && fits)
        findings.push(finding('chain', 'broken', fill(words.wrongLink, { seq }), seq));
      fits &&= line.prev === hash;
      if (line.partnership !== partnership.id)
        findings.push(finding('chain', 'broken', fill(words.wrongPlace, { seq }), seq));
    }
    hash = chainHash(hash, own);
    hashes.set(seq, hash);
  }
  if (findings.length === 0) findings.push(...whole(first, chain.length, chain.length - lines.size));
  return { hashes, lines, last: first + chain.length - 1, findings };
}

function whole(first: number, count: number, held: number): Finding[] {
  if (count === 0) return [finding('chain', 'note', words.empty)];
  const last = first + count - 1;
  const found = [finding('chain', 'holds', fill(words.holds, { first, last, count }))];
  if (held > 0) found.push(finding('chain', 'note', fill(words.held, { held })));
  return found;
}
