import { hashBlocks } from '../../documents/canonical.ts';
import type { Line } from '../../ledger/line.ts';
import { ledgerWords } from '../../messages/en/ledger.ts';
import { fill } from '../../messages/fill.ts';
import type { LedgerFile } from '../file.ts';
import { type Finding, finding } from '../findings.ts';
import type { Chain } from './chain.ts';

const words = ledgerWords.texts;

/** The words that were put to decision must be those whose hash was sealed. */
export function checkTexts(file: LedgerFile, { lines }: Chain): Finding[] {
  const bound = new Set(
    [...lines.values()].flatMap((line) => boundBy(line).map((hash) => `${line.subject} ${hash}`)),
  );
  const findings: Finding[] = [];
  const here = new Set<string>();
  for (const { decision, hash, blocks } of file.texts) {
    const key = `${decision} ${hash}`;
    if (!bound.has(key) || here.has(key)) findings.push(finding('texts', 'broken', words.ofNoLine));
    if (hashBlocks(blocks) !== hash) findings.push(finding('texts', 'broken', words.changed));
    here.add(key);
  }
  const missing = [...bound].filter((key) => !here.has(key)).length;
  if (missing > 0) findings.push(finding('texts', 'note', fill(words.missing, { missing })));
  if (findings.every(({ weight }) => weight === 'note') && here.size > 0)
    findings.push(finding('texts', 'holds', fill(words.holds, { count: here.size })));
  return findings;
}

/** The hashes of the texts that a line binds its decision to. */
export function boundBy({ kind, payload }: Pick<Line, 'kind' | 'payload'>): string[] {
  if (kind === 'amended') return [payload.hash].filter((hash) => typeof hash === 'string');
  // Words from which something was erased are bound to the line that says so.
  if (kind === 'words_erased') return hashesIn(payload.texts, 'now');
  if (kind !== 'opened') return [];
  return [payload.proposal, ...hashesIn(payload.alternatives, 'hash')].filter(
    (hash) => typeof hash === 'string',
  );
}

function hashesIn(list: unknown, field: string): string[] {
  const each = Array.isArray(list) ? list : [];
  return each
    .map((one: Record<string, unknown> | null) => one?.[field])
    .filter((hash) => typeof hash === 'string');
}
