import { PROPOSAL } from './count/ranked.ts';
import { type Decision, sealedOf } from './decision.ts';

/**
 * The hash of the words that the partners themselves agreed for good: by consensus, or by a fallback that passed. A
 * trial is for a time, and what is referred to bodies they decide, so that these agree no words here. Else undefined.
 */
export function adoptedWords(decision: Decision): string | undefined {
  const { state, rounds, versions } = decision;
  if (state.kind !== 'ended') return undefined;
  const { ending } = state;
  const inVersion = (number: number | undefined) => versions.find((each) => each.number === number)?.hash;
  switch (ending.kind) {
    case 'agreed_by_consensus':
      return inVersion(rounds.find(({ number }) => number === ending.round)?.version);
    case 'passed_by_fallback':
      return ending.option === PROPOSAL
        ? inVersion(rounds.findLast(({ step }) => step === ending.step)?.version)
        : sealedOf(decision).alternatives?.find(({ id }) => id === ending.option)?.hash;
    case 'adopted_as_trial':
    case 'referred':
    case 'not_agreed':
    case 'lapsed':
    case 'withdrawn':
      return undefined;
  }
}
