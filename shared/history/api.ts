import { z } from 'zod';

/** Where to read on from: the smallest `seq` that one has. */
export const journalSearch = z.strictObject({
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
});

export const journalAnswer = z.object({
  /** The newest first. */
  lines: z.array(
    z.object({
      seq: z.number(),
      at: z.number(),
      kind: z.string(),
      /** What happened, as one sentence. */
      words: z.string(),
      /** What exactly: what it is now, and what it was before. */
      details: z.array(z.string()),
      /** Why, as whoever did it wrote; empty when nobody was asked. */
      reason: z.string(),
    }),
  ),
  more: z.boolean(),
});
export type JournalLine = z.infer<typeof journalAnswer>['lines'][number];
