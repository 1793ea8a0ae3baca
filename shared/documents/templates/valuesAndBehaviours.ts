import { bullet, labelled, paragraph, prompt, section, table } from '../compose.ts';
import type { Template } from './template.ts';

export const valuesAndBehaviours: Template = {
  id: 'values_and_behaviours',
  name: 'Shared values and behaviours',
  summary:
    'What we hold to when it is hard, and how each leader will act. We come back to it when we disagree.',
  suggestedTitle: 'Our shared values and behaviours',
  source:
    'Thinking differently about commissioning, The King’s Fund, 2020, as told in notes on relational commissioning',
  survives:
    'The thought survives: shared values hold a hard talk together, and agreed behaviours are there to fall back on. The notes break off before the end. The layout is ours.',
  blocks: [
    paragraph(
      prompt('Keep it short. Four or five values that people can say from memory do more than twenty.'),
    ),
    section('Our values'),
    table(
      ['Value', 'What it looks like here', 'A question to test us'],
      [
        [
          prompt('A few plain words'),
          prompt('Something that a visitor could see us do'),
          prompt('Would we still do it if it cost us money?'),
        ],
        [prompt('A second value'), prompt('…'), prompt('…')],
      ],
    ),
    section('What leaders will do'),
    paragraph(prompt('Each leader writes their own line, and shows how others will see it.')),
    table(
      ['Leader', 'I will', 'I will not', 'How you will see it', 'Which value', 'We look again'],
      [[prompt('Name'), prompt('…'), prompt('…'), prompt('…'), prompt('…'), prompt('Date')]],
    ),
    section('When we disagree'),
    paragraph(prompt('How will we bring these values to the table? Who may ask for that?')),
    bullet(prompt('Say which value is at stake, or who would be harmed.')),
    bullet(prompt('Say what would let you agree.')),
    section('How we keep these alive'),
    labelled('We look again', prompt('how often, and who asks the questions')),
    labelled('New partners', prompt('how they hear about the values and sign them')),
    labelled('When someone does not keep to them', prompt('who speaks with them first, and how')),
  ],
};
