import { z } from 'zod';
import { pseudonymWords as words } from '../messages/en/pseudonyms.ts';
import { personName } from '../people/api.ts';
import { lineOf } from '../plainText.ts';

/** What the HTTP API takes and gives about chosen names. Times are milliseconds since 1970. */
export const chosenName = z.strictObject({ name: personName });

const LONGEST_REASON = 300;

export const openingName = z.strictObject({
  /** Why the name behind a chosen one has to be known. Every member reads it in the journal. */
  reason: lineOf(LONGEST_REASON, { missing: words.reasonMissing, tooLong: words.reasonTooLong }),
});

export const openedName = z.object({ name: z.string() });

export const ownNameAnswer = z.object({
  name: z.string(),
  isPseudonym: z.boolean(),
  /** Whether a name is kept behind the chosen one. */
  sealed: z.boolean(),
  /** Who can open it. */
  keepers: z.array(z.string()),
  openings: z.array(z.object({ at: z.number(), by: z.string().nullable(), reason: z.string() })),
});
export type OwnNameAnswer = z.infer<typeof ownNameAnswer>;
