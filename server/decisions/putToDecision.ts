import { transact } from '../../db/transact.ts';
import { apply } from '../../shared/decisions/apply.ts';
import type { PutToDecision } from '../../shared/decisions/passageApi.ts';
import { passagesWords as words } from '../../shared/messages/en/passages.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { bindPassage } from '../../shared/passages/bindPassage.ts';
import type { BoundPassage } from '../../shared/passages/passage.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import type { DocumentAccess } from '../documents/access.ts';
import { noteSeen } from '../documents/seenStore.ts';
import { actorOf } from '../ledger/append.ts';
import { inDocument } from '../passages/inDocument.ts';
import { actorFor } from './actors.ts';
import { addDraft } from './drafting.ts';
import { keep, type Under } from './keep.ts';
import { mayDraft } from './mayDraft.ts';
import { mayRead } from './mayRead.ts';
import { addPassage } from './passageStore.ts';
import { decisionRow } from './store.ts';
import { keepWords } from './textStore.ts';

/**
 * Begins a draft whose proposal is words of a document as they stand on the server at this moment. Refused when they
 * are not the words that were shown to whoever puts them. Words of a document that not every member may know make the
 * decision restricted.
 */
export async function putToDecision(
  context: Context,
  access: DocumentAccess,
  member: OwnMember,
  wanted: PutToDecision,
  within: Within = {},
): Promise<{ id: string; number: number; restricted: boolean } | Refusal> {
  const refusal = mayDraft(member);
  if (refusal) return refusal;
  noteSeen(context.db, access, context.now());
  const bound = await inDocument(context.content, access.documentId, ({ layout }) =>
    bindPassage(layout, wanted.start, wanted.end),
  );
  if (bound === 'too_long') return refuse('invalid', words.tooLong);
  if (bound === 'not_here' || bound.hash !== wanted.hash) return refuse('conflict', words.changedMeanwhile);
  return transact(context.db, (orm, afterCommit) => {
    const no = within.mayNot?.();
    if (no) return no;
    const begun = begin(context, { orm, afterCommit }, { access, member, bound, wanted });
    if (!isRefusal(begun)) within.begun?.(begun.id, { orm, afterCommit });
    return begun;
  });
}

/** What else belongs into the transaction in which the draft begins. */
interface Within {
  readonly mayNot?: () => Refusal | undefined;
  readonly begun?: (id: string, under: Under) => void;
}

interface Put {
  readonly access: DocumentAccess;
  readonly member: OwnMember;
  readonly bound: BoundPassage;
  readonly wanted: PutToDecision;
}

function begin(context: Context, under: Under, { access, member, bound, wanted }: Put) {
  const { partnershipId, documentId, sensitivity } = access;
  const { question, follows } = wanted;
  const now = context.now();
  const before = follows === undefined ? undefined : decisionRow(under.orm, follows);
  if (follows !== undefined && (before?.partnershipId !== partnershipId || !mayRead(before, member)))
    return refuse('invalid', words.notDecision, { follows: words.notDecision });
  const restricted = sensitivity === 'restricted' || sensitivity === 'procurement';
  const id = addDraft(
    context,
    under,
    { partnershipId, member },
    { ...(question && { question }), restricted },
  );
  const proposal = keepWords(under.orm, id, bound.blocks, now);
  addPassage(under.orm, id, documentId, bound, now);
  const row = decisionRow(under.orm, id);
  if (!row) throw new Error('a decision that was just added is there');
  const actor = actorFor(
    member,
    actorOf(under.orm, { partnershipId, memberId: member.id, newId: context.newId }),
  );
  const draft = { ...row.body.draft, proposal, ...(follows !== undefined && { follows }) };
  const applied = apply(row.body, { kind: 'set_draft', draft }, { now, actor });
  if (isRefusal(applied)) return applied;
  keep(context, under, row, applied, now);
  return { id, number: row.number, restricted };
}
