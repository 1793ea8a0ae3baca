import type { Step } from '../../../shared/decisions/ladder.ts';
import { SIDES } from '../../../shared/partnerships/sides.ts';

export const STEP_KINDS: readonly Step['kind'][] = [
  'majority',
  'concurrent_majority',
  'ranked_choice',
  'named_decider',
  'refer_to_bodies',
  'trial',
  'pause',
  'status_quo',
];

/** A step of a kind with what is usual in it; names are left to be filled in. `taken`: ids that are on the ladder. */
export function newStep(kind: Step['kind'], taken: readonly string[]): Step {
  const start = { id: freeId(kind, taken), when: ['rounds_used' as const] };
  const voting = { ...start, days: 14, wording: 'last' as const, quorum: true };
  const most = { ratio: '1/2', comparison: 'more_than', of: 'for_and_against' } as const;
  switch (kind) {
    case 'majority':
      return { kind, ...voting, threshold: most };
    case 'concurrent_majority': {
      const overall = { ratio: '3/4', comparison: 'at_least', of: 'for_and_against' } as const;
      return { kind, ...voting, overall, within: most, sides: [...SIDES], emptySide: 'waived' };
    }
    case 'ranked_choice':
      return { kind, ...voting, method: 'schulze', unranked: 'below', withStatusQuo: true };
    case 'named_decider':
      return { kind, ...start, days: 14, decider: { id: 'decider', name: '' } };
    case 'refer_to_bodies':
      return { kind, ...start, days: 28, bodies: [{ id: 'accountable-body', name: '' }] };
    case 'trial':
      return { kind, ...start, days: 90, scope: '', stopRule: '' };
    case 'pause':
      return { kind, ...start, days: 14, times: 1 };
    case 'status_quo':
      return { kind, ...start };
  }
}

function freeId(kind: string, taken: readonly string[]): string {
  const base = kind.replaceAll('_', '-');
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(id)) return id;
  }
}

/** An id for a body that is no seat, made from its name. */
export function bodyId(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `body-${plain || 'other'}`.slice(0, 64);
}
