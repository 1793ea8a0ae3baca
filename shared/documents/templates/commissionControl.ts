import type { Block } from '../blocks.ts';
import { bullet, labelled, paragraph, prompt, section, table } from '../compose.ts';
import type { Template } from './template.ts';

const SOURCE = 'Effective Commissioning, New Local Government Network, 2014';
const SURVIVES =
  'The four tiers and their ways of speaking survive. Of the control document only the name does: its fields are ours.';

export const politicalCommission: Template = {
  id: 'commission_political',
  name: 'Commission control document: political',
  summary: 'Elected members say what should change for people. They do not say how.',
  suggestedTitle: 'What we want for people: …',
  source: SOURCE,
  survives: SURVIVES,
  blocks: [
    ...passedOn('elected members', 'the group that holds the strategy'),
    section('What we ask you to achieve'),
    paragraph(prompt('Outcomes only: what will be better in people’s lives. Leave the how to others.')),
    bullet(prompt('People can …')),
    bullet(prompt('People no longer have to …')),
    section('Who this is for'),
    paragraph(prompt('Which people, and where?')),
    ...limits('The most we can spend, and from which budget'),
    ...measures('What people would tell us if it worked'),
    ...record(),
  ],
};

export const strategicCommission: Template = {
  id: 'commission_strategic',
  name: 'Commission control document: strategic',
  summary: 'A small group turns the outcomes into what must be produced, and answers for it.',
  suggestedTitle: 'What we need from you: …',
  source: SOURCE,
  survives: SURVIVES,
  blocks: [
    ...passedOn('the group that holds the strategy', 'the partners who plan the work'),
    section('The outcome this serves'),
    paragraph(prompt('Copy the outcome that you were given, word for word.')),
    section('We need you to …'),
    paragraph(prompt('Outputs: what must be produced, how good, and by when. Leave the how to others.')),
    bullet(prompt('prepare …')),
    bullet(prompt('show, with evidence, that …')),
    section('What we know about the need'),
    paragraph(prompt('The evidence, and what it does not tell us.')),
    ...limits('The budget for this year, and who holds it'),
    ...measures('What we will look at to see that the output serves the outcome'),
    ...record(),
  ],
};

export const tacticalCommission: Template = {
  id: 'commission_tactical',
  name: 'Commission control document: tactical',
  summary: 'The partners who do the work say what they are going to do.',
  suggestedTitle: 'What we are going to do: …',
  source: SOURCE,
  survives: SURVIVES,
  blocks: [
    ...passedOn('the partners who plan the work', 'the services'),
    section('What we were asked for'),
    paragraph(prompt('Copy the output that you were given, word for word.')),
    section('We are going to …'),
    paragraph(prompt('Programmes, projects and services: what, by whom, in which order.')),
    table(
      ['What', 'Who does it', 'Who answers for it', 'Starts', 'Done'],
      [[prompt('Piece of work'), prompt('Partners'), prompt('One partner'), prompt('Date'), prompt('Date')]],
    ),
    section('What this leans on'),
    bullet(prompt('What must be in place first, and who sees to it')),
    ...limits('What each piece of work costs, and who pays'),
    ...measures('The few figures that we will report, and how often'),
    ...record(),
  ],
};

export const serviceCommission: Template = {
  id: 'commission_service',
  name: 'Commission control document: service',
  summary: 'A service says what it does, when, where and how, and what has come of it so far.',
  suggestedTitle: 'What we do, when and where: …',
  source: SOURCE,
  survives: SURVIVES,
  blocks: [
    ...passedOn('the service', 'everyone who relies on it'),
    section('What we do, when, where and how'),
    table(
      ['What', 'When', 'Where', 'How', 'Who to ask'],
      [
        [
          prompt('Service'),
          prompt('Days and times'),
          prompt('Place'),
          prompt('How it works'),
          prompt('Name'),
        ],
      ],
    ),
    section('What has come of it'),
    paragraph(prompt('The effect so far, good and bad. Figures, and what people said.')),
    section('What gets in the way'),
    bullet(prompt('What we need from others to do better')),
    ...limits('What it costs to run'),
    ...measures('What we count or ask, and how often'),
    ...record(),
  ],
};

function passedOn(from: string, to: string): Block[] {
  return [labelled('From', prompt(from)), labelled('To', prompt(to))];
}

function limits(budget: string): Block[] {
  return [
    section('Limits'),
    labelled('What must not change', prompt('duties, promises, things people rely on')),
    labelled('Budget', prompt(budget)),
    labelled('Who gave us the power', prompt('the decision, its number and its date')),
  ];
}

function measures(how: string): Block[] {
  return [section('How we will know'), bullet(prompt(how)), labelled('By when', prompt('date'))];
}

function record(): Block[] {
  return [
    section('Changes and acceptance'),
    paragraph(prompt('Any tier may start a talk about a change. Write down where it ended.')),
    table(
      ['Date', 'What changed', 'Who asked', 'Who accepted'],
      [[prompt('Date'), prompt('First version'), prompt('Name'), prompt('Name')]],
    ),
  ];
}
