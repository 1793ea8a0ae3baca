import type { Db } from '../../db/open.ts';
import { decisionRecordWords as words } from '../../shared/messages/en/decisionRecord.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';
import { seatsIn } from '../partnerships/store.ts';
import type { Fields } from './draftFields.ts';
import { areDecisionsOf, type DecisionRow } from './store.ts';
import { hasWords } from './textStore.ts';

/** Whether what is to be written into a draft is there: words, seats, the decision that it follows. */
export function checkFields(
  db: Db,
  { id, partnershipId }: DecisionRow,
  { proposal, alternatives, conflicts, organisations, follows }: Fields,
): Refusal | undefined {
  const problems: Record<string, string> = {};
  if (proposal && !hasWords(db.orm, id, proposal)) problems.proposal = words.wordsUnknown;
  if (alternatives?.some(({ hash }) => !hasWords(db.orm, id, hash)))
    problems.alternatives = words.wordsUnknown;
  const table = new Set(seatsIn(db, partnershipId).map((seat) => seat.id));
  if (conflicts?.some(({ seat }) => !table.has(seat))) problems.conflicts = words.seatUnknown;
  if (organisations?.some(({ seats }) => seats.some((seat) => !table.has(seat))))
    problems.organisations = words.seatUnknown;
  if (follows && (follows === id || !areDecisionsOf(db.orm, partnershipId, [follows])))
    problems.follows = words.followsUnknown;
  return Object.keys(problems).length > 0
    ? refuse('invalid', Object.values(problems)[0] as string, problems)
    : undefined;
}
