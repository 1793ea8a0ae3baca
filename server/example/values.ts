import type { Block } from '../../shared/documents/blocks.ts';
import { bold, bullet, labelled, paragraph, section, table } from '../../shared/documents/compose.ts';
import type { NorthvaleFile } from './northvaleFile.ts';
import { capital, day, decision, member, seat, sentence } from './phrases.ts';

/** The example's shared values and behaviours, with the times that someone called on a value. */
export function valuesBlocks(file: NorthvaleFile): Block[] {
  return [
    ...values(file),
    ...behaviours(file),
    ...calledOn(file),
    section('How we keep these alive'),
    labelled('We look again', 'Each quarter. Members of day support ask the questions.'),
    labelled('New partners', 'They hear the values from another partner, and sign them when they join.'),
    labelled(
      'When someone does not keep to them',
      'Another leader speaks with them first, alone and kindly, and soon.',
    ),
    ...adopted(file),
  ];
}

function values(file: NorthvaleFile): Block[] {
  return [
    section('Our values'),
    table(
      ['Value', 'What it looks like here'],
      file.values.map(({ text, in_practice }) => [bold(text), sentence(in_practice)]),
    ),
  ];
}

function behaviours(file: NorthvaleFile): Block[] {
  return [
    section('What leaders will do'),
    table(
      ['Leader', 'I will', 'I will not', 'How you will see it', 'Which value'],
      file.behaviours.map(({ leader, will, will_not, seen_by, links }) => [
        member(leader),
        sentence(will),
        sentence(will_not),
        sentence(seen_by),
        links.map((id) => valueNamed(file, id)).join('; '),
      ]),
    ),
  ];
}

function calledOn(file: NorthvaleFile): Block[] {
  const blocks = file.decisions.flatMap(({ id, rounds }) =>
    rounds.flatMap(({ closed, votes }, index) =>
      votes.flatMap((vote) =>
        vote.value ? [{ ...vote, value: vote.value, id, closed, next: rounds[index + 1]?.amendment }] : [],
      ),
    ),
  );
  return [
    section('When we came back to them'),
    paragraph(
      'Who blocks a decision names a value, or someone who would be harmed. It has happened like this:',
    ),
    table(
      ['When', 'Who', 'Value', 'What they said', 'What came of it'],
      blocks.map(({ closed, seat: code, value, reason, id, next }) => [
        day(closed),
        seat(file, code),
        valueNamed(file, value),
        sentence(reason ?? ''),
        [
          next
            ? `We changed the words: ${sentence(next.change)}`
            : 'We did not find words for all. The fall-back rule was used.',
          ' This was ',
          decision(id),
          '.',
        ],
      ]),
    ),
  ];
}

function adopted(file: NorthvaleFile): Block[] {
  const adoption = file.decisions.find(({ id }) => id === 'D1');
  return [
    section('Who has confirmed them'),
    paragraph(
      'All eleven seats agreed, two of them with a worry written down. This is ',
      decision('D1'),
      '.',
    ),
    ...(adoption?.ratification ?? []).map(({ body, date }) => bullet(`${capital(body)}, ${day(date)}`)),
  ];
}

function valueNamed(file: NorthvaleFile, id: string): string {
  return file.values.find((value) => value.id === id)?.text ?? id;
}
