import { commitment } from '../../ledger/fingerprint.ts';
import { ledgerWords } from '../../messages/en/ledger.ts';
import { fill } from '../../messages/fill.ts';
import type { LedgerFile } from '../file.ts';
import { type Finding, finding } from '../findings.ts';
import type { Chain } from './chain.ts';

const words = ledgerWords.words;

/** Every text that is here must be the one that its line is bound to. Texts that are not here have been erased. */
export function checkWords(file: LedgerFile, { lines }: Chain): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const { seq, name, salt, text } of file.words) {
    const key = `${seq} ${name}`;
    const bound = lines.get(seq)?.words[name];
    if (bound === undefined || seen.has(key))
      findings.push(finding('words', 'broken', fill(words.ofNoLine, { seq }), seq));
    else if (bound !== commitment(salt, text))
      findings.push(finding('words', 'broken', fill(words.changed, { seq, name }), seq));
    seen.add(key);
  }
  if (findings.length > 0) return findings;
  const all = [...lines.values()].flatMap(({ seq, words: bound }) =>
    Object.keys(bound).map((name) => `${seq} ${name}`),
  );
  const erased = all.filter((key) => !seen.has(key)).length;
  return [
    finding('words', 'holds', fill(words.holds, { count: file.words.length })),
    ...(erased > 0 ? [finding('words', 'note', fill(words.erased, { erased }))] : []),
  ];
}
