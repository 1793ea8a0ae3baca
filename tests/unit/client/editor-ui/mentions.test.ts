import { expect, it } from 'vitest';
import { type Mentionable, mentionQuery, offered } from '../../../../client/editor/mentions/matching.ts';

it('[ED2] an @ asks for names; a mail address, a sentence that goes on or a finished one does not', () => {
  expect(mentionQuery('@')).toBe('');
  expect(mentionQuery('ask @pri')).toBe('pri');
  expect(mentionQuery('(@Ron T')).toBe('Ron T');
  expect(mentionQuery('priya@council')).toBeNull();
  expect(mentionQuery('@ ')).toBeNull();
  expect(mentionQuery('@ron  then')).toBeNull();
  expect(mentionQuery('@Ron. ')).toBeNull();
  expect(mentionQuery(`@${'x'.repeat(60)}`)).toBeNull();
  expect(mentionQuery('no names')).toBeNull();
});

it('[ED2] names are found by any of their words, without accents or capitals, first words first, a bearable number', () => {
  const named = (name: string): Mentionable => ({ mention: { kind: 'member', id: name }, name });
  const all = ['Priya Nandra', 'Ron Tasker', 'Zoë Åkesson', 'Nandini Rao', 'Tarnway Community Transport'].map(
    named,
  );
  const names = (query: string) => offered(query, all).map(({ name }) => name);
  expect(names('nan')).toEqual(['Nandini Rao', 'Priya Nandra']);
  expect(names('zoe a')).toEqual(['Zoë Åkesson']);
  expect(names('ÅK')).toEqual(['Zoë Åkesson']);
  expect(names('andra')).toEqual([]);
  expect(
    offered(
      '',
      Array.from({ length: 30 }, (_, i) => named(`N ${i}`)),
    ),
  ).toHaveLength(8);
});
