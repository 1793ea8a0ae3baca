import { z } from 'zod';
import { documentLine } from '../documents/api.ts';
import { ownMember } from '../partnerships/api.ts';
import { side } from '../partnerships/sides.ts';

/** What the HTTP API gives to whoever is new, and about signing the values. Times are milliseconds since 1970. */
const ownSignature = z.object({ at: z.number(), isCurrent: z.boolean() });

const lineToRead = documentLine.pick({ id: true, title: true, template: true, right: true, changedAt: true });

export const welcomeAnswer = z.object({
  partnership: z.object({
    id: z.string(),
    name: z.string(),
    purpose: z.string(),
    whyTogether: z.string(),
    whyNow: z.string(),
  }),
  me: ownMember,
  values: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      /** Of the people who are there now: how many signed the words as they are now, and how many they are. */
      signed: z.number(),
      people: z.number(),
      mine: ownSignature.nullable(),
    }),
  ),
  agreements: z.array(lineToRead),
  open: z.array(lineToRead),
  /** Whether there is more under way than `open` holds. */
  more: z.boolean(),
});
export type WelcomeAnswer = z.infer<typeof welcomeAnswer>;

export const signaturesAnswer = z.object({
  signatures: z.array(
    z.object({
      memberId: z.string(),
      name: z.string(),
      isPseudonym: z.boolean(),
      hasLeft: z.boolean(),
      seat: z.object({ name: z.string(), side }).nullable(),
      at: z.number(),
      /** False when the words have changed since. */
      isCurrent: z.boolean(),
    }),
  ),
  mine: ownSignature.nullable(),
});
export type SignaturesAnswer = z.infer<typeof signaturesAnswer>;

export const ownSignatureAnswer = ownSignature;

/** The hash of the words that were read: `hash` of the document's text. */
export const signing = z.strictObject({ contentHash: z.string().regex(/^[0-9a-f]{64}$/) });
