import { ledgerWords } from '../messages/en/ledger.ts';
import { fill } from '../messages/fill.ts';
import type { Finding } from './findings.ts';
import type { Verified } from './verify.ts';

const words = ledgerWords.report;

/** Findings in the order in which people should read them: what is wrong first, then what there is to know. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const order: readonly Finding['weight'][] = ['broken', 'note', 'holds'];
  return order.flatMap((weight) => findings.filter((each) => each.weight === weight));
}

/** The whole result as plain lines, for a terminal or a printer. */
export function report({ verdict, findings, decisions, about }: Verified): string[] {
  const made = (at: number) => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
  return [
    ...(about ? [fill(words.about, { ...about, madeAt: made(about.madeAt) }), ''] : []),
    ...inOrder(findings).map(({ weight, says }) => `${words.weights[weight]}: ${says}`),
    ...decisions.flatMap(({ number, question, outcome, rounds }) => [
      '',
      fill(words.decision, { number: number ?? '?', question: question ?? words.noQuestion }),
      ...(outcome ? [`  ${outcome}`] : []),
      ...rounds.flatMap((round) => [
        `  ${fill(words.round, { number: round.number })}`,
        ...round.inWords.map((line) => `    ${line}`),
      ]),
    ]),
    '',
    words.verdicts[verdict],
  ];
}
