import { useCallback, useState } from 'react';

/** What somebody wants of comments that they have not asked for: kept on this device. */
export interface Wishes {
  /** Marks beside the words and lines below them. */
  readonly marks: boolean;
  /** What others write is said to those who listen. */
  readonly aloud: boolean;
}

const KEYS = { marks: 'trialogue.comments.noMarks', aloud: 'trialogue.comments.notAloud' } as const;

export function useWishes(): readonly [Wishes, (change: Partial<Wishes>) => void] {
  const [wishes, setWishes] = useState<Wishes>(() => ({
    marks: localStorage.getItem(KEYS.marks) !== '1',
    aloud: localStorage.getItem(KEYS.aloud) !== '1',
  }));
  const change = useCallback((changed: Partial<Wishes>) => {
    for (const wish of ['marks', 'aloud'] as const)
      if (changed[wish] !== undefined) localStorage.setItem(KEYS[wish], changed[wish] ? '0' : '1');
    setWishes((before) => ({ ...before, ...changed }));
  }, []);
  return [wishes, change];
}
