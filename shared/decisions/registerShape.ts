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

export const registerShape = z.strictObject({
  decisions: z.array(registerLine),
  before: z.number().nullable(),
  counts: z.strictObject({
    draft: count,
    open: count,
    ended: count,
    needsMe: count,
    reviewDue: count,
  }),
});
