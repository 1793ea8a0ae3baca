import { expect, it } from 'vitest';
import { sayWhen, t } from '../../../client/words.ts';

const at = (year: number, month: number, day: number, hour = 12, minute = 0) =>
  new Date(year, month - 1, day, hour, minute).getTime();

it('[PAGE3] when something changed is said as people say it', () => {
  const now = at(2025, 4, 1, 0, 30);
  expect(sayWhen(at(2025, 4, 1, 0, 5), now)).toBe('today at 00:05');
  expect(sayWhen(at(2025, 3, 31, 23, 59), now)).toBe('yesterday at 23:59');
  expect(sayWhen(at(2025, 3, 30, 23, 59), now)).toBe('30 March');
  expect(sayWhen(at(2024, 12, 31), now)).toBe('31 December 2024');
});

it('[PAGE3] counts agree with their words, and names are put in as they are', () => {
  expect(t('documents.count', { count: 1 })).toBe('1 document');
  expect(t('documents.count', { count: 2 })).toBe('2 documents');
  expect(t('documents.notFoundTitle', { search: '<b> & "q"' })).toBe('No title has “<b> & "q"” in it');
});
