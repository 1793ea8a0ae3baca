import type { Block } from '../../shared/documents/blocks.ts';
import { bullet, labelled, paragraph } from '../../shared/documents/compose.ts';
import { type Item, proposalOf } from '../../shared/values/proposal.ts';
import { agreedClauses } from './governance.ts';
import type { NorthvaleFile } from './northvaleFile.ts';
import { listed, money, seat, sentence } from './phrases.ts';
import { northernCentres } from './plan.ts';

/** The words of one of the example's decisions: those that it was opened with, then those of each amendment. */
export function wordsOfDecision(file: NorthvaleFile, id: string): Block[][] {
  switch (id) {
    case 'D1':
      return [proposalOf(itemsToAdopt(file).map(({ item }) => item))];
    case 'D2':
      return [agreedClauses(file, 'before'), agreedClauses(file, 'agreed')];
    case 'D3':
      return [hypotheses(file)];
    case 'D4':
      return [northernCentres(file, 'before'), northernCentres(file, 'agreed')];
    case 'D5':
      return [trips(file)];
    default:
      return [guarantee(file)];
  }
}

/** The values and behaviours that the first decision adopts, by their codes in the file. */
export function itemsToAdopt(file: NorthvaleFile): { code: string; item: Item }[] {
  const wordsOf = (code: string) => file.values.find(({ id }) => id === code)?.text ?? code;
  return [
    ...file.values.map(({ id, text, in_practice, question }) => ({
      code: id,
      item: { kind: 'adopt_value' as const, words: text, practice: sentence(in_practice), question },
    })),
    ...file.behaviours.map(({ id, leader, will, will_not, seen_by, links }) => ({
      code: id,
      item: {
        kind: 'adopt_behaviour' as const,
        leader: leader.replace(/ \(\w+\)$/, ''),
        will: sentence(will),
        willNot: sentence(will_not),
        seen: sentence(seen_by),
        values: links.map(wordsOf),
      },
    })),
  ];
}

function hypotheses({ hypotheses: all }: NorthvaleFile): Block[] {
  const [first, second] = ['H1', 'H1b'].map((id) => all.find((one) => one.id === id));
  return [
    paragraph(`H1 is wrong as worded: “${sentence(first?.text ?? '')}”`),
    ...(first?.evidence ?? []).map(({ source, finding }) => bullet(`${sentence(finding)} (${source})`)),
    paragraph(`In its place we accept H1b: “${sentence(second?.text ?? '')}”`),
  ];
}

function trips(file: NorthvaleFile): Block[] {
  const line = file.delivery.find(({ what }) => what.includes('trips'));
  if (!line) return [];
  return [
    paragraph('We start the shared trips to day support.'),
    labelled('How', sentence(line.how)),
    labelled('By whom', ...listed(line.by_whom.map((code) => seat(file, code))), '.'),
    labelled('Where and when', `${line.where}. ${sentence(line.when)}`),
    labelled('Cost', `${money(line.cost_gbp)} a year.`),
    labelled('How we will know', sentence(line.measure)),
  ];
}

function guarantee(file: NorthvaleFile): Block[] {
  return [
    paragraph(
      'While places at the northern centres are given up, the council and the NHS together guarantee 90% of the fixed costs of ',
      seat(file, 'P1'),
      ', for 12 months.',
    ),
  ];
}
