import { z } from 'zod';

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
