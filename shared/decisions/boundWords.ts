import { PROPOSAL } from './count/ranked.ts';
import { type Decision, sealedOf } from './decision.ts';
import { effectOf } from './effect.ts';
import { isPositive } from './ending.ts';

/** What the words that a decision is bound to are to it: words of a draft, being decided, or agreed and how far. */
export const BOUND_AS = ['draft', 'deciding', 'trial', 'in_principle', 'in_part', 'agreed'] as const;
export type BoundAs = (typeof BOUND_AS)[number];

export interface BoundWords {
  readonly as: BoundAs;
  /** The hash of the words that count: what was agreed, else what is on the table. */
  readonly hash: string;
}

/** Whether something has been agreed with these words, so that words which differ have drifted from it. */
export function isAgreed(as: BoundAs): boolean {
  switch (as) {
    case 'draft':
    case 'deciding':
      return false;
    case 'trial':
    case 'in_principle':
    case 'in_part':
    case 'agreed':
      return true;
  }
}

/**
 * The words that a document is held against for a decision: of one that ended well the version that was agreed, of an
 * open one the newest, of a draft its proposal. Null where there are none, or nothing came of it, or it is over.
 */
export function boundWords(decision: Decision): BoundWords | null {
  const { state, draft, versions, life } = decision;
  switch (state.kind) {
    case 'draft':
      return draft.proposal === undefined ? null : { as: 'draft', hash: draft.proposal };
    case 'open': {
      const newest = versions.at(-1);
      return newest ? { as: 'deciding', hash: newest.hash } : null;
    }
    case 'ended': {
      const { agreement } = effectOf(decision);
      if (
        !isPositive(state.ending) ||
        life.kind === 'over' ||
        agreement === 'none' ||
        agreement === 'declined'
      )
        return null;
      const hash = agreedHash(decision);
      if (hash === undefined) return null;
      return { as: state.ending.kind === 'adopted_as_trial' ? 'trial' : agreement, hash };
    }
  }
}

function agreedHash(decision: Decision): string | undefined {
  const { state, rounds, versions } = decision;
  if (state.kind !== 'ended') throw new Error('only what has ended is agreed');
  const { ending } = state;
  const ofRound = (version: number | undefined) =>
    (versions.find(({ number }) => number === version) ?? versions.at(-1))?.hash;
  switch (ending.kind) {
    case 'agreed_by_consensus':
      return ofRound(rounds.find(({ number }) => number === ending.round)?.version);
    case 'passed_by_fallback': {
      if (ending.option !== PROPOSAL)
        return sealedOf(decision).alternatives?.find(({ id }) => id === ending.option)?.hash;
      return ofRound(rounds.findLast(({ step }) => step === ending.step)?.version);
    }
    default:
      return versions.at(-1)?.hash;
  }
}
