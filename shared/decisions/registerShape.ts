import { z } from 'zod';

/** The shape of the register, for the description of the HTTP API; `RegisterAnswer` is the same as a type. */
const at = z.number().meta({ description: 'Milliseconds since 1970' });
const count = z.number().int().min(0);
const ids = z.array(z.string());

const NEEDS = [
  'answer',
  'confirm',
  'say_for_whom',
  'test_block',
  'decide',
  'answer_for_body',
  'answer_block',
  'answer_condition',
  'write_statement',
  'review',
] as const;

export const registerLine = z.strictObject({
  id: z.string(),
  number: count,
  question: z.string(),
  restricted: z.boolean(),
  state: z.enum(['draft', 'open', 'ended']),
  says: z.string(),
  stage: z.looseObject({ kind: z.string() }).nullable(),
  outcome: z.looseObject({ kind: z.string() }).nullable(),
  effect: z
    .strictObject({
      agreement: z.enum(['none', 'in_principle', 'in_part', 'declined', 'agreed']),
      force: z.enum(['in_force', 'in_part', 'not_in_force']),
      bodies: z.strictObject({ yes: ids, no: ids }),
      waitsFor: z.strictObject({ bodies: ids, conditionsOf: ids, conditions: ids }),
    })
    .nullable(),
  life: z.looseObject({ kind: z.enum(['standing', 'over']) }),
  closesAt: at.nullable(),
  next: z.strictObject({ at, says: z.string() }).nullable(),
  openedAt: at.nullable(),
  endedAt: at.nullable(),
  reviewAt: at.nullable(),
  reviewDue: z.boolean(),
  needsMe: z.array(z.enum(NEEDS)).meta({ description: 'What waits for you; empty: nothing' }),
  drift: z.boolean().nullable(),
});

const CLOSES = 1_764_504_000_000;

const example = {
  decisions: [
    {
      id: 'decision-7',
      number: 7,
      question: 'Shall we run one shared trip each week?',
      restricted: false,
      state: 'open',
      says: 'Round 1 is open.',
      stage: { kind: 'round', number: 1 },
      outcome: null,
      effect: null,
      life: { kind: 'standing' },
      closesAt: CLOSES,
      next: { at: CLOSES, says: 'The round closes and is counted.' },
      openedAt: CLOSES - 604_800_000,
      endedAt: null,
      reviewAt: null,
      reviewDue: false,
      needsMe: ['answer'],
      drift: null,
    },
  ],
  before: null,
  counts: { draft: 0, open: 1, ended: 0, needsMe: 1, reviewDue: 0 },
};

export const registerShape = z
  .strictObject({
    decisions: z.array(registerLine),
    before: z.number().nullable(),
    counts: z.strictObject({
      draft: count,
      open: count,
      ended: count,
      needsMe: count,
      reviewDue: count,
    }),
  })
  .meta({ examples: [example] });
