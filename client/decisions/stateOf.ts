import type { RegisterLine } from '../../shared/decisions/recordApi.ts';

/** How a state is drawn: its shape and its colour. The word stands beside it. */
export type Tone = 'open' | 'wait' | 'good' | 'bad' | 'quiet';

export type StateWord =
  | 'draft'
  | 'open'
  | 'blocked'
  | 'between'
  | 'waiting'
  | 'deciding'
  | 'paused'
  | 'inForce'
  | 'inForceInPart'
  | 'agreedNotYet'
  | 'trial'
  | 'referred'
  | 'declined'
  | 'advice'
  | 'over'
  | 'notAgreed'
  | 'lapsed'
  | 'withdrawn';

const TONES: Record<StateWord, Tone> = {
  draft: 'quiet',
  open: 'open',
  blocked: 'bad',
  between: 'wait',
  waiting: 'wait',
  deciding: 'open',
  paused: 'wait',
  inForce: 'good',
  inForceInPart: 'wait',
  agreedNotYet: 'wait',
  trial: 'good',
  referred: 'wait',
  declined: 'quiet',
  advice: 'good',
  over: 'quiet',
  notAgreed: 'quiet',
  lapsed: 'quiet',
  withdrawn: 'quiet',
};

export const toneOf = (word: StateWord): Tone => TONES[word];

/** Where a decision stands, in one word or two. `blocked`: somebody blocks now, as far as this person may know. */
export function stateWord(line: RegisterLine, blocked = false): StateWord {
  if (line.state === 'draft') return 'draft';
  if (line.state === 'open') {
    switch (line.stage?.kind) {
      case 'between':
      case 'waiting':
      case 'deciding':
      case 'paused':
        return line.stage.kind;
      default:
        return blocked ? 'blocked' : 'open';
    }
  }
  return endedWord(line);
}

function endedWord({ outcome, effect, life }: RegisterLine): StateWord {
  switch (outcome?.kind) {
    case 'not_agreed':
      return 'notAgreed';
    case 'lapsed':
      return 'lapsed';
    case 'withdrawn':
      return 'withdrawn';
    default:
  }
  if (life.kind === 'over') return 'over';
  if (effect?.agreement === 'declined') return 'declined';
  if (effect?.force === 'in_force') return outcome?.kind === 'adopted_as_trial' ? 'trial' : 'inForce';
  if (effect?.force === 'in_part') return 'inForceInPart';
  if (outcome?.kind === 'referred') return 'referred';
  return effect && waits(effect.waitsFor) ? 'agreedNotYet' : 'advice';
}

function waits(waitsFor: NonNullable<RegisterLine['effect']>['waitsFor']): boolean {
  return Object.values(waitsFor).some((list) => list.length > 0);
}
