import { describe, expect, it } from 'vitest';
import { conflictEffect } from '../../../../shared/decisions/conflictEffect.ts';
import { textOf } from '../../../../shared/decisions/textOf.ts';
import type { Block } from '../../../../shared/documents/blocks.ts';
import { makeTextBlock } from '../../../../shared/documents/tidyBlocks.ts';
import { FIVE, ruleOf } from './table.ts';

const rule = ruleOf({ quorum: { atLeast: '2/3', fromEachSide: 1 } });
const judged = (seat: string, handling: 'may_vote' | 'may_speak' | 'leaves_the_room') => ({ seat, handling });

describe('a conflict before it is recorded', () => {
  it('[PROPOSE5] says how many may answer and how many must, before and after', () => {
    expect(conflictEffect(rule, FIVE, [], judged('C1', 'may_speak'))).toEqual({
      before: { eligible: 5, need: 4, waived: [] },
      after: { eligible: 4, need: 3, waived: [] },
    });
    expect(conflictEffect(rule, FIVE, [], judged('C1', 'may_vote'))).toMatchObject({
      after: { eligible: 5, need: 4 },
    });
  });

  it('[PROPOSE5] names the side that nobody will be counted from', () => {
    const { before, after } = conflictEffect(rule, FIVE, [], judged('G1', 'leaves_the_room'));
    expect([before.waived, after.waived]).toEqual([[], ['community_provider']]);
  });

  it('[PROPOSE5] a new judgement takes the place of the old one, and brings nobody back who left', () => {
    const conflict = [{ seat: 'C1', why: 'conflict' as const }];
    expect(conflictEffect(rule, FIVE, conflict, judged('C1', 'may_vote'))).toMatchObject({
      before: { eligible: 4 },
      after: { eligible: 5 },
    });
    const left = [{ seat: 'C1', why: 'left' as const }];
    expect(conflictEffect(rule, FIVE, left, judged('C1', 'may_vote'))).toMatchObject({
      after: { eligible: 4 },
    });
  });
});

describe('words as they are typed', () => {
  it('[PROPOSE6] paragraphs, headings and lists come back as people type them', () => {
    const blocks: Block[] = [
      makeTextBlock('heading1', [{ text: 'Trips' }]),
      makeTextBlock('paragraph', [
        { text: 'One ' },
        { text: 'shared', marks: ['bold'] },
        { text: ' trip.\nEach week.' },
      ]),
      makeTextBlock('bullet', [{ text: 'From Skelby' }]),
      makeTextBlock('bullet', [{ text: 'From Fell Road' }]),
      makeTextBlock('paragraph', [{ text: 'Starts in May.' }]),
    ];
    expect(textOf(blocks)).toBe(
      '# Trips\n\nOne shared trip.\nEach week.\n\n- From Skelby\n- From Fell Road\n\nStarts in May.',
    );
  });
});
