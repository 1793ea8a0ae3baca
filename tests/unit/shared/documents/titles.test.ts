import { expect, it } from 'vitest';
import { documentTitle, titleMatches } from '../../../../shared/documents/titles.ts';

const titleOf = (typed: unknown) => {
  const { success, data, error } = documentTitle.safeParse(typed);
  return success ? data : (error?.issues[0]?.message ?? '');
};

it.each([
  ['  Our   plan \n', 'Our plan'],
  ['a\u202Etxt.exe\u2066b', 'a txt.exe b'],
  ['tab\tand\u0000null\u2028line', 'tab and null line'],
  ['x'.repeat(120), 'x'.repeat(120)],
  ['Llyfr 📗 é', 'Llyfr 📗 é'],
  ['\u202E\n', 'Give the document a title.'],
  ['', 'Give the document a title.'],
  [undefined, 'Give the document a title.'],
  [7, 'Give the document a title.'],
  ['x'.repeat(121), 'Use 120 characters or fewer.'],
])('[DOC5] the title %j becomes %j', (typed, becomes) => {
  expect(titleOf(typed)).toBe(becomes);
});

it('[DOC4] a search finds any part of a title, in capitals or not, accents kept', () => {
  expect(titleMatches('Getting There: PLAN', 'there: p')).toBe(true);
  expect(titleMatches('Getting There', ' getting ')).toBe(true);
  expect(titleMatches('ÉCOLE', 'école')).toBe(true);
  expect(titleMatches('École', 'ecole')).toBe(false);
  expect(titleMatches('100 % sure', '%')).toBe(true);
  expect(titleMatches('sure', '%')).toBe(false);
  expect(titleMatches('anything', '')).toBe(true);
});
