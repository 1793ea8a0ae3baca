import { SIDES, type Side } from '../../partnerships/sides.ts';
import type { Block } from '../blocks.ts';
import { bullet, labelled, paragraph, part, prompt, section, table, task } from '../compose.ts';
import { OPEN_QUESTIONS } from '../openQuestions.ts';
import type { Template } from './template.ts';

/** What a plan calls each side above its offers. */
export const SIDE_HEADINGS: Readonly<Record<Side, string>> = {
  commissioner: 'Those who commission',
  contracted_provider: 'Contracted providers',
  community_provider: 'Community providers',
  people_who_use_services: 'People who use services, and carers',
};

export const solutionShapingPlan: Template = {
  id: 'solution_shaping_plan',
  name: 'Solution-shaping plan',
  summary:
    'Work out together what will be done, how and by whom. Every side says what it will do, and what it will not do.',
  suggestedTitle: 'Our plan for …',
  source: 'Effective Commissioning, New Local Government Network, 2014',
  survives:
    'Its text on the three sides, their offers, delivery and leadership survives. Its drawing is lost. We added the side of the people who use services, the open questions and the risks.',
  blocks: [
    section('The need'),
    paragraph(prompt('What is not right today? Who told us, and how do we know?')),
    section('Who it is for'),
    paragraph(prompt('Which people, and about how many? Where do they live?')),
    labelled('What they can do', prompt('Strengths of the people and the places. Write these first.')),
    labelled('What they need', prompt('Say it in the words that people use themselves.')),
    section('What should change for them'),
    paragraph(prompt('Outcomes: what will be different in people’s lives? How would we see it?')),
    bullet(prompt('First outcome')),
    bullet(prompt('Second outcome')),
    section('What we think is true'),
    paragraph(prompt('Ideas that we mean to test. Keep the ones that turned out wrong, and say why.')),
    table(
      ['Idea', 'How we test it', 'What we found'],
      [[prompt('We think that …'), prompt('Figures, talks, visits'), prompt('Not tested yet')]],
    ),
    section('What each side is prepared to do'),
    paragraph(
      prompt('Each partner writes its own lines. A limit said early is a gift to the others, not a refusal.'),
    ),
    ...SIDES.flatMap((side) => offerOf(SIDE_HEADINGS[side])),
    section('What will be delivered, how and by whom'),
    paragraph(prompt('One line for each thing. Someone must be named who answers for it.')),
    table(
      ['What', 'How', 'By whom', 'Who answers for it', 'Where and when', 'Cost', 'How we will know'],
      [
        [
          prompt('The service'),
          prompt('The way it works'),
          prompt('Partners'),
          prompt('One partner'),
          prompt('Place and start'),
          prompt('Pounds a year'),
          prompt('What we count or ask'),
        ],
      ],
    ),
    section('Who leads, and how we are governed'),
    table(
      ['Part of the work', 'Who leads', 'Deputy', 'What they may settle alone', 'Reports to'],
      [[prompt('The whole plan'), prompt('Name'), prompt('Name'), prompt('Limits'), prompt('Group')]],
    ),
    section('Checks before we rely on an offer'),
    paragraph(prompt('Only the checks that this work needs. Say who does each one, and by when.')),
    task(false, prompt('Insurance that covers the work')),
    task(false, prompt('A named person for keeping people safe')),
    section(OPEN_QUESTIONS),
    bullet(prompt('What do we not know yet? Who will find out, and by when?')),
    section('Risks'),
    table(
      ['What could go wrong', 'How likely', 'Who bears it now', 'What we will do'],
      [[prompt('The risk'), prompt('Low, some, high'), prompt('Partner'), prompt('Step and date')]],
    ),
    section('When we look again'),
    paragraph(prompt('The date of our next review, and who brings the figures.')),
  ],
};

function offerOf(side: string): Block[] {
  return [
    part(side),
    labelled('We are prepared to', prompt('what, how much, and until when')),
    labelled('Skills we bring', prompt('what our people know and can do')),
    labelled('Resources we bring', prompt('people and time, money, rooms, vehicles')),
    labelled('We are not prepared to', prompt('what the others should not count on')),
    labelled('How firm this is', prompt('a draft, firm, or waiting for someone’s yes')),
  ];
}
