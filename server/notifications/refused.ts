import type { Db } from '../../db/open.ts';
import { hashOfAddress } from '../../db/sealed.ts';
import type { ClaimedMail } from '../mail/store.ts';
import { unsettle } from './store.ts';
import { noteTrouble } from './troubleStore.ts';

/** A mail server refused an address for good: mails to it are held, and what this one told waits for the next. */
export function addressRefused(
  orm: Db['orm'],
  { id, to, memberId }: Pick<ClaimedMail, 'id' | 'to' | 'memberId'>,
  problem: string,
  now: number,
): void {
  if (!memberId) return;
  noteTrouble(orm, memberId, hashOfAddress(orm, to), problem, now);
  unsettle(orm, id);
}
