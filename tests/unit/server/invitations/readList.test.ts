import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readList } from '../../../../server/invitations/readList.ts';

const people = (text: string) =>
  readList(text).map(({ name, email, seat, kind, roles }) => [name, email, seat, kind, roles]);

it('[INV3] rows copied from a spreadsheet have tabs', () => {
  expect(people('Jane Doe\tjane@x.org\tC1\tholder\tleader\nAnn\tann@x.org\tG1\r\n\r\n')).toEqual([
    ['Jane Doe', 'jane@x.org', 'C1', 'holder', 'leader'],
    ['Ann', 'ann@x.org', 'G1', '', ''],
  ]);
});

it('[INV3] headings say which column is which, in any order and with strange ones between', () => {
  const csv = '\uFEFFOrganisation;Phone;E-mail address;Full name\nSkelby;0123;jane@x.org;"Doe; Jane"\n';
  expect(people(csv)).toEqual([['Doe; Jane', 'jane@x.org', 'Skelby', '', '']]);
});

it('[INV3] commas, quotes with commas in them, and addresses first', () => {
  expect(people('jane@x.org,"Doe, Jane",C1\n"ann@x.org","Ann ""A"" Lee",G1')).toEqual([
    ['Doe, Jane', 'jane@x.org', 'C1', '', ''],
    ['Ann "A" Lee', 'ann@x.org', 'G1', '', ''],
  ]);
});

it('[INV3] people as mail programs copy them', () => {
  expect(people('Jane Doe <jane@x.org>\n<ann@x.org>\nbob@x.org')).toEqual([
    ['Jane Doe', 'jane@x.org', '', '', ''],
    ['', 'ann@x.org', '', '', ''],
    ['', 'bob@x.org', '', '', ''],
  ]);
});

it('[INV3] a quote that is never closed loses no line', () => {
  expect(people('Name,Email\n"Jane,jane@x.org\nAnn,ann@x.org').map(([, email]) => email)).toEqual([
    'jane@x.org',
    'ann@x.org',
  ]);
});

it('[INV3] nothing at all, headings alone, and any text whatever: never an error', () => {
  expect(readList('')).toEqual([]);
  expect(readList('\n\t\n  \n')).toEqual([]);
  expect(readList('Name,Email,Seat')).toEqual([]);
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '\n', 'a', '@', '<', '>') }),
      (text) => {
        for (const line of readList(text)) expect(Object.keys(line)).toHaveLength(6);
      },
    ),
  );
});
