import { canonicalJson } from '../../canonicalJson.ts';
import { ledgerWords } from '../../messages/en/ledger.ts';
import { type LedgerFile, ledgerFileShape } from '../file.ts';
import { type Finding, finding } from '../findings.ts';

const words = ledgerWords.form;

/**
 * Reads a file, which must be in its own canonical form, byte for byte: then there is no byte in it that means nothing
 * and could be changed. Without a file that can be read, nothing else can be checked.
 */
export function readFile(bytes: Uint8Array): { readonly file?: LedgerFile; readonly findings: Finding[] } {
  const broken = (says: string) => ({ findings: [finding('form', 'broken', says)] });
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    return broken(words.unreadable);
  }
  const parsed = ledgerFileShape.safeParse(value);
  if (!parsed.success) return broken(isOfOtherVersion(value) ? words.otherVersion : words.otherShape);
  const own = canonicalJson(value) === text;
  return {
    file: value as LedgerFile,
    findings: [own ? finding('form', 'holds', words.holds) : finding('form', 'broken', words.notOwn)],
  };
}

function isOfOtherVersion(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('v' in value)) return false;
  return value.kind === 'trialogue-record' && value.v !== 1;
}
