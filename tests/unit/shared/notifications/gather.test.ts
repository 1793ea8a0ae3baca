import { expect, it } from 'vitest';
import { gather } from '../../../../shared/notifications/gather.ts';
import type { About } from '../../../../shared/notifications/notice.ts';

function worded(id: number, about: About, kind: string, needsMe = false, over = false) {
  const line = { title: kind, line: `${kind} ${id}`, href: '/', ...(over ? { over } : {}) };
  return { notice: { id, kind, about, needsMe, at: id, partnershipId: 'p', byMemberId: null }, line };
}

const thread = (id: string): About => ({ kind: 'thread', id });
const decision = (id: string): About => ({ kind: 'decision', id });

it('[TOLD4] several events of one thread are one line, which what needs me stands for', () => {
  const lines = gather([
    worded(1, thread('a'), 'reply'),
    worded(2, thread('a'), 'mention', true),
    worded(3, thread('a'), 'reply'),
    worded(4, thread('b'), 'reply'),
  ]);
  expect(lines.map(({ line, ids, needsMe }) => [line.line, ids, needsMe])).toEqual([
    ['mention 2', [1, 2, 3], true],
    ['reply 4', [4], false],
  ]);
});

it('[TOLD4] what needs me is first, then the newest; different things of one decision stay apart', () => {
  const lines = gather([
    worded(1, decision('a'), 'opened', true),
    worded(2, decision('a'), 'amended', true),
    worded(3, decision('b'), 'news'),
    worded(4, decision('c'), 'opened', true, true),
  ]);
  expect(lines.map(({ ids }) => ids)).toEqual([[2], [1], [4], [3]]);
});
