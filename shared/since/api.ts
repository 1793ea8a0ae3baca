import { z } from 'zod';

/** What changed since somebody was last here. Times are milliseconds since 1970. */

const change = z.object({
  how: z.enum(['added', 'removed', 'changed']),
  was: z.string().nullable(),
  now: z.string().nullable(),
  /** Who wrote it or took it out, as the partnership knows them. */
  by: z.array(z.string()),
});

export const since = z.object({
  /** When they were last here; null: never, so that nothing is new to them. */
  at: z.number().nullable(),
  /** Sent back once this has been read. */
  to: z.string(),
  changes: z.array(change),
  /** What happened to a decision since, the newest first. */
  lines: z.array(z.object({ key: z.string(), at: z.number(), says: z.string() })),
  /** Too much has been written to say it sentence by sentence. */
  tooMuch: z.boolean(),
});
export type Since = z.infer<typeof since>;

export const readSince = z.strictObject({ to: z.string().min(1).max(64) });
