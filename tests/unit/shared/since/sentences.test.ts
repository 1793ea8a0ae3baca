import { expect, it } from 'vitest';
import { paragraph } from '../../../../shared/documents/compose.ts';
import { sentencesChanged, sentencesOf } from '../../../../shared/since/sentences.ts';

const changed = (before: string[], now: string[]) =>
  sentencesChanged(
    before.map((text) => paragraph(text)),
    now.map((text) => paragraph(text)),
  );

it('[SINCE1] what changed is told by the sentence: new, taken out, or said otherwise', () => {
  const before = ['The bus runs on Tuesday. It stops at the hall. Nobody pays.', 'We look again in May.'];
  expect(changed(before, before)).toEqual([]);
  expect(
    changed(before, [
      'The bus runs on Friday. It stops at the hall.',
      'We look again in May.',
      'It is free.',
    ]),
  ).toEqual([
    { how: 'changed', was: 'The bus runs on Tuesday.', now: 'The bus runs on Friday.' },
    { how: 'removed', was: 'Nobody pays.' },
    { how: 'added', now: 'It is free.' },
  ]);
});

it('[SINCE1] a full stop inside a number ends no sentence', () => {
  expect(sentencesOf('It costs £1.50 a trip. “Too much?” Yes!')).toEqual([
    'It costs £1.50 a trip.',
    '“Too much?”',
    'Yes!',
  ]);
});
