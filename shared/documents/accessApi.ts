import { z } from 'zod';
import { right, SENSITIVITIES } from '../access.ts';
import { accessWords as words } from '../messages/en/access.ts';
import { side } from '../partnerships/sides.ts';
import { publicationAnswer } from './publicationApi.ts';

/** What the HTTP API takes and gives about who can see a document. Times are milliseconds since 1970. */
const LONGEST_REASON = 500;

export const newSensitivity = z.strictObject({
  sensitivity: z.enum(SENSITIVITIES, { error: words.unknownSensitivity }),
  reason: z.string().trim().max(LONGEST_REASON, words.reasonTooLong).default(''),
});
export type NewSensitivity = z.infer<typeof newSensitivity>;

export const sensitivityAnswer = z.object({ sensitivity: z.enum(SENSITIVITIES) });

const because = z.object({
  holderKind: z.enum(['seat', 'role']),
  holder: z.string(),
  name: z.string(),
  effect: z.enum(['gives', 'gives_nothing', 'withheld']),
});

const accessPerson = z.object({
  memberId: z.string(),
  name: z.string(),
  side: side.nullable(),
  right,
  mayManage: z.boolean(),
  startedIt: z.boolean(),
  because: z.array(because),
});
export type AccessPerson = z.infer<typeof accessPerson>;

const seenBy = z.object({
  memberId: z.string(),
  name: z.string(),
  firstAt: z.number(),
  lastAt: z.number(),
  times: z.number(),
});
export type SeenBy = z.infer<typeof seenBy>;

export const accessAnswer = z.object({
  sensitivity: z.enum(SENSITIVITIES),
  people: z.array(accessPerson),
  /** Everyone who opened it while that was being noted, those who have left included. */
  seen: z.array(seenBy),
  /** What is public of it now; the hash is of just those words. */
  publication: publicationAnswer.nullable(),
  /** Whether the one who asks may make it public. */
  mayPublish: z.boolean(),
});
export type AccessAnswer = z.infer<typeof accessAnswer>;
