import { z } from 'zod';

/** What the HTTP API takes and gives about the server's accounts. Times are milliseconds since 1970. */
export const accountSearch = z.strictObject({ search: z.string().max(200).optional() });

export const accountLine = z.object({
  id: z.string(),
  /** Null, as the address is, for whoever goes by a chosen name somewhere: either would tell who they are. */
  name: z.string().nullable(),
  email: z.string().nullable(),
  isExample: z.boolean(),
  /** In how many partnerships they are; not in which. */
  partnerships: z.number(),
  /** In how many browsers they are signed in, and since when in the newest. */
  signIns: z.number(),
  lastSignInAt: z.number().nullable(),
  disabledAt: z.number().nullable(),
  /** The administrator who asks. */
  isYou: z.boolean(),
});
export type AccountLine = z.infer<typeof accountLine>;

export const accountsAnswer = z.object({
  accounts: z.array(accountLine),
  /** There are more than are here: search for them. */
  more: z.boolean(),
});

export const mailStateAnswer = z.object({
  /** False where mails go to the outbox folder. */
  sent: z.boolean(),
  waiting: z.number(),
  /** The newest that were given up, without whom they were to. */
  failed: z.array(z.object({ id: z.string(), at: z.number(), problem: z.string() })),
});
