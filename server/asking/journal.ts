import type { Db } from '../../db/open.ts';
import { record } from '../journal/store.ts';
import type { AskingRow } from './store.ts';
import type { Found } from './subject.ts';

/** Writes into the journal that people were asked, answered, or are not asked any more; without a word of what about. */
export function noteInJournal(
  orm: Db['orm'],
  { about, number, decision }: Found,
  { partnershipId, rung }: AskingRow,
  {
    happened,
    memberId,
    at,
  }: {
    readonly happened: 'asked' | 'answered' | 'withdrawn';
    readonly memberId: string;
    readonly at: number;
  },
): void {
  const common = { partnershipId, subjectId: about.id, memberId, at };
  if (about.kind === 'document')
    record(orm, { kind: `document_asking_${happened}`, detail: { rung }, ...common });
  else {
    const known = decision?.sensitivity === 'members' ? number : null;
    record(orm, { kind: `decision_asking_${happened}`, detail: { rung, decision: known }, ...common });
  }
}
