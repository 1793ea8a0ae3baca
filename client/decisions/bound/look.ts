import { isAgreed } from '../../../shared/decisions/boundWords.ts';
import type { BoundDecision, BoundHere } from '../../../shared/decisions/passageApi.ts';
import type { PassageNow } from '../../../shared/passages/findPassage.ts';
import { t } from '../../words.ts';

/** A decision with what its words are at this moment. */
interface Held {
  readonly bound: BoundDecision;
  readonly now: PassageNow;
}

/** A decision bound to the open document, and what its words are at this moment on this page. */
export interface BoundNow extends Held {
  readonly bound: BoundHere;
}

/** How it is marked: a solid bar for agreed words, a double one for changed ones, the accent for what is not decided. */
export type Look = 'agreed' | 'changed' | 'deciding' | 'differs' | 'lost';

export function lookOf({ bound, now }: Held): Look {
  switch (now.state) {
    case 'as_agreed':
      return isAgreed(bound.as) ? 'agreed' : 'deciding';
    case 'changed':
      return isAgreed(bound.as) ? 'changed' : 'differs';
    case 'gone':
    case 'cannot_tell':
      return 'lost';
  }
}

/** A sign beside the words, never instead of them. */
export const SIGNS: Readonly<Record<Look, string>> = {
  agreed: '✓',
  changed: '≠',
  deciding: '?',
  differs: '≠',
  lost: '–',
};

/** In two or three words what became of it. */
export function stateWords({ bound, now }: Held): string {
  switch (now.state) {
    case 'as_agreed':
      return t(`passages.state.${bound.as}`);
    case 'changed':
      return t(`passages.state.${differing(bound)}`);
    case 'gone':
    case 'cannot_tell':
      return t(`passages.state.${now.state}`);
  }
}

/** The same as a sentence. */
export function sentence({ bound, now }: Held): string {
  switch (now.state) {
    case 'as_agreed':
      return t(`passages.says.${undecided(bound) ?? 'agreed'}`);
    case 'changed':
      return t(`passages.says.${differing(bound)}`);
    case 'gone':
      return t('passages.says.gone');
    case 'cannot_tell':
      return t(`passages.says.${now.why}`);
  }
}

export function undecided({ as }: BoundDecision): 'draft' | 'deciding' | undefined {
  return as === 'draft' || as === 'deciding' ? as : undefined;
}

function differing(bound: BoundDecision) {
  const still = undecided(bound);
  if (still === 'draft') return 'differsDraft';
  return still === 'deciding' ? 'differs' : 'changed';
}

export function markName(each: BoundNow): string {
  const { number, question } = each.bound;
  return t('passages.mark', {
    number,
    state: stateWords(each),
    question: question || t('passages.noQuestion'),
  });
}
