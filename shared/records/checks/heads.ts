import { headStatement } from '../../ledger/head.ts';
import type { SignatureCheck } from '../../ledger/signatures.ts';
import { ledgerWords } from '../../messages/en/ledger.ts';
import { fill } from '../../messages/fill.ts';
import { type LedgerFile, sealStatement } from '../file.ts';
import { type Finding, finding } from '../findings.ts';
import type { Chain } from './chain.ts';

const words = ledgerWords.heads;

/** Every signed head must be of this chain, and signed with one key; and so must the file as a whole be. */
export async function checkHeads(file: LedgerFile, chain: Chain, check: SignatureCheck): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const head of file.heads) {
    const { seq, hash, publicKey, signature } = head;
    if (chain.hashes.get(seq) !== hash)
      findings.push(finding('heads', 'broken', fill(words.otherChain, { seq }), seq));
    if (!(await check(publicKey, headStatement(file.partnership.id, head), signature)))
      findings.push(finding('heads', 'broken', fill(words.badSignature, { seq }), seq));
  }
  if (findings.length > 0) return findings;
  const newest = Math.max(0, ...file.heads.map(({ seq }) => seq));
  const unsigned = chain.last - Math.max(newest, file.first - 1);
  const keys = new Set(file.heads.map(({ publicKey }) => publicKey));
  if (keys.size > 0)
    findings.push(finding('heads', 'holds', fill(words.holds, { count: file.heads.length })));
  if (keys.size > 1) findings.push(finding('heads', 'note', fill(words.severalKeys, { count: keys.size })));
  if (unsigned > 0) findings.push(finding('heads', 'note', fill(words.unsigned, { unsigned })));
  return findings;
}

export async function checkSeal(file: LedgerFile, check: SignatureCheck): Promise<Finding[]> {
  const { seal } = file;
  if (!seal) return [finding('seal', 'note', words.noSeal)];
  if (!(await check(seal.publicKey, sealStatement(file), seal.signature)))
    return [finding('seal', 'broken', words.badSeal)];
  const newest = file.heads.at(-1);
  const other = newest !== undefined && newest.publicKey !== seal.publicKey;
  return [
    finding('seal', 'holds', fill(words.sealHolds, { key: seal.publicKey })),
    ...(other ? [finding('seal', 'note', words.sealOtherKey)] : []),
  ];
}
