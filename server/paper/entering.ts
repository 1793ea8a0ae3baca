import { paperWords } from '../../shared/messages/en/paper.ts';
import type { PaperComment } from '../../shared/paper/api.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';
import { startThread } from '../comments/add.ts';
import type { Context } from '../context.ts';
import { memberHere } from '../decisions/memberStore.ts';
import { notFound } from '../errors.ts';

const words = paperWords.enter;

interface Entering {
  readonly about: { readonly kind: 'document' | 'decision'; readonly id: string };
  readonly partnershipId: string;
  /** Who enters it. */
  readonly memberId: string;
}

/**
 * Enters a comment that came on paper, as its writer's, with who entered it and who else saw the sheet. Only those who
 * record or facilitate do that; the witness is another person than they; and whoever wrote it must be allowed to comment.
 */
export async function enterComment(
  context: Context,
  { about, partnershipId, memberId }: Entering,
  { requestId, memberId: writer, seatId, words: said, witness }: PaperComment,
): Promise<{ threadId: string } | Refusal> {
  const { db } = context;
  const me = memberHere(db, partnershipId, memberId);
  if (!me) return notFound();
  if (!me.roles.some((role) => role === 'recorder' || role === 'facilitator'))
    return refuse('not_allowed', words.notRecorder);
  const wrong = (field: 'witness' | 'memberId', message: string) =>
    refuse('invalid', message, { [field]: message });
  if (witness === memberId) return wrong('witness', words.witnessSelf);
  if (!memberHere(db, partnershipId, witness)) return wrong('witness', words.witnessGone);
  if (!memberHere(db, partnershipId, writer)) return wrong('memberId', words.whoseMissing);
  return startThread(
    context,
    { memberId: writer, seatId, via: 'paper', supporter: null, enteredBy: memberId, witness },
    { about, words: said, requestId },
  );
}
