import { type Conversation, conversationsOf } from '../comments/conversations.ts';
import { subjectFor } from '../comments/subject.ts';
import type { Context } from '../context.ts';
import type { LinkAccess } from './access.ts';

/** What was said where the one whose link this is took part, as far as their one seat may know of it. */
export function saidTo(
  context: Pick<Context, 'db' | 'decisionSeen'>,
  { about, link, member }: LinkAccess,
): Conversation[] {
  const subject = subjectFor(context, link.memberId, about);
  return subject ? conversationsOf(context, { ...subject, member }) : [];
}
