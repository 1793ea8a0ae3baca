import { expect, it } from 'vitest';
import { wordsOf } from '../../../../shared/decisions/wordsOf.ts';
import { renderMarkdown } from '../../../../shared/documents/renderMarkdown.ts';
import { type Item, itemHash, itemsIn, proposalOf } from '../../../../shared/values/proposal.ts';

const COMPANY: Item = {
  ...{ kind: 'adopt_value', words: 'Nobody loses company' },
  ...{ practice: 'We ask who a person sees.', question: 'Who would be alone?' },
};
const BOOKS: Item = {
  kind: 'adopt_value',
  words: 'Open books',
  practice: 'All see the money.',
  question: '',
};
const PROMISE: Item = {
  ...{ kind: 'adopt_behaviour', leader: 'Priya Nandra', will: 'Bring the budget early' },
  ...{ willNot: 'Announce what nobody saw', seen: 'Posted ten days before', values: ['Open books'] },
};
const BACK: Item = { kind: 'retire', words: 'Strengths first' };
const ALL = [COMPANY, BOOKS, PROMISE, BACK];

it('[VALUE3] every item that was put is found in the words, each by its own', () => {
  const found = itemsIn(proposalOf(ALL));
  expect(ALL.map((item) => found.has(itemHash(item)))).toEqual([true, true, true, true]);
  expect(found.size).toBe(4);
});

it('[VALUE3] what says more, less or something else is another item', () => {
  const found = itemsIn(proposalOf(ALL));
  const others: Item[] = [
    { ...COMPANY, question: '' },
    { ...BOOKS, question: 'Who can see it?' },
    { ...PROMISE, values: [] },
    { kind: 'retire', words: 'Open books' },
  ];
  expect(others.map((item) => found.has(itemHash(item)))).toEqual([false, false, false, false]);
});

it('[VALUE3] under another heading the same words adopt nothing', () => {
  const [, ...rest] = proposalOf([COMPANY]);
  expect(itemsIn(rest).has(itemHash(COMPANY))).toBe(false);
  const [heading] = proposalOf([BACK]);
  expect(heading && itemsIn([heading, ...rest]).has(itemHash(COMPANY))).toBe(false);
});

it('[VALUE3] words that go through a plain field and come back are the same', () => {
  const typed = renderMarkdown(proposalOf(ALL));
  const found = itemsIn(wordsOf(typed));
  expect(ALL.map((item) => found.has(itemHash(item)))).toEqual([true, true, true, true]);
});
