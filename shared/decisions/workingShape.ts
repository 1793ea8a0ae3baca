import { z } from 'zod';
import { side } from '../partnerships/sides.ts';
import { OUT_REASONS } from './electorate.ts';
import { DENOMINATORS } from './ratio.ts';

/** The shape of a count, for the description of the HTTP API; `Counted` is the same as a type. */
const count = z.number().int().min(0);
const tally = z.record(z.string(), count).meta({ description: 'How many voices say each thing' });

const line = z.strictObject({
  test: z.enum([
    'answers',
    'answers_from_side',
    'blocks',
    'support',
    'stand_asides',
    'majority',
    'more_for_than_against',
  ]),
  side: side.nullable().meta({ description: 'Null: all seats together' }),
  have: count,
  limit: z.enum(['at_least', 'at_most']),
  need: count,
  share: z
    .strictObject({
      ratio: z.string(),
      comparison: z.enum(['at_least', 'more_than']),
      of: z.enum(DENOMINATORS),
      base: count,
    })
    .nullable()
    .meta({ description: 'Where `need` comes from, when it is a share' }),
  holds: z.boolean(),
  waived: z.array(z.enum(OUT_REASONS)).nullable().meta({ description: 'Why nothing is asked of this side' }),
});

const ranked = z.discriminatedUnion('method', [
  z.strictObject({
    method: z.literal('schulze'),
    pairs: z.array(z.strictObject({ over: z.string(), under: z.string(), voices: count, path: count })),
    winners: z.array(z.string()),
  }),
  z.strictObject({
    method: z.literal('instant_runoff'),
    stages: z.array(
      z.strictObject({
        counts: z.array(z.strictObject({ option: z.string(), voices: count })),
        spent: count,
        last: z.array(z.string()),
      }),
    ),
    winners: z.array(z.string()),
  }),
]);

const result = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['agreed', 'blocked', 'not_agreed', 'failed', 'not_quorate', 'not_decided']),
  }),
  z.strictObject({ kind: z.literal('passed'), option: z.string() }),
  z.strictObject({ kind: z.literal('tie'), options: z.array(z.string()) }),
]);

const working = z.strictObject({
  kind: z.enum(['consensus', 'majority', 'concurrent_majority', 'ranked_choice']),
  voice: z.enum(['seat', 'organisation']),
  eligible: count,
  cast: count,
  silent: count,
  quorate: z.boolean(),
  out: z.array(z.strictObject({ seat: z.string(), why: z.enum(OUT_REASONS) })),
  tally,
  tallyWithLeavers: tally.nullable(),
  sides: z.array(z.strictObject({ side, eligible: count, cast: count, tally })),
  lines: z.array(line).meta({ description: 'Every comparison, in the order in which it is made' }),
  blocks: z.array(z.strictObject({ seat: z.string(), state: z.string(), stands: z.boolean() })),
  divided: z.array(z.string()),
  castingVote: z.strictObject({ seat: z.string(), choice: z.enum(['for', 'against']) }).nullable(),
  ranked: ranked.nullable(),
});

export const countedShape = z.strictObject({
  result,
  working,
  inWords: z.array(z.string()).meta({ description: 'The same as sentences' }),
});
