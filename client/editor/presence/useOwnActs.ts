import { type RefObject, useEffect, useRef } from 'react';

const ACTS = ['keydown', 'wheel', 'touchmove', 'pointerdown'] as const;

/** Calls `onAct` when the person types, scrolls or points in the sheet: the page is theirs again. */
export function useOwnActs(sheet: RefObject<HTMLElement | null>, onAct: () => void): void {
  const latest = useRef(onAct);
  latest.current = onAct;
  useEffect(() => {
    const element = sheet.current;
    const act = () => latest.current();
    for (const name of ACTS) element?.addEventListener(name, act, { passive: true });
    return () => {
      for (const name of ACTS) element?.removeEventListener(name, act);
    };
  }, [sheet]);
}
