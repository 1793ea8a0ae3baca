import type { z } from 'zod';
import type { DraftPatch, newDecisionBody, newWords } from '../../shared/decisions/changeApi.ts';
import type { DecisionAnswer, WordsAnswer } from '../../shared/decisions/recordApi.ts';
import { decisionRecordWords as words } from '../../shared/messages/en/decisionRecord.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import type { DecisionAccess } from './access.ts';

interface Who {
  readonly partnershipId: string;
  readonly member: OwnMember;
}

/** Begins a draft, with the partnership's next number. */
export function draftDecision(
  _context: Context,
  _who: Who,
  _wanted: z.infer<typeof newDecisionBody>,
): DecisionAnswer | Refusal {
  return refuse('conflict', words.notYet);
}

export function patchDraft(
  _context: Context,
  _access: DecisionAccess,
  _patch: DraftPatch,
): DecisionAnswer | Refusal {
  return refuse('conflict', words.notYet);
}

export function putWords(
  _context: Context,
  _access: DecisionAccess,
  _wanted: z.infer<typeof newWords>,
): WordsAnswer | Refusal {
  return refuse('conflict', words.notYet);
}
