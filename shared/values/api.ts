import { z } from 'zod';
import { side } from '../partnerships/sides.ts';

const BLOCK_STATES = [
  'raised',
  'concern',
  'qualified',
  'integrated',
  'withdrawn',
  'addressed',
  'sustained',
  'released',
] as const;

/** What the HTTP API gives about shared values and behaviours. Times are milliseconds since 1970. */

/** A value in the words that count now, as drafts and screens of decisions show it. */
export const valueInUse = z.object({
  id: z.string(),
  version: z.number(),
  words: z.string(),
  practice: z.string(),
  question: z.string(),
  /** False: only proposed, because none has been adopted yet. */
  adopted: z.boolean(),
});

/** What a leader signed that they will and will not do. */
export const behaviourInUse = z.object({
  id: z.string(),
  version: z.number(),
  leader: z.object({ memberId: z.string(), name: z.string() }),
  will: z.string(),
  willNot: z.string(),
  seen: z.string(),
  valueIds: z.array(z.string()),
  adopted: z.boolean(),
});

/** The adopted values and behaviours; while none is adopted, those that are proposed or signed. */
export const valuesInUse = z.object({
  values: z.array(valueInUse),
  behaviours: z.array(behaviourInUse),
});
export type ValuesInUse = z.infer<typeof valuesInUse>;

/** The decision that adopted or retired something. Of one that not everyone may see, only that there was one. */
const byDecision = z.object({ id: z.string().nullable(), number: z.number().nullable() });

const retired = z
  .object({
    at: z.number(),
    by: z.string().nullable(),
    reason: z.string(),
    decision: byDecision.nullable(),
  })
  .nullable();

const person = z.object({
  memberId: z.string(),
  name: z.string(),
  isPseudonym: z.boolean(),
  hasLeft: z.boolean(),
  seat: z.object({ name: z.string(), side }).nullable(),
});

const valueVersion = z.object({
  version: z.number(),
  words: z.string(),
  practice: z.string(),
  question: z.string(),
  at: z.number(),
  proposedBy: z.string().nullable(),
  seat: z.object({ name: z.string(), side }).nullable(),
  decision: byDecision.nullable(),
});

const behaviourVersion = z.object({
  version: z.number(),
  will: z.string(),
  willNot: z.string(),
  seen: z.string(),
  valueIds: z.array(z.string()),
  reviewAt: z.number(),
  at: z.number(),
  signedAt: z.number().nullable(),
  decision: byDecision.nullable(),
});

/** Everything for the page of values and behaviours. Versions stand the oldest first. */
export const valuesAnswer = z.object({
  values: z.array(
    z.object({
      id: z.string(),
      versions: z.array(valueVersion),
      retired,
      /** Whether the one who asks may take it back. */
      mayRetire: z.boolean(),
    }),
  ),
  behaviours: z.array(
    z.object({
      id: z.string(),
      leader: person,
      versions: z.array(behaviourVersion),
      retired,
      isMine: z.boolean(),
      mayRetire: z.boolean(),
      /** Whether the day has come on which its leader said they would look at it again. */
      isDue: z.boolean(),
    }),
  ),
  mayPropose: z.boolean(),
  mayWrite: z.boolean(),
});
export type ValuesAnswer = z.infer<typeof valuesAnswer>;
export type ValueLine = ValuesAnswer['values'][number];
export type BehaviourLine = ValuesAnswer['behaviours'][number];

/** Blocks that rest on a value, as the one who asks may see them. */
export const calledOnAnswer = z.object({
  blocks: z.array(
    z.object({
      valueId: z.string(),
      decision: z.object({ id: z.string(), number: z.number(), question: z.string() }),
      side,
      /** Null where only the side is told. */
      seat: z.string().nullable(),
      reason: z.string(),
      state: z.enum(BLOCK_STATES),
      /** Null where the time would tell whose it is. */
      at: z.number().nullable(),
    }),
  ),
});
export type CalledOn = z.infer<typeof calledOnAnswer>['blocks'][number];
