import { expect, it } from 'vitest';
import { inUse, type KeptBehaviour, type KeptValue } from '../../../../shared/values/inUse.ts';

function value(id: string, adopted: readonly (string | null)[], retiredAt: number | null = null): KeptValue {
  const versions = adopted.map((decisionId, at) => ({
    ...{ version: at + 1, words: `${id}, version ${at + 1}`, practice: 'p', question: '', decisionId },
  }));
  return { id, retiredAt, versions };
}

function behaviour(id: string, versions: readonly { signed: boolean; adopted: boolean }[]): KeptBehaviour {
  return {
    ...{ id, retiredAt: null, leader: { memberId: 'm', name: 'Priya Nandra' } },
    versions: versions.map(({ signed, adopted }, at) => ({
      ...{ version: at + 1, will: 'w', willNot: 'n', seen: 's', valueIds: ['company'] },
      ...{ signedAt: signed ? 1 : null, decisionId: adopted ? 'd1' : null },
    })),
  };
}

const wordsOf = (values: readonly KeptValue[]) =>
  inUse(values, []).values.map(({ words, adopted }) => [words, adopted]);

it('[VALUE2] while none is adopted, the newest proposed words stand in, and are said to be proposed', () => {
  expect(wordsOf([value('company', [null, null]), value('books', [null])])).toEqual([
    ['company, version 2', false],
    ['books, version 1', false],
  ]);
});

it('[VALUE2] once one is adopted only adopted words count, however many newer ones are proposed', () => {
  expect(wordsOf([value('company', ['d1', 'd2', null]), value('books', [null])])).toEqual([
    ['company, version 2', true],
  ]);
});

it('[VALUE2] what was retired counts no more, and the others still do', () => {
  expect(wordsOf([value('company', ['d1'], 5), value('books', ['d1'])])).toEqual([
    ['books, version 1', true],
  ]);
  expect(wordsOf([value('company', ['d1'], 5)])).toEqual([]);
});

it('[BEHAVE2] words of a behaviour that nobody signed stand nowhere but on its own page', () => {
  const versionsOf = (...kept: KeptBehaviour[]) =>
    inUse([], kept).behaviours.map(({ version, adopted }) => [version, adopted]);
  const signed = { signed: true, adopted: false };
  expect(versionsOf(behaviour('b1', [{ signed: false, adopted: false }]))).toEqual([]);
  expect(versionsOf(behaviour('b1', [signed, { signed: false, adopted: false }]))).toEqual([[1, false]]);
  expect(versionsOf(behaviour('b1', [{ signed: true, adopted: true }, signed]))).toEqual([[1, true]]);
});
