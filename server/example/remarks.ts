import type { Commenting } from '../../shared/comments/comment.ts';
import type { Layout } from '../../shared/documents/layout.ts';
import { bindPassage, placesOf } from '../../shared/passages/bindPassage.ts';
import type { BoundPassage } from '../../shared/passages/passage.ts';
import { isRefusal } from '../../shared/refusal.ts';
import { addComment, startThread } from '../comments/add.ts';
import type { Context } from '../context.ts';
import { inDocument } from '../passages/inDocument.ts';
import { exampleMemberId, exampleSeatId } from './store.ts';

interface Remark {
  readonly by: string;
  readonly seat: string;
  readonly words: string;
}

interface Remarks extends Remark {
  /** Words of the plan that it is about. */
  readonly on: string;
  /** Other words for them. */
  readonly suggestion?: string;
  readonly answers: readonly Remark[];
}

const PLAN = 'northvale-plan';

const SAID: readonly Remarks[] = [
  {
    ...{ by: 'Bal Dhesi', seat: 'P3', on: '96 were missed for want of a lift' },
    words: 'Most of these were frosty mornings. On such days we could keep two drivers in hand.',
    answers: [
      {
        ...{ by: 'Jo Marr', seat: 'P2' },
        words: 'That would help. Our carers know the evening before who will need a lift.',
      },
    ],
  },
  {
    ...{ by: 'Heron', seat: 'U2', on: 'Many go for company more than for care.' },
    suggestion: 'Many go for company as much as for care.',
    words: 'I go for both, and so do those I sit with.',
    answers: [],
  },
];

/**
 * What people of the example say about its plan. Said again it is there once, and nothing is said where the words that
 * it is about have changed.
 */
export async function sayRemarks(context: Context): Promise<void> {
  for (const [index, { on, suggestion, answers, ...first }] of SAID.entries()) {
    const requestId = `example-remark-${index}`;
    const passage = await inDocument(context.content, PLAN, ({ layout }) => passageOn(layout, on));
    if (!passage || isRefusal(passage)) continue;
    const { start, end, hash } = passage;
    const about = { kind: 'document', id: PLAN } as const;
    const begun = { about, words: first.words, suggestion, requestId, passage: { start, end, hash } };
    const thread = await startThread(context, commenting(first), begun);
    if (isRefusal(thread)) throw new Error(`the example could not say: ${thread.message}`);
    for (const answer of answers)
      addComment(context, commenting(answer), { ...thread, words: answer.words, requestId });
  }
}

function passageOn(layout: Layout, words: string): BoundPassage | undefined {
  for (const block of layout.root.children.keys()) {
    const from = layout.textOf(layout.root, block).indexOf(words);
    if (from < 0) continue;
    const stretch = {
      cell: null,
      from: { block, offset: from },
      to: { block, offset: from + words.length },
    };
    const places = placesOf(layout, stretch);
    const passage = places && bindPassage(layout, places.start, places.end);
    if (typeof passage === 'object') return passage;
  }
  return undefined;
}

function commenting({ by, seat }: Remark): Commenting {
  return {
    ...{ memberId: exampleMemberId(by), seatId: exampleSeatId(seat), via: 'page' },
    ...{ supporter: null, enteredBy: null, witness: null },
  };
}
