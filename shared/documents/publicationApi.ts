import { z } from 'zod';

/** What the HTTP API takes and gives about making a document public. */
export const publishing = z.strictObject({
  /** The hash of the words that whoever publishes them has seen: others are not made public by mistake. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
});

export const publicationAnswer = z.object({
  id: z.string(),
  publishedAt: z.number(),
  contentHash: z.string(),
});
