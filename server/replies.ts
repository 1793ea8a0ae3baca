import { isRefusal } from '../shared/refusal.ts';
import { addComment } from './comments/add.ts';
import { speaksFor } from './comments/speaking.ts';
import { memberNow } from './comments/store.ts';
import type { Context } from './context.ts';
import { notFound } from './errors.ts';
import type { ReceiveParts } from './inbound/receive.ts';

/** Mails that come in, and the threads that they belong to; undefined where none come in. */
export function repliesByMail(context: Context): ReceiveParts | undefined {
  const { inbound } = context.config;
  if (!inbound) return undefined;
  return {
    context,
    domain: inbound.domain,
    reply({ memberId, ...what }) {
      const member = memberNow(context.db, memberId);
      if (!member) return notFound();
      const by = { memberId, seatId: speaksFor(member, undefined), via: 'mail' as const };
      const added = addComment(context, { ...by, supporter: null, enteredBy: null, witness: null }, what);
      return isRefusal(added) ? added : undefined;
    },
  };
}
