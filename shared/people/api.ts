import { z } from 'zod';
import { peopleWords as words } from '../messages/en/people.ts';
import { emailAddress, LONGEST_ADDRESS } from './emailAddress.ts';
import { tidyName } from './names.ts';
import { isOwnPage } from './then.ts';

/** Someone who is signed in, as the HTTP API shows them. The name is empty until they said what to call them. */
export const accountShape = z.object({ id: z.string(), name: z.string() });

/** The body of a request that says everything in its address. */
export const nothing = z.strictObject({});

/** A mail address that someone types: it comes out in the one form in which addresses are kept. */
export const emailField = z
  .string({ error: words.emailMissing })
  .max(2 * LONGEST_ADDRESS, words.emailWrong)
  .overwrite((typed) => emailAddress(typed) ?? typed.trim())
  .min(1, words.emailMissing)
  .refine((typed) => emailAddress(typed) !== undefined, words.emailWrong);

const LONGEST_NAME = 80;

/** What someone wants to be called. */
export const personName = z
  .string({ error: words.nameMissing })
  .overwrite(tidyName)
  .min(1, words.nameMissing)
  .max(LONGEST_NAME, words.nameTooLong);

export const askingToSignIn = z.strictObject({
  email: emailField,
  /** The page that they were on the way to: the link in the mail leads there. */
  goingTo: z.string().refine(isOwnPage).optional(),
});

export const signInByCode = z.strictObject({
  /** Six digits, with whatever spaces people put between them. */
  code: z
    .string({ error: words.sixDigits })
    .overwrite((typed) => typed.replace(/[\s-]+/g, ''))
    .regex(/^\d{6}$/, words.sixDigits),
  /** Which address it was mailed to; left out, any that this browser asked for. */
  email: emailField.optional(),
});

export const signInByLink = z.strictObject({ token: z.string().regex(/^[\w-]{43}$/, words.linkOver) });

const goingTo = z.string().refine(isOwnPage).optional();

export const beginningOutside = z.strictObject({ goingTo });
export const outsideBegun = z.object({ url: z.string() });

/** What a browser keeps while its person signs in at an outside service. */
export const outsideUnderway = z.strictObject({
  state: z.string().max(200),
  nonce: z.string().max(200),
  verifier: z.string().max(200),
  goingTo,
});
export type OutsideUnderway = z.infer<typeof outsideUnderway>;

/** The query that the outside service put on the address it sent the browser back to. */
export const finishingOutside = z.strictObject({ query: z.string().max(8000) });

export const signedInAnswer = z.object({ account: accountShape });

export const outsideFinished = signedInAnswer.extend({ goingTo: z.string().nullable() });

export const signInWaysAnswer = z.object({
  /** What the outside sign-in service is called; null when there is none. */
  singleSignOn: z.string().nullable(),
  /** Mails are not sent: everyone here can read them on a page. */
  openOutbox: z.boolean(),
});

export const ownSignInsAnswer = z.object({
  email: z.string().nullable(),
  signIns: z.array(
    z.object({
      id: z.string(),
      method: z.enum(['example', 'mail', 'single_sign_on']),
      browser: z.string(),
      startedAt: z.number(),
      /** The browser that asks. */
      current: z.boolean(),
    }),
  ),
});
export type OwnSignIn = z.infer<typeof ownSignInsAnswer>['signIns'][number];

export const naming = z.strictObject({ name: personName });
