import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitting } from '../../../../shared/paper/fitting.ts';
import { readReference, referenceOf } from '../../../../shared/paper/reference.ts';

const SIGNS = [...'346789ACDEFHJKMNPQRTWXY'];
const anyReference = fc.record({ id: fc.uuid(), version: fc.option(fc.nat(50)) }).map(referenceOf);

it('[PAPER3] what was printed is read, however it is typed', () => {
  fc.assert(
    fc.property(anyReference, (reference) => {
      for (const typed of [
        reference,
        reference.toLowerCase(),
        reference.replaceAll('-', ' '),
        ` ${reference}`,
      ])
        expect(readReference(typed)).toEqual({ ok: true, reference });
    }),
  );
});

it('[PAPER3] one wrong sign, or two that changed places, never pass', () => {
  fc.assert(
    fc.property(
      anyReference,
      fc.nat(6),
      fc.nat(6),
      fc.constantFrom(...SIGNS),
      (reference, at, other, sign) => {
        const signs = [...reference.replaceAll('-', '')];
        if (signs[at] !== sign) expect(readReference(signs.with(at, sign).join(''))).toEqual({ ok: false });
        const [one, two] = [signs[at] as string, signs[other] as string];
        if (one !== two)
          expect(readReference(signs.with(at, two).with(other, one).join(''))).toEqual({ ok: false });
      },
    ),
  );
});

it('[PAPER3] another version of the words has another reference', () => {
  const references = [null, 1, 2, 3].map((version) => referenceOf({ id: 'd', version }));
  expect(new Set(references).size).toBe(4);
});

it('[PAPER2] what does not fit is left out in whole sentences, and that is said', () => {
  const room = { lines: 3, width: 20 };
  expect(fitting(['One line.'], room)).toMatchObject({ paragraphs: ['One line.'], cut: false });
  const long = 'This is one sentence. This is another one. And a third of them.';
  expect(fitting([long, 'More.'], room)).toMatchObject({ paragraphs: ['This is one sentence.'], cut: true });
  expect(fitting(['x'.repeat(500)], room)).toMatchObject({ paragraphs: [], cut: true });
});
