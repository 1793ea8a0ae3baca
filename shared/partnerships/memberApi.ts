import { z } from 'zod';
import { shownProfile } from '../people/profileApi.ts';
import { ownMember } from './api.ts';

export const memberAnswer = ownMember.extend({
  isSelf: z.boolean(),
  profile: shownProfile,
  /** Whether a name is kept behind theirs that the one who asks may open. */
  mayOpenName: z.boolean(),
});
export type MemberAnswer = z.infer<typeof memberAnswer>;
