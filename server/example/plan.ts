import type { Block } from '../../shared/documents/blocks.ts';
import {
  bold,
  bullet,
  labelled,
  paragraph,
  part,
  quote,
  rule,
  section,
  table,
  task,
} from '../../shared/documents/compose.ts';
import { SIDE_HEADINGS } from '../../shared/documents/templates/solutionShapingPlan.ts';
import { SIDES } from '../../shared/partnerships/sides.ts';
import type { Hypothesis, NorthvaleFile, Party } from './northvaleFile.ts';
import {
  capital,
  day,
  decision,
  listed,
  member,
  money,
  partyOf,
  pounds,
  seat,
  sentence,
  withSeats,
} from './phrases.ts';

/** The example's solution-shaping plan, as it stood after Cabinet met on 20 May 2025. */
export function planBlocks(file: NorthvaleFile): Block[] {
  return [
    ...need(file),
    ...hypotheses(file),
    ...offers(file),
    ...delivery(file),
    ...change(file),
    ...leadership(file),
    ...checks(file),
    ...experiment(file),
    ...open(file),
  ];
}

function need(file: NorthvaleFile): Block[] {
  return [
    section('The need'),
    paragraph(
      'Older people in the north of Northvale go to two day centres. Many go for company more than for care. Some days they cannot get there at all: of 140 missed days, 96 were missed for want of a lift.',
    ),
    paragraph(
      'We asked carers and members. Of 38 carers, 22 want help at home. Of 38 members, 27 go mainly for company.',
    ),
    section('Who it is for'),
    paragraph(
      'The 212 people who came to the northern centres in the last two years, and those who care for them.',
    ),
    labelled(
      'What they can do',
      'Members know each other well. They cook, sing and look out for each other. Villages have halls, and drivers with time to give.',
    ),
    labelled('What they need', 'Company each week, a way to get there, and rest for those who care.'),
    section('What should change for them'),
    quote(file.partnership.political_outcome.text, '. ', member(file.partnership.political_outcome.by)),
    bullet('Nobody loses the company that they have now.'),
    bullet('Nobody misses a day because there was no lift.'),
    bullet('Carers who are on their own get help at home.'),
  ];
}

function hypotheses(file: NorthvaleFile): Block[] {
  return [
    section('What we think is true'),
    paragraph('We keep the ideas that turned out wrong. They show how we came to the ones that we hold now.'),
    table(
      ['Idea', 'How we tested it', 'What we found', 'Where it stands'],
      file.hypotheses.map((one) => [
        [bold(one.id), ` ${sentence(one.text)}`],
        testsOf(file, one),
        findingsOf(file, one),
        standing(one),
      ]),
    ),
  ];
}

function testsOf(file: NorthvaleFile, one: Hypothesis): string {
  const before = replacedBy(file, one);
  if (before) return `What we found for ${before.id}.`;
  const tests = one.tests ?? one.evidence?.map(({ source }) => source);
  return tests ? sentence(tests.join('; ')) : 'A trial: see “What we are trying out”.';
}

function findingsOf(file: NorthvaleFile, one: Hypothesis): string {
  if (one.evidence) return one.evidence.map(({ finding }) => sentence(finding)).join(' ');
  return replacedBy(file, one) ? 'The same figures. These words fit them.' : 'Nothing yet.';
}

/** The idea whose place this one took. */
function replacedBy({ hypotheses }: NorthvaleFile, { id }: Hypothesis): Hypothesis | undefined {
  return hypotheses.find(({ replaced_by }) => replaced_by === id);
}

function standing({ status, replaced_by }: Hypothesis): string {
  switch (status) {
    case 'accepted':
      return 'Accepted';
    case 'refuted_as_worded':
      return `Found wrong as worded; ${replaced_by} takes its place`;
    case 'being_tested':
      return 'Being tested';
  }
}

function offers(file: NorthvaleFile): Block[] {
  return [
    section('What each side is prepared to do'),
    paragraph('A limit said early is a gift to the others.'),
    ...SIDES.flatMap((side) => [
      part(SIDE_HEADINGS[side]),
      ...file.parties.filter((party) => party.side === side).flatMap((party) => offerOf(file, party)),
    ]),
  ];
}

function offerOf(file: NorthvaleFile, party: Party): Block[] {
  const name = { ...seat(file, party.id), marks: ['bold'] as const };
  const offer = file.offers.find((one) => one.party === party.id);
  if (!offer) return [paragraph(name, '. ', NO_OFFER[party.id] ?? 'No offer yet.')];
  return [
    paragraph(name, '. ', member(party.lead), ' speaks for it.'),
    labelled('We are prepared to', sentence(offer.prepared_to)),
    labelled('Skills we bring', sentence(offer.skills.join(', '))),
    labelled(
      'Our limits, and what we are not prepared to do',
      offer.limits ? sentence(offer.limits) : 'None said yet.',
    ),
    labelled('How firm this is', sentence(offer.firmness)),
  ];
}

const NO_OFFER: Readonly<Record<string, string>> = {
  P2: 'No offer yet. It may bid for the home support, so it does not vote on it.',
  U2: 'No offer, and none is asked for. Members say what matters to them, and watch that it is kept.',
};

function delivery(file: NorthvaleFile): Block[] {
  return [
    section('What will be delivered, how and by whom'),
    table(
      ['What', 'How', 'By whom', 'Who answers for it', 'Where and when', 'Cost a year', 'How we will know'],
      file.delivery.map((line) => [
        bold(line.what),
        sentence(line.how),
        listed(line.by_whom.map((code) => seat(file, code))),
        seat(file, line.answerable),
        `${capital(line.where)}. ${sentence(line.when)}`,
        money(line.cost_gbp),
        sentence(line.measure),
      ]),
    ),
  ];
}

/** What changes at the northern centres: as it was first put to the partners, and as it was agreed, with company days. */
export function northernCentres(file: NorthvaleFile, wording: 'before' | 'agreed'): Block[] {
  const put = (words: string) => wording === 'agreed' || !/company day/i.test(words);
  return [
    section('What changes at the northern centres'),
    ...file.gap_analysis.flatMap(({ objective, gap, implications }) => [
      paragraph(sentence(objective)),
      ...gap.filter(put).map((words) => bullet(sentence(words))),
      part('What that brings with it'),
      ...implications.map((words) => bullet(sentence(words))),
    ]),
  ];
}

function change(file: NorthvaleFile): Block[] {
  const places = file.decisions.find(({ id }) => id === 'D4');
  const minority = places?.minority_statement;
  return [
    ...northernCentres(file, 'agreed'),
    paragraph(
      'This is ',
      decision('D4'),
      '. It passed by the fall-back rule, with most of every side for it.',
    ),
    ...(places?.ratification ?? []).map(({ body, date, condition }) =>
      paragraph(
        `${body} confirmed it on ${day(date)}, on one condition: `,
        bold(sentence(condition ?? 'none')),
      ),
    ),
    ...(minority
      ? [
          paragraph(seat(file, minority.by), ' did not agree, and its words stay beside the decision:'),
          quote(minority.text),
        ]
      : []),
    rule,
  ];
}

function leadership(file: NorthvaleFile): Block[] {
  return [
    section('Who leads, and how we are governed'),
    paragraph(
      member('Priya Nandra'),
      ' leads the plan, and ',
      member('Gwen Sallis'),
      ' is her deputy. They report to the partnership each quarter. ',
      member('Marsha Odell'),
      ' runs our meetings, and ',
      member('Ravi Sen'),
      ' writes down what we agree.',
    ),
    table(
      ['Part of the work', 'Who leads', 'Answers for it', 'Reports to'],
      file.delivery.map((line) => [
        line.what,
        member(partyOf(file, line.answerable).lead),
        seat(file, line.answerable),
        'The partnership, each quarter',
      ]),
    ),
  ];
}

function checks(file: NorthvaleFile): Block[] {
  return [
    section('Checks before we rely on an offer'),
    paragraph('For the drivers of ', seat(file, 'G1'), '. No trips start until every line is done.'),
    ...file.due_diligence.map(({ item, state, evidence, owner, due }) =>
      state === 'done'
        ? task(true, sentence(item), ' ', ...withSeats(file, sentence(evidence ?? '')))
        : task(false, sentence(item), ' ', seat(file, owner ?? ''), ` sees to it by ${day(due ?? '')}.`),
    ),
  ];
}

function experiment(file: NorthvaleFile): Block[] {
  return [
    section('What we are trying out'),
    ...file.experiments.flatMap(({ question, start, end, limit, measure, stop_if }) => [
      paragraph(bold(question), ` From ${day(start)} to ${day(end)}.`),
      labelled('No more than', pounds(limit), '.'),
      labelled('What we watch', sentence(measure)),
      labelled('We stop at', sentence(stop_if)),
    ]),
  ];
}

function open(file: NorthvaleFile): Block[] {
  return [
    section('Open questions'),
    bullet('Who will give the home support? ', seat(file, 'C1'), ' asks for offers now.'),
    bullet('When does home support in Urdu start? ', seat(file, 'G3'), ' asks for a date before places go.'),
    bullet('Who drives after March? ', seat(file, 'G1'), ' can make no promise beyond it.'),
    bullet('Where does the company day go in August, when the hall is closed?'),
    section('Risks'),
    table(
      ['What could go wrong', 'How likely', 'Who bears it now', 'What we will do'],
      [
        [
          'Someone loses their only company',
          'Some',
          'Members',
          'One company day a week starts before any place goes.',
        ],
        [
          'Volunteers are stretched, and trips fail',
          'Some',
          seat(file, 'P3'),
          'Say no early; the minibus stands in.',
        ],
        [
          'Home support does not fit people’s food or language',
          'High',
          seat(file, 'G3'),
          'Look at who is left out after 90 days.',
        ],
        [
          'A centre closes early because its money falls too fast',
          'Some',
          seat(file, 'P1'),
          'Cut the block payment in steps.',
        ],
      ],
    ),
    section('When we look again'),
    paragraph('After 90 days of trips, on 3 August 2025. ', seat(file, 'P3'), ' brings the figures.'),
  ];
}
