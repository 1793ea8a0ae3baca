import { z } from 'zod';
import { exampleWords } from '../messages/en/example.ts';
import { heldSeat } from '../partnerships/api.ts';
import { role } from '../partnerships/roles.ts';
import { accountShape } from '../people/api.ts';

/** What the HTTP API takes and gives about the example partnership. */
export const exampleSignIn = z.strictObject({
  person: z.string({ error: exampleWords.choosePerson }).max(120, exampleWords.choosePerson),
});

export const exampleSignInAnswer = z.object({ account: accountShape });

export const outboxAnswer = z.object({
  /** Mails go to a mail server, so that none are here. */
  sent: z.boolean(),
  mails: z.array(
    z.object({ id: z.string(), to: z.string(), subject: z.string(), at: z.number(), text: z.string() }),
  ),
});
export type OutboxLine = z.infer<typeof outboxAnswer>['mails'][number];

export const examplePeopleAnswer = z.object({
  people: z.array(
    z.object({
      name: z.string(),
      isPseudonym: z.boolean(),
      note: z.string(),
      seat: heldSeat.nullable(),
      roles: z.array(role),
    }),
  ),
  partnership: z.object({ id: z.string(), name: z.string(), place: z.string(), purpose: z.string() }),
});
