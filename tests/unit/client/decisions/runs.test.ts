import { expect, it } from 'vitest';
import { runsOf } from '../../../../client/decisions/record/runs.ts';
import type { TimelineLine } from '../../../../shared/decisions/recordApi.ts';

const line = (key: string, more: Partial<TimelineLine> = {}): TimelineLine => ({
  key,
  at: Number(key),
  kind: 'drafted',
  by: 'marsha',
  seat: null,
  says: 'The draft was changed.',
  words: null,
  ...more,
});

const keys = (lines: readonly TimelineLine[]) => runsOf(lines).map((run) => run.lines.map(({ key }) => key));

it('[SHOW16] what one person did again and again is one line, and every line is still there', () => {
  const lines = [line('1'), line('2'), line('3'), line('4', { kind: 'opened', says: 'Opened.' }), line('5')];
  expect(keys(lines)).toEqual([['1', '2', '3'], ['4'], ['5']]);
  expect(runsOf(lines)[0]).toMatchObject({ first: { at: 1 }, last: { at: 3 } });
});

it('[SHOW16] another person’s line, another sentence and written words stand alone', () => {
  expect(keys([line('1'), line('2', { by: 'ravi' }), line('3')])).toEqual([['1'], ['2'], ['3']]);
  expect(keys([line('1'), line('2', { says: 'Something else.' })])).toEqual([['1'], ['2']]);
  expect(keys([line('1'), line('2', { words: 'Because.' }), line('3')])).toEqual([['1'], ['2'], ['3']]);
});
