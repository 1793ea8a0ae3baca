import { transact } from '../../db/transact.ts';
import { peopleWords as words } from '../../shared/messages/en/people.ts';
import { fill } from '../../shared/messages/fill.ts';
import { emailAddress } from '../../shared/people/emailAddress.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { linkOutside, outsideAccount, placeOf } from './accountStore.ts';
import { accountFor, type CameIn } from './mailedSignIn.ts';
import type { OutsidePerson } from './singleSignOn.ts';

/**
 * The account of whoever the outside service says it is: the one that they came to before, whatever their address
 * is now; else the one of their address, which the service must have made sure of. From then on the two belong together.
 */
export function takeOutside(context: Context, person: OutsidePerson, service: string): Refusal | CameIn {
  const now = context.now();
  return transact(context.db, (orm) => {
    const known = outsideAccount(orm, person);
    if (known) return known.disabled ? refuse('not_allowed', words.noPlace) : { accountId: known.accountId };
    const email = person.email === undefined ? undefined : emailAddress(person.email);
    if (email === undefined) return refuse('not_allowed', fill(words.outsideNoAddress, { service }));
    const came = accountFor(context, orm, placeOf(orm, context.config, email, now), email);
    if ('accountId' in came) linkOutside(orm, person, came.accountId, now);
    return came;
  });
}
