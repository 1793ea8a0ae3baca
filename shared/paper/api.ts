import { z } from 'zod';
import { paperWords as words } from '../messages/en/paper.ts';

const id = z.string().min(1).max(64);

/** What a sheet that came back is about. */
export const foundPaper = z.object({
  kind: z.enum(['document', 'decision']),
  id: z.string(),
  title: z.string(),
  number: z.number().nullable(),
  /** Which version of a decision's words the sheet has; null for documents. */
  version: z.number().nullable(),
  /** Whether these are still the words. A document's words are always as they are now. */
  isCurrent: z.boolean(),
});
export type FoundPaper = z.infer<typeof foundPaper>;

/** A comment that came on paper: whose it is, and who saw that it is what the paper says. */
export const paperComment = z.strictObject({
  requestId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  memberId: id,
  seatId: id.nullable(),
  words: z.string().trim().min(1, words.enter.wordsMissing).max(4_000, words.enter.tooLong),
  witness: z.string().max(64).min(1, words.enter.witnessMissing),
});
export type PaperComment = z.infer<typeof paperComment>;

export const paperKept = z.object({ threadId: z.string() });
