import type { Db } from '../../db/open.ts';
import type { DecisionSeen } from '../comments/about.ts';
import { mayRead } from './mayRead.ts';
import { decisionRow } from './store.ts';

/** What comments must know of a decision: who may read it, and whether it keeps answers back now. */
export function decisionSeen({ orm }: Db) {
  return (decisionId: string): DecisionSeen | undefined => {
    const row = decisionRow(orm, decisionId);
    if (!row) return undefined;
    const { partnershipId, number, hides, body, sensitivity } = row;
    return {
      partnershipId,
      number,
      restricted: sensitivity === 'restricted',
      hidingRound: hides ? (body.rounds.at(-1)?.number ?? 0) : null,
      mayRead: (member) => mayRead(row, member),
    };
  };
}
