import { expect, it } from 'vitest';
import { namedIn } from '../../../../shared/departures/namedIn.ts';
import { bullet, labelled, paragraph, part, section, table } from '../../../../shared/documents/compose.ts';

const ron = { text: 'Ron', mention: { kind: 'member' as const, id: 'ron' } };
const skelby = { text: 'Skelby', mention: { kind: 'seat' as const, id: 'g1' } };
const sought = { memberId: 'ron', seats: [{ id: 'g1', name: 'Skelby Good Neighbours' }] };
const found = (...blocks: Parameters<typeof namedIn>[0]) =>
  namedIn(blocks, sought).map(({ under, words }) => `${under.join('/')}: ${words}`);

it('[LEAVE1] a line that mentions the person or the seat, or has the organisation’s name in it, is found with its headings', () => {
  expect(
    found(
      section('The need'),
      paragraph('Nobody here.'),
      part('Trips'),
      paragraph('Ask ', ron, ' about the bus.'),
      paragraph(skelby, ' drives on Mondays.'),
      bullet('We thank SKELBY good neighbours, who came.'),
      section('Later'),
      paragraph('Not the Skelby Good Neighboursville, nor Ron by name alone.'),
    ),
  ).toEqual([
    'The need/Trips: Ask Ron about the bus.',
    'The need/Trips: Skelby drives on Mondays.',
    'The need/Trips: We thank SKELBY good neighbours, who came.',
  ]);
});

it('[LEAVE1] of an offer, which stands as a list below the partner’s name, each line is theirs', () => {
  const offer = [labelled('We are prepared to', 'drive twice a week'), bullet('We bring 14 people')];
  for (const label of [
    paragraph(skelby),
    paragraph('Skelby Good Neighbours:'),
    part('Skelby Good Neighbours'),
  ])
    expect(
      namedIn(
        [section('Offers'), label, ...offer, paragraph('Another partner'), bullet('Not theirs')],
        sought,
      ).map(({ words }) => words),
    ).toEqual(['We are prepared to: drive twice a week', 'We bring 14 people']);
  expect(found(paragraph(skelby, '. ', ron, ' speaks for it.'), bullet('Two trips'))).toEqual([
    ': Skelby. Ron speaks for it.',
    ': Two trips',
  ]);
  expect(found(paragraph(skelby), paragraph('No list'))).toEqual([': Skelby']);
});

it('[LEAVE1] of a table, the whole row is one line, and of very many only so many are given', () => {
  const rows = [
    ['Shared trips', [skelby, ' and others'], '£400'],
    ['Company days', 'The council', '£900'],
  ];
  expect(found(section('Delivery'), table(['What', 'By whom', 'Cost'], rows))).toEqual([
    'Delivery: Shared trips · Skelby and others · £400',
  ]);
  expect(found(...Array.from({ length: 500 }, () => paragraph(ron, 'x'.repeat(999))))).toHaveLength(60);
  expect(namedIn([paragraph(ron, 'x'.repeat(999))], sought)[0]?.words).toHaveLength(241);
});
