import { describe, expect, it } from 'vitest';
import {
  FILTERS,
  type Filter,
  finds,
  fits,
  readFilter,
} from '../../../../client/decisions/register/filters.ts';
import { stateWord } from '../../../../client/decisions/stateOf.ts';
import type { RegisterLine } from '../../../../shared/decisions/recordApi.ts';

const NONE = { bodies: [], conditionsOf: [], conditions: [] };
const LINE: RegisterLine = {
  id: 'd1',
  number: 4,
  question: 'Shall the Café open on Mondays?',
  restricted: false,
  state: 'open',
  says: '',
  stage: { kind: 'round', number: 1 },
  outcome: null,
  effect: null,
  life: { kind: 'standing' },
  closesAt: 1,
  next: null,
  openedAt: 0,
  endedAt: null,
  reviewAt: null,
  reviewDue: false,
  needsMe: [],
  drift: null,
};
const ended = (more: Partial<RegisterLine>): RegisterLine => ({
  ...LINE,
  state: 'ended',
  stage: null,
  outcome: { kind: 'agreed_by_consensus', round: 1 },
  effect: { agreement: 'agreed', force: 'in_force', bodies: { yes: [], no: [] }, waitsFor: NONE },
  ...more,
});
const IN_FORCE = ended({});
const WAITS = ended({
  effect: {
    agreement: 'in_principle',
    force: 'not_in_force',
    bodies: { yes: [], no: [] },
    waitsFor: { ...NONE, bodies: ['cabinet'] },
  },
});
const LAPSED = ended({ outcome: { kind: 'lapsed' }, effect: null });
const DRAFT: RegisterLine = { ...LINE, state: 'draft', stage: null };

const under = (line: RegisterLine): Filter[] => FILTERS.filter((filter) => fits(filter, line));

describe('the register', () => {
  it('[SHOW1] each decision is under what it is, and under no other', () => {
    expect(under(LINE)).toEqual(['all', 'open']);
    expect(under({ ...LINE, needsMe: ['answer'] })).toEqual(['all', 'needs_me', 'open']);
    expect(under(DRAFT)).toEqual(['all', 'draft']);
    expect(under(IN_FORCE)).toEqual(['all', 'in_force', 'ended']);
    expect(under({ ...IN_FORCE, drift: true, reviewDue: true })).toEqual([
      'all',
      'in_force',
      'changed',
      'review',
      'ended',
    ]);
    expect(under(WAITS)).toEqual(['all', 'not_yet', 'ended']);
    expect(under(LAPSED)).toEqual(['all', 'ended']);
    expect(under(ended({ life: { kind: 'over', at: 1, why: 'reviewed' } }))).toEqual(['all', 'ended']);
  });

  it('[SHOW1] a search finds all its words in any order and case, or the number; an unknown filter shows all', () => {
    expect(finds(' mondays  café ', LINE)).toBe(true);
    expect(finds('4', LINE)).toBe(true);
    expect(finds('tuesdays', LINE)).toBe(false);
    expect(readFilter('everything')).toBe('all');
    expect(readFilter('in_force')).toBe('in_force');
  });

  it('[SHOW2] where it stands is one word: never in force before all that it waits for is so', () => {
    expect(stateWord(LINE)).toBe('open');
    expect(stateWord(LINE, true)).toBe('blocked');
    expect(stateWord({ ...LINE, stage: { kind: 'between', until: 1 } }, true)).toBe('between');
    expect(stateWord(DRAFT)).toBe('draft');
    expect(stateWord(IN_FORCE)).toBe('inForce');
    expect(stateWord(WAITS)).toBe('agreedNotYet');
    expect(stateWord(LAPSED)).toBe('lapsed');
    const advice = {
      agreement: 'agreed',
      force: 'not_in_force',
      bodies: { yes: [], no: [] },
      waitsFor: NONE,
    } as const;
    expect(stateWord(ended({ effect: advice }))).toBe('advice');
    expect(stateWord(ended({ life: { kind: 'over', at: 1, why: 'superseded' } }))).toBe('over');
  });
});
