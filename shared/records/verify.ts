import type { SignatureCheck } from '../ledger/signatures.ts';
import { ledgerWords } from '../messages/en/ledger.ts';
import { walkChain } from './checks/chain.ts';
import { type CountedDecision, checkCounts } from './checks/counts.ts';
import { readFile } from './checks/form.ts';
import { checkHeads, checkSeal } from './checks/heads.ts';
import { checkKept } from './checks/kept.ts';
import { checkTexts } from './checks/texts.ts';
import { checkWords } from './checks/words.ts';
import type { LedgerFile } from './file.ts';
import { type Finding, finding } from './findings.ts';

export interface ToVerify {
  /** The file, byte for byte. */
  readonly bytes: Uint8Array;
  /** Receipts and mailed heads that the reader kept, one line each. */
  readonly kept: readonly string[];
  readonly check: SignatureCheck;
}

export interface Verified {
  /** `holds`: nothing is wrong, with what there is to know in notes. `broken`: do not trust this record. */
  readonly verdict: 'holds' | 'broken';
  readonly findings: readonly Finding[];
  readonly decisions: readonly CountedDecision[];
  /** What the file says of itself; null when it could not be read. */
  readonly about: {
    readonly partnership: string;
    readonly madeAt: number;
    readonly lines: number;
  } | null;
}

/**
 * Checks a record, with nothing but the record: its form, the chain, the texts, the signatures, what the reader kept, and
 * every count. Asks no server and knows no clock. Never throws for what is in the file: what is wrong is a finding.
 */
export async function verify({ bytes, kept, check }: ToVerify): Promise<Verified> {
  const { file, findings: form } = readFile(bytes);
  if (!file) return { verdict: 'broken', findings: form, decisions: [], about: null };
  const chain = walkChain(file);
  const signed = orNoSignatures(check);
  const counts = checkCounts(file, chain);
  const findings = [
    ...form,
    ...chain.findings,
    ...(file.endsEarly ? [finding('chain', 'note', ledgerWords.chain.endsEarly)] : []),
    ...(await checkHeads(file, chain, signed.check)),
    ...(await checkSeal(file, signed.check)),
    ...(await checkKept(file, chain, kept, signed.check)),
    ...checkWords(file, chain),
    ...checkTexts(file, chain),
    ...counts.findings,
    ...(signed.cannot() ? [finding('heads', 'broken', ledgerWords.heads.cannotCheck)] : []),
  ];
  return {
    verdict: findings.some(({ weight }) => weight === 'broken') ? 'broken' : 'holds',
    findings,
    decisions: counts.decisions,
    about: aboutOf(file),
  };
}

/** Where there is no Ed25519, that is said once, and loudly: what was not checked must not look as if it held. */
function orNoSignatures(check: SignatureCheck) {
  let missing = false;
  return {
    cannot: () => missing,
    check: async (...asked: Parameters<SignatureCheck>) => {
      try {
        return await check(...asked);
      } catch {
        missing = true;
        return true;
      }
    },
  };
}

function aboutOf({ partnership, madeAt, chain }: LedgerFile): Verified['about'] {
  return { partnership: partnership.name, madeAt, lines: chain.length };
}
