import { Hono } from 'hono';
import {
  examplePeopleAnswer,
  exampleSignIn,
  exampleSignInAnswer,
  outboxAnswer,
} from '../../shared/example/api.ts';
import { maskAddress } from '../../shared/mail/maskAddress.ts';
import { exampleWords } from '../../shared/messages/en/example.ts';
import { refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { notFound, refused } from '../errors.ts';
import { outboxFolder, readOutbox } from '../mail/outbox.ts';
import { body, describes } from '../openapi.ts';
import { currentMembers, partnershipById } from '../partnerships/store.ts';
import type { Permit } from '../permit.ts';
import { EXAMPLE_PARTNERSHIP, exampleAccount } from './store.ts';

/** How many mails the outbox page shows. */
const SHOWN = 30;

/** Signing in as anyone of the example partnership, with one click. These routes exist only in example mode. */
export function exampleRoutes({ db, config, signIns, accessChanges }: Context, permit: Permit) {
  return new Hono()
    .get(
      '/example/people',
      permit({ kind: 'example' }),
      describes('The people of the example partnership', examplePeopleAnswer),
      async (c) => {
        const found = await partnershipById(db, EXAMPLE_PARTNERSHIP);
        if (!found) return refused(c, notFound());
        const { id, name, place, purpose } = found;
        const people = currentMembers(db, EXAMPLE_PARTNERSHIP).map((person) => ({
          name: person.name,
          isPseudonym: person.isPseudonym,
          note: person.note,
          seat: person.seats[0] ?? null,
          roles: person.roles,
        }));
        return c.json({ people, partnership: { id, name, place, purpose } }, 200);
      },
    )
    .get(
      '/example/mails',
      permit({ kind: 'example' }),
      describes('The newest mails that would have been sent', outboxAnswer),
      (c) => {
        const sent = config.smtp !== undefined;
        const newest = sent ? [] : readOutbox(outboxFolder(config), db.sealing).slice(0, SHOWN);
        const mails = newest.map((mail) => ({ ...mail, to: maskAddress(mail.to) }));
        return c.json({ sent, mails }, 200);
      },
    )
    .post(
      '/example/sign-in',
      permit({ kind: 'example' }),
      describes('Sign in as one of the people of the example', exampleSignInAnswer),
      body(exampleSignIn),
      async (c) => {
        const account = exampleAccount(db, c.req.valid('json').person);
        if (!account) {
          const message = exampleWords.choosePerson;
          return refused(c, refuse('invalid', message, { person: message }));
        }
        const { setCookie, ended } = await signIns.start(account.id, {
          method: 'example',
          userAgent: c.req.header('user-agent'),
          cookie: c.req.header('cookie'),
        });
        c.header('Set-Cookie', setCookie);
        if (ended) accessChanges.tell({ kind: 'account', accountId: ended });
        return c.json({ account }, 200);
      },
    );
}
