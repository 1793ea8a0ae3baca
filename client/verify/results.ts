import { ledgerWords } from '../../shared/messages/en/ledger.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { CountedDecision } from '../../shared/records/checks/counts.ts';
import type { Finding } from '../../shared/records/findings.ts';
import { inOrder } from '../../shared/records/report.ts';
import type { Verified } from '../../shared/records/verify.ts';
import { element } from './element.ts';

const words = ledgerWords.report;
const MARKS: Readonly<Record<Finding['weight'], string>> = { holds: '✓', note: 'i', broken: '✕' };

/** What came of it: the verdict, then what was found, then every count that was made again. */
export function results({ verdict, findings, decisions, about }: Verified): Node[] {
  return [
    element('h2', { id: 'result', tabindex: '-1' }, ledgerWords.page.result),
    element('p', { class: `verdict ${verdict}` }, words.verdicts[verdict]),
    ...(about ? [element('p', {}, fill(words.about, { ...about, madeAt: WHEN.format(about.madeAt) }))] : []),
    element('ul', { class: 'findings' }, ...inOrder(findings).map(item)),
    ...(decisions.length > 0 ? [element('h2', {}, ledgerWords.page.counted), ...decisions.map(counted)] : []),
  ];
}

const WHEN = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

function item({ weight, says }: Finding): Node {
  return element(
    'li',
    { class: weight },
    element('span', { class: 'mark', 'aria-hidden': 'true' }, MARKS[weight]),
    element('span', { class: 'weight' }, `${words.weights[weight]}: `),
    says,
  );
}

function counted({ number, question, outcome, rounds, counted: how }: CountedDecision): Node {
  const title = fill(words.decision, { number: number ?? '?', question: question ?? words.noQuestion });
  return element(
    'details',
    {},
    element('summary', {}, title),
    element('p', {}, outcome ?? words.counted[how]),
    ...rounds.flatMap((round) => [
      element('h3', {}, fill(words.round, { number: round.number })),
      element('ul', {}, ...round.inWords.map((line) => element('li', {}, line))),
    ]),
  );
}
