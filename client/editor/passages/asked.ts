import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';

/**
 * Something that somebody asks for from the tools. What answers it may come to the page later than the tools do: an
 * asking waits until it is taken up, and is taken up once.
 */
export interface Asked {
  readonly times: number;
  readonly answered: RefObject<number>;
}

/** An asking, and the way to ask. The asking is another object each time that somebody asks. */
export function useAsking(): readonly [asked: Asked, ask: () => void] {
  const [times, setTimes] = useState(0);
  const answered = useRef(0);
  const ask = useCallback(() => setTimes((before) => before + 1), []);
  return [useMemo(() => ({ times, answered }), [times]), ask];
}

/** Takes up what was asked, as soon as `ready`. Several askings before that are one. */
export function useAnswering({ times, answered }: Asked, ready: boolean, answer: () => void): void {
  const latest = useRef(answer);
  latest.current = answer;
  useEffect(() => {
    if (!ready || answered.current === times) return;
    answered.current = times;
    latest.current();
  }, [times, answered, ready]);
}
