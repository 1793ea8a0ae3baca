import { z } from 'zod';
import { profileWords as words } from '../messages/en/profile.ts';
import { optionalLineOf } from '../plainText.ts';
import { VISIBLE_TO } from './profile.ts';

/** What the HTTP API takes and gives about what people say of themselves. */
const LONGEST_LINE = 80;
const LONGEST_NEED = 300;

const line = (longest: number) => optionalLineOf(longest, words.tooLong[longest as 80 | 300]);
const visibleTo = z.enum(VISIBLE_TO, { error: words.unknownVisible });

export const ownProfile = z.strictObject({
  addressAs: line(LONGEST_LINE),
  addressAsVisibleTo: visibleTo,
  formats: line(LONGEST_NEED),
  language: line(LONGEST_LINE),
  support: line(LONGEST_NEED),
  needsVisibleTo: visibleTo,
});
export type OwnProfile = z.infer<typeof ownProfile>;

/** What someone may see of someone else's profile: null for what is not for them, or was never said. */
export const shownProfile = z.object({
  addressAs: z.string().nullable(),
  needs: z.object({ formats: z.string(), language: z.string(), support: z.string() }).nullable(),
});
export type ShownProfile = z.infer<typeof shownProfile>;
