import type { z } from 'zod';
import { transact } from '../../db/transact.ts';
import { apply } from '../../shared/decisions/apply.ts';
import {
  type DraftPatch,
  LONGEST_LIST_OF_TEXTS,
  type newDecisionBody,
  type newWords,
} from '../../shared/decisions/changeApi.ts';
import { newDecision } from '../../shared/decisions/decision.ts';
import type { DecisionAnswer, WordsAnswer } from '../../shared/decisions/recordApi.ts';
import { wordsOf } from '../../shared/decisions/wordsOf.ts';
import type { Block } from '../../shared/documents/blocks.ts';
import { hashBlocks } from '../../shared/documents/canonical.ts';
import { decisionRecordWords as words } from '../../shared/messages/en/decisionRecord.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { actorOf } from '../ledger/append.ts';
import type { DecisionAccess } from './access.ts';
import { actorFor } from './actors.ts';
import { checkFields } from './checkFields.ts';
import { fieldVersions, withFields } from './draftFields.ts';
import { keep, type Under } from './keep.ts';
import { mayDraft } from './mayDraft.ts';
import { mayRead } from './mayRead.ts';
import { memberHere } from './memberStore.ts';
import { shown } from './shown.ts';
import { addDecision, decisionRow } from './store.ts';
import { countTexts, hasWords, keepWords } from './textStore.ts';

interface Who {
  readonly partnershipId: string;
  readonly member: OwnMember;
}

/** Begins a draft, with the partnership's next number. */
export function draftDecision(
  context: Context,
  who: Who,
  wanted: z.infer<typeof newDecisionBody>,
): DecisionAnswer | Refusal {
  const refusal = mayDraft(who.member);
  if (refusal) return refusal;
  const decisionId = transact(context.db, (orm, afterCommit) =>
    addDraft(context, { orm, afterCommit }, who, wanted),
  );
  return shown(context, { decisionId, ...who });
}

/** Adds a draft inside a transaction of the caller, and gives its id. */
export function addDraft(
  context: Context,
  under: Under,
  { partnershipId, member }: Who,
  { question, restricted }: z.infer<typeof newDecisionBody>,
): string {
  const now = context.now();
  const id = context.newId();
  const row = addDecision(under.orm, {
    id,
    partnershipId,
    sensitivity: restricted ? 'restricted' : 'members',
    createdBy: member.id,
    createdAt: now,
    body: newDecision(id),
  });
  const actor = actorFor(
    member,
    actorOf(under.orm, { partnershipId, memberId: member.id, newId: context.newId }),
  );
  const draft = question === undefined ? {} : { question };
  const applied = apply(row.body, { kind: 'set_draft', draft }, { now, actor });
  if (isRefusal(applied)) throw new Error('a new decision is a draft');
  keep(context, under, row, applied, now);
  return id;
}

/**
 * Writes fields into a draft. Refused with the fields that someone else has changed since, and then none is written.
 */
export function patchDraft(
  context: Context,
  access: DecisionAccess,
  patch: DraftPatch,
): DecisionAnswer | Refusal {
  const refusal = transact(context.db, (orm, afterCommit) =>
    writeFields(context, { orm, afterCommit }, access, patch),
  );
  return refusal ?? shown(context, access);
}

/** Writes fields into a draft inside a transaction of the caller. Refused as `patchDraft` is. */
export function writeFields(
  context: Context,
  under: Under,
  { decisionId, partnershipId, member: { id: memberId } }: DecisionAccess,
  { fields, basedOn }: DraftPatch,
): Refusal | undefined {
  const now = context.now();
  const row = decisionRow(under.orm, decisionId);
  const member = memberHere(context.db, partnershipId, memberId);
  if (!row || !member || !mayRead(row, member)) return notFound();
  const notTheirs = mayDraft(member);
  if (notTheirs) return notTheirs;
  if (row.state !== 'draft') return refuse('conflict', words.notDraft);
  const versions = fieldVersions({ draft: row.body.draft, restricted: row.sensitivity === 'restricted' });
  const overtaken = (Object.keys(fields) as (keyof typeof fields)[]).filter(
    (field) => (basedOn[field] ?? '') !== versions[field],
  );
  if (overtaken.length > 0)
    return refuse(
      'conflict',
      words.changedMeanwhile,
      Object.fromEntries(overtaken.map((field) => [field, words.fieldChanged])),
    );
  const refusal = checkFields(context.db, row, fields);
  if (refusal) return refusal;
  const actor = actorFor(member, actorOf(under.orm, { partnershipId, memberId, newId: context.newId }));
  const draft = withFields(row.body.draft, fields);
  const applied = apply(row.body, { kind: 'set_draft', draft }, { now, actor });
  if (isRefusal(applied)) return applied;
  const restricted = fields.restricted ?? row.sensitivity === 'restricted';
  keep(context, under, row, applied, now, restricted ? 'restricted' : 'members');
  return undefined;
}

/** Keeps words for a decision. As the proposal of a draft they are written into it too. */
export function putWords(
  context: Context,
  access: DecisionAccess,
  { text, ...how }: z.infer<typeof newWords>,
): WordsAnswer | Refusal {
  return putBlocks(context, access, how, wordsOf(text));
}

/** The same for words that are blocks already. */
export function putBlocks(
  context: Context,
  access: DecisionAccess,
  { role, basedOn = '' }: Pick<z.infer<typeof newWords>, 'role' | 'basedOn'>,
  blocks: readonly Block[],
): WordsAnswer | Refusal {
  const refusal = mayDraft(access.member);
  if (refusal) return refusal;
  const kept = transact<{ hash: string } | Refusal>(context.db, (orm, afterCommit) => {
    const hash = keepSome(context, orm, access.decisionId, blocks);
    if (typeof hash !== 'string' || role !== 'proposal') return typeof hash === 'string' ? { hash } : hash;
    const patch = { fields: { proposal: hash }, basedOn: { proposal: basedOn } };
    return writeFields(context, { orm, afterCommit }, access, patch) ?? { hash };
  });
  if (isRefusal(kept)) return kept;
  const decision = shown(context, access);
  return isRefusal(decision) ? decision : { hash: kept.hash, blocks, decision };
}

function keepSome(
  { now }: Context,
  orm: Under['orm'],
  decisionId: string,
  blocks: readonly Block[],
): string | Refusal {
  const full = countTexts(orm, decisionId) >= LONGEST_LIST_OF_TEXTS;
  if (full && !hasWords(orm, decisionId, hashBlocks(blocks))) return refuse('conflict', words.tooManyTexts);
  return keepWords(orm, decisionId, blocks, now());
}
