import { transact } from '../../db/transact.ts';
import { valuesWords as words } from '../../shared/messages/en/values.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { isRefusal, type Refusal } from '../../shared/refusal.ts';
import type { ValuesDecision } from '../../shared/values/changes.ts';
import { proposalOf } from '../../shared/values/proposal.ts';
import type { Context } from '../context.ts';
import { nameInDecision } from '../values/adoptionStore.ts';
import { itemsOf } from '../values/items.ts';
import { keptBehaviours, keptValues } from '../values/store.ts';
import { addDraft, writeFields } from './drafting.ts';
import { mayDraft } from './mayDraft.ts';
import { keepWords } from './textStore.ts';

interface Who {
  readonly partnershipId: string;
  readonly member: OwnMember;
}

/**
 * Begins a draft whose words adopt these versions of values and behaviours, and take those back. Once it is agreed they
 * are adopted. Gives the draft's id.
 */
export function putValues(context: Context, who: Who, wanted: ValuesDecision): string | Refusal {
  const refusal = mayDraft(who.member);
  if (refusal) return refusal;
  const { db } = context;
  const { partnershipId } = who;
  return transact<string | Refusal>(db, (orm, afterCommit) => {
    const kept = { values: keptValues(db, partnershipId), behaviours: keptBehaviours(db, partnershipId) };
    const items = itemsOf(kept, wanted);
    if (isRefusal(items)) return items;
    const under = { orm, afterCommit };
    const question = wanted.takeBack.length === 0 ? words.adoptQuestion : words.changeQuestion;
    const decisionId = addDraft(context, under, who, { question });
    const blocks = proposalOf(items.map(({ item }) => item));
    const proposal = keepWords(orm, decisionId, blocks, context.now());
    const fields = { fields: { proposal }, basedOn: {} };
    const notWritten = writeFields(context, under, { decisionId, ...who }, fields);
    if (notWritten) throw new Error(`the words of a new draft were refused: ${notWritten.message}`);
    nameInDecision(
      orm,
      decisionId,
      items.map(({ named }) => named),
    );
    return decisionId;
  });
}
