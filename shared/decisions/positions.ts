import { z } from 'zod';
import { decisionsWords as words } from '../messages/en/decisions.ts';
import { id, longText } from './electorate.ts';

export const CONSENSUS_CHOICES = [
  'agree',
  'agree_with_reservations',
  'stand_aside',
  'block',
  'abstain',
  'outside_our_powers',
] as const;
export const VOTE_CHOICES = ['for', 'against', 'abstain'] as const;
/** Most options that can be ranked in one round. */
export const MOST_OPTIONS = 12;

const reason = longText.optional();

/**
 * What a seat says. A worry, standing aside, a block and "outside our powers" say why; a block also rests on one of
 * the partnership's values or on a harm that is foreseen, and may say what change would lift it.
 */
export const position = z.discriminatedUnion(
  'choice',
  [
    z.strictObject({ choice: z.enum(['agree', 'abstain', 'for', 'against']), reason }),
    z.strictObject({
      choice: z.enum(['agree_with_reservations', 'stand_aside', 'outside_our_powers']),
      reason: z.string({ error: words.position.reasonMissing }).pipe(longText),
    }),
    z
      .strictObject({
        choice: z.literal('block'),
        reason: z.string({ error: words.position.reasonMissing }).pipe(longText),
        value: id.optional(),
        harm: longText.optional(),
        change: longText.optional(),
      })
      .refine(({ value, harm }) => value !== undefined || harm !== undefined, {
        error: words.position.groundMissing,
        path: ['value'],
      }),
    z.strictObject({
      choice: z.literal('ranking'),
      ranking: z
        .array(id)
        .min(1, words.position.rankingEmpty)
        .max(MOST_OPTIONS)
        .refine((ids) => new Set(ids).size === ids.length, words.position.rankedTwice),
      reason,
    }),
  ],
  { error: words.position.unknown },
);
export type Position = z.infer<typeof position>;
export type Choice = Position['choice'];

/** The choices that each kind of round takes. */
export function takes(kind: 'consensus' | 'vote' | 'ranking', choice: Choice): boolean {
  switch (kind) {
    case 'consensus':
      return (CONSENSUS_CHOICES as readonly Choice[]).includes(choice);
    case 'vote':
      return (VOTE_CHOICES as readonly Choice[]).includes(choice);
    case 'ranking':
      return choice === 'ranking' || choice === 'abstain';
  }
}
