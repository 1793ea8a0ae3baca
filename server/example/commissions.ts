import type { Block } from '../../shared/documents/blocks.ts';
import { bold, bullet, labelled, paragraph, quote, section, table } from '../../shared/documents/compose.ts';
import type { NorthvaleFile } from './northvaleFile.ts';
import { capital, day, decision, listed, member, money, seat, sentence } from './phrases.ts';

/** What the elected member asks for: outcomes, and nothing of how. */
export function politicalCommissionBlocks(file: NorthvaleFile): Block[] {
  const { political_outcome } = file.partnership;
  return [
    labelled('From', member(political_outcome.by), ', for the Cabinet'),
    labelled('To', seat(file, 'C1'), ' and ', seat(file, 'C2')),
    section('What we ask you to achieve'),
    quote(sentence(political_outcome.text)),
    bullet('People can get to what they want to go to.'),
    bullet('People keep the company that they have.'),
    bullet('Those who care for someone at home get a rest.'),
    section('Who this is for'),
    paragraph('Older people across Northvale, and their carers. The north comes first.'),
    section('Limits'),
    labelled(
      'What must not change',
      'No place goes until that person has an offer of home support in place.',
    ),
    labelled('Budget', 'this year’s money for day support and for trips'),
    labelled('Who gave us the power', 'Council Cabinet, ', day('2025-05-20'), ', on ', decision('D4')),
    section('How we will know'),
    bullet('Members say that they see someone they know each week.'),
    bullet('Fewer days are missed for want of a lift.'),
    labelled('By when', 'first figures after 90 days'),
    ...record(file, [
      ['2025-01-14', 'First version', 'Cllr Ada Pryce', 'C1'],
      ['2025-05-20', 'No place goes before home support is there', 'Cllr Ada Pryce', 'C1'],
    ]),
  ];
}

/** What the partners who do the work say they are going to do. */
export function tacticalCommissionBlocks(file: NorthvaleFile): Block[] {
  const { strategic_output, tactical_spec } = file.partnership;
  return [
    labelled('From', ...listed(['P1', 'P2', 'P3', 'G1', 'G2', 'G3'].map((code) => seat(file, code)))),
    labelled('To', 'everyone who runs a trip, a company day or a visit'),
    section('What we were asked for'),
    quote(sentence(strategic_output.text)),
    section('We are going to …'),
    paragraph(bold(sentence(tactical_spec.text))),
    table(
      ['What', 'Who does it', 'Who answers for it', 'Starts', 'Cost a year'],
      file.delivery.map((line) => [
        line.what,
        listed(line.by_whom.map((code) => seat(file, code))),
        seat(file, line.answerable),
        capital(line.when),
        money(line.cost_gbp),
      ]),
    ),
    section('What this leans on'),
    bullet('Every check on the volunteer drivers is done before the first trip.'),
    bullet('The company day runs before any place goes.'),
    section('Limits'),
    labelled('What must not change', 'Nobody loses company.'),
    labelled(
      'Budget',
      money(file.delivery.reduce((sum, { cost_gbp }) => sum + cost_gbp, 0)),
      ' a year in all',
    ),
    labelled('Who gave us the power', seat(file, 'C2'), ' for the trips; Cabinet for the rest'),
    section('How we will know'),
    ...file.delivery.map(({ what, measure }) => labelled(what, sentence(measure))),
    labelled('By when', 'each quarter, from August 2025'),
    ...record(file, [['2025-05-22', 'First version', 'Bal Dhesi', 'C1']]),
  ];
}

function record(file: NorthvaleFile, lines: readonly (readonly [string, string, string, string])[]): Block[] {
  return [
    section('Changes and acceptance'),
    table(
      ['Date', 'What changed', 'Who asked', 'Who accepted'],
      lines.map(([date, what, who, by]) => [day(date), what, member(who), seat(file, by)]),
    ),
  ];
}
