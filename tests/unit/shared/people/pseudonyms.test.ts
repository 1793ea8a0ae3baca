import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkPseudonym, hasPartOf, isSameName, withoutName } from '../../../../shared/people/pseudonyms.ts';

const refusedFor = (wanted: string, hidden: string | undefined, others: string[] = []) =>
  checkPseudonym(wanted, { hidden, others })?.message;

it('[PRIV2] a chosen name may not have any part of the hidden one in it, however it is written', () => {
  for (const wanted of ['Jane', 'JANE', 'Janey', 'J. Döe', 'doe', 'Ms Doe', 'jane-doe', 'ＪＡＮＥ'])
    expect(refusedFor(wanted, 'Jane Doe'), wanted).toMatch(/part of your own name/);
  for (const wanted of ['Heron', 'Does', 'Jo', 'J']) expect(refusedFor(wanted, 'Jane Doe')).toBeUndefined();
});

it('[PRIV2] nobody can go by the name of someone else here, or by a name with nothing in it', () => {
  for (const wanted of ['Ron Tasker', 'ron  tasker', 'Rón Tasker', 'Ron-Tasker'])
    expect(refusedFor(wanted, 'Jane Doe', ['Ron Tasker'])).toMatch(/is called that/);
  expect(refusedFor('…', undefined)).toMatch(/at least one letter/);
  expect(isSameName('Zoë', 'zoe')).toBe(true);
});

it('[PRIV5] what is left of a reason has no part of the name in it', () => {
  expect(withoutName('Jane Doe', 'I am worried about Jane: she (Ms Doe) was not seen.')).toBe(
    'I am worried about … she (Ms … was not seen.',
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ unit: 'grapheme' })), (name, words) => {
      const reason = [...words, name, 'because'].join(' ');
      expect(hasPartOf(name, withoutName(name, reason))).toBe(false);
    }),
    { numRuns: 2000 },
  );
});
