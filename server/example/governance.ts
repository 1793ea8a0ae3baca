import type { Block } from '../../shared/documents/blocks.ts';
import {
  bold,
  bullet,
  labelled,
  numbered,
  paragraph,
  quote,
  section,
  table,
} from '../../shared/documents/compose.ts';
import { SIDE_HEADINGS } from '../../shared/documents/templates/solutionShapingPlan.ts';
import type { NorthvaleFile } from './northvaleFile.ts';
import { day, decision, member, seat, sentence } from './phrases.ts';

/** The example's governance agreement, as the partners agreed it in their second decision, and how clause 6 came about. */
export function governanceBlocks(file: NorthvaleFile): Block[] {
  return [...agreedClauses(file, 'agreed'), ...cameAbout(file)];
}

/** The clauses as they were first put to the partners, and as they were agreed: clause 6 is another. */
export function agreedClauses(file: NorthvaleFile, wording: 'before' | 'agreed'): Block[] {
  return [
    section('1. Why we are together'),
    paragraph(
      `${sentence(file.partnership.political_outcome.text)} We plan day support, and the trips to it, so that this comes true in Northvale.`,
    ),
    ...powers(),
    ...seats(file),
    section('4. Who runs our meetings'),
    labelled('Facilitator', member('Marsha Odell'), '. She is independent and has no vote.'),
    labelled('Recorder', member('Ravi Sen'), '. He writes down what we agree, and has no vote.'),
    ...enough(file),
    ...(wording === 'before' ? oldClauseSix() : clauseSix()),
    ...agreeing(file),
    ...ladder(file),
    ...theRest(),
  ];
}

function powers(): Block[] {
  return [
    section('2. What we may decide, and what we may not'),
    labelled('We may decide', 'what our bodies have passed to us in writing.'),
    labelled('We may advise on', 'what the Cabinet or the NHS must decide for itself.'),
    labelled('We may not decide', 'legal duties, or money that is not ours.'),
    labelled(
      'Our legal standing',
      'a partnership with no legal form of its own. Each body stays answerable.',
    ),
  ];
}

function seats(file: NorthvaleFile): Block[] {
  return [
    section('3. Seats and sides'),
    paragraph('Each organisation or group has one seat, and each seat has one vote.'),
    table(
      ['Seat', 'Side', 'Who holds it', 'Who may stand in'],
      file.parties.map((party) => [
        seat(file, party.id),
        SIDE_HEADINGS[party.side],
        member(party.lead),
        party.substitute ? member(party.substitute) : 'Nobody named yet',
      ]),
    ),
  ];
}

function enough({ rules }: NorthvaleFile): Block[] {
  return [
    section('5. When enough of us are there'),
    paragraph(
      `We need answers from at least ${rules.quorum.min_votes} seats, with one or more from each side. A side is let off only when all its seats have another interest.`,
    ),
    paragraph('If fewer than ten seats may vote, we need two thirds of them, rounded up.'),
    paragraph(
      'If too few have answered when time is up, we give more time. Answers to the same words still count.',
    ),
  ];
}

function oldClauseSix(): Block[] {
  return [
    section('6. Silence, time and paper'),
    paragraph('Everyone has ten working days to answer. Who has not replied by then has agreed.'),
  ];
}

function clauseSix(): Block[] {
  return [
    section('6. Silence, time and paper'),
    paragraph(bold('Silence is never counted.'), ' No answer is no answer: it is not a yes.'),
    paragraph('Everyone has ten working days to answer.'),
    paragraph(
      'Paper votes are allowed, with a witness. The recorder may not be the witness of their own entry.',
    ),
  ];
}

function cameAbout(file: NorthvaleFile): Block[] {
  const [first, second] = file.decisions.find(({ id }) => id === 'D2')?.rounds ?? [];
  const block = first?.votes.find(({ choice }) => choice === 'block');
  if (!first || !second?.amendment || !block) return [];
  return [
    section('How clause 6 came about'),
    paragraph(
      'These words are not the first. On ',
      day(first.closed),
      ' ',
      seat(file, block.seat),
      ' blocked the old ones:',
    ),
    quote(sentence(block.reason ?? '')),
    paragraph(
      seat(file, second.amendment.by),
      ` asked for the change. It was agreed on ${day(second.closed)} as `,
      decision('D2'),
      '.',
    ),
  ];
}

function agreeing({ rules }: NorthvaleFile): Block[] {
  const quarter = rules.consensus.max_stand_aside_share === 0.25 ? 'a quarter' : 'too many';
  return [
    section('7. How we agree'),
    bullet(bold('Agree.')),
    bullet(bold('Agree, with a worry.'), ' The worry is written down.'),
    bullet(bold('Stand aside.'), ' We do not support it, and do not stop it. We say why.'),
    bullet(bold('Block.'), ' Stop, for a named value or harm. We say why, and what would let us agree.'),
    paragraph(`We have agreed when nobody blocks, and no more than ${quarter} of us stand aside.`),
    paragraph(
      `The words are fixed for the last ${rules.text_freeze_hours_before_close} hours. If they change before that, all answers are asked for again.`,
    ),
  ];
}

function ladder({ rules }: NorthvaleFile): Block[] {
  const { F1, F2, F3, F4 } = rules.fallbacks;
  return [
    section('8. What happens when we do not agree'),
    paragraph(
      'After ',
      rules.max_rounds_before_fallback === 2 ? 'two' : String(rules.max_rounds_before_fallback),
      ' rounds we take the way that was named before the question was put. It is one of these:',
    ),
    numbered(bold(`${F1.name}.`), ' Not for legal duties, and not for our values.'),
    numbered(bold(`${F2.name}.`), ' Each body decides alone, and gives reasons within 20 working days.'),
    numbered(bold(`${F3.name}.`), ' For 90 days, within a limit that is said before.'),
    numbered(bold(`${F4.name}.`), ' Nothing changes until we have met again.'),
    paragraph('Those who lose may add their own words, and these travel with the decision.'),
  ];
}

function theRest(): Block[] {
  return [
    section('9. Between meetings, and when it is urgent'),
    paragraph('Any seat may ask for a decision in writing. The ten working days stay, whatever the hurry.'),
    section('10. When someone has another interest'),
    paragraph(
      'They say so before the talk starts. They may speak if the meeting wants it. They do not vote, and are not counted. Expenses alone are looked at case by case, so that small groups are not shut out.',
    ),
    section('11. What is open, and what is not'),
    paragraph(
      'Decisions and reasons are open. Prices of those who bid are not, and neither is who stands behind a pseudonym: only ',
      member('Beth Oyelaran'),
      ' knows.',
    ),
    section('12. Disputes'),
    paragraph('The two speak first. Then the facilitator helps. Then someone from outside does.'),
    section('13. Joining and leaving'),
    paragraph(
      'A new partner joins when all sides agree, and signs the values. A partner who leaves gives three months’ notice, and says which of its offers end.',
    ),
    section('14. Looking at this again'),
    paragraph('Each January, and whenever three seats ask. We change it in the way that we made it.'),
  ];
}
