import type { Db } from '../../db/open.ts';
import { transact } from '../../db/transact.ts';
import { type Addressee, addresseeOf } from './readerStore.ts';
import { keepSettings, settingsOf } from './settingsStore.ts';
import { tokenFor } from './tokenStore.ts';

/** Whose mails a link ends; undefined when it ends none. Asking changes nothing. */
export function whoseMails(db: Db, token: string, now: number): Addressee | undefined {
  const found = tokenFor(db.orm, 'unsubscribe', token, now);
  return found && addresseeOf(db, found.memberId);
}

/**
 * Ends the mails with news of whoever holds the link: nothing else can be done with it. What needs them still comes;
 * to stop that too they choose so themselves, signed in.
 */
export function unsubscribe(db: Db, token: string, now: number): Addressee | undefined {
  return transact(db, (orm) => {
    const found = whoseMails(db, token, now);
    if (found)
      keepSettings(orm, found.member.id, { ...settingsOf(orm, found.member.id), rest: 'nothing' }, now);
    return found;
  });
}
