import { canonicalJson } from '../../canonicalJson.ts';
import { bare } from '../../decisions/acts/drafting.ts';
import { workingInWords } from '../../decisions/count/lineInWords.ts';
import { type Decision, outcomeOf } from '../../decisions/decision.ts';
import { ledgerWords } from '../../messages/en/ledger.ts';
import { fill } from '../../messages/fill.ts';
import type { LedgerFile } from '../file.ts';
import { type Finding, finding } from '../findings.ts';
import type { ReadLine } from '../recount/actionOf.ts';
import { type Recount, recount } from '../recount/recount.ts';
import type { Chain } from './chain.ts';

const words = ledgerWords.counts;

/** One decision as it was counted again. */
export interface CountedDecision {
  readonly id: string;
  readonly number: number | null;
  readonly question: string | null;
  readonly counted: 'same' | 'differs' | 'not_counted';
  readonly outcome: string | null;
  readonly rounds: readonly { readonly number: number; readonly inWords: readonly string[] }[];
}

/** Counts every decision again that has been opened, and compares what comes of it with what was recorded. */
export function checkCounts(file: LedgerFile, { lines }: Chain) {
  const findings: Finding[] = [];
  const decisions: CountedDecision[] = [];
  for (const [id, read] of bySubject(file, lines)) {
    if (!read.some(({ line }) => line.kind === 'opened')) continue;
    const listed = file.decisions.find((each) => each.id === id);
    const again = listed?.whole === true ? recountOrNot(read) : undefined;
    const name = fill(words.name, { number: listed?.number ?? '?' });
    findings.push(...told(again, name), ...sealedWords(read, name));
    decisions.push({
      id,
      number: listed?.number ?? null,
      question: questionOf(read),
      counted: again === undefined ? 'not_counted' : again.kind === 'same' ? 'same' : 'differs',
      ...(again?.kind === 'same' ? shown(again.decision) : { outcome: null, rounds: [] }),
    });
  }
  return { findings, decisions };
}

/** What no engine of ours ever wrote may be so odd that it can't even be read: that is a finding too. */
function recountOrNot(read: readonly ReadLine[]): Recount {
  try {
    return recount(read);
  } catch {
    return { kind: 'differs', seq: read[0]?.line.seq ?? 0, expected: null, because: words.odd };
  }
}

function bySubject(file: LedgerFile, lines: Chain['lines']): Map<string, ReadLine[]> {
  const texts = new Map<number, Record<string, string>>();
  for (const { seq, name, text } of file.words) texts.set(seq, { ...texts.get(seq), [name]: text });
  const found = new Map<string, ReadLine[]>();
  for (const line of lines.values()) {
    const read = { line, words: texts.get(line.seq) ?? {} };
    const same = found.get(line.subject);
    if (same) same.push(read);
    else found.set(line.subject, [read]);
  }
  return found;
}

function told(again: Recount | undefined, name: string): Finding[] {
  if (!again) return [finding('counts', 'note', fill(words.notCounted, { name }))];
  switch (again.kind) {
    case 'same':
      return [finding('counts', 'holds', fill(words.same, { name }))];
    case 'lacks':
      return [finding('counts', 'broken', fill(words.lacks, { name, kind: again.expected.kind }))];
    case 'differs': {
      const { seq, expected, because } = again;
      const kind = expected?.kind ?? '';
      const says = because
        ? fill(words.couldNot, { name, seq, because })
        : fill(expected ? words.differs : words.fromNothing, { name, seq, kind });
      return [finding('counts', 'broken', says, seq)];
    }
  }
}

/** The texts of what was sealed are kept as one text, and must go with the ids, numbers and choices in the line. */
function sealedWords(read: readonly ReadLine[], name: string): Finding[] {
  return read.flatMap(({ line, words: texts }) => {
    if (line.kind !== 'opened' || texts.sealed === undefined) return [];
    const sealed = sealedIn(texts.sealed);
    const same = sealed !== undefined && canonicalJson(bare(sealed)) === canonicalJson(line.payload);
    return same ? [] : [finding('counts', 'broken', fill(words.otherSealed, { name }), line.seq)];
  });
}

function sealedIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function questionOf(read: readonly ReadLine[]): string | null {
  const opened = read.find(({ line }) => line.kind === 'opened');
  const sealed = sealedIn(opened?.words.sealed ?? '');
  const question = typeof sealed === 'object' && sealed && 'question' in sealed ? sealed.question : null;
  return typeof question === 'string' ? question : null;
}

function shown(decision: Decision): Pick<CountedDecision, 'outcome' | 'rounds'> {
  const outcome = outcomeOf(decision);
  return {
    outcome: outcome ? words.outcomes[outcome.kind] : words.open,
    rounds: decision.rounds.flatMap(({ number, counts }) =>
      counts.map((counted) => ({ number, inWords: workingInWords(counted) })),
    ),
  };
}
