import { decisionRecordWords as words } from '../../shared/messages/en/decisionRecord.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';

/** Whether a member may write drafts: those who sit at the table, and those who lead the meeting or write it down. */
export function mayDraft({ seats, roles }: Pick<OwnMember, 'seats' | 'roles'>): Refusal | undefined {
  const may = seats.length > 0 || roles.includes('facilitator') || roles.includes('recorder');
  return may ? undefined : refuse('not_allowed', words.mayNotDraft);
}
