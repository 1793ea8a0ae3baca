import type { Rehearsal } from '../rehearse.ts';
import { MOST, namedRule, STATUS_QUO, THREE_QUARTERS } from './parts.ts';

const electorate: Rehearsal['electorate'] = [
  { id: 'C1', side: 'commissioner' },
  { id: 'P1', side: 'contracted_provider' },
  { id: 'G1', side: 'community_provider' },
  { id: 'U1', side: 'people_who_use_services' },
  { id: 'U2', side: 'people_who_use_services' },
];

/** One seat blocks in the only round; three quarters, and most of each side, then decide. */
export const rehearsalExample: Rehearsal = {
  rule: namedRule({
    name: 'One round, then three quarters',
    rounds: { most: 1, days: 14, gapDays: 14, extensionDays: 7, freezeHours: 48 },
    ladder: [
      {
        kind: 'concurrent_majority',
        id: 'three-quarters',
        when: ['rounds_used'],
        days: 14,
        wording: 'last',
        quorum: true,
        overall: THREE_QUARTERS,
        within: MOST,
        sides: ['commissioner', 'people_who_use_services'],
        emptySide: 'waived',
      },
      STATUS_QUO,
    ],
  }),
  electorate,
  rounds: [
    {
      positions: electorate.map(({ id }) =>
        id === 'G1'
          ? {
              seat: id,
              position: { choice: 'block', reason: 'We can’t get there', harm: 'People stay at home' },
            }
          : { seat: id, position: { choice: 'agree' } },
      ),
    },
    {
      positions: electorate.map(({ id }) => ({
        seat: id,
        position: { choice: id === 'G1' ? 'against' : 'for' },
      })),
    },
  ],
};
