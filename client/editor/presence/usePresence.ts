import { useCallback, useEffect, useState } from 'react';
import type { OpenedDocument } from '../../sync/openDocument.ts';
import type { Caret } from '../binding/caret.ts';
import { type PersonHere, peopleHere } from './people.ts';

/** More carets than this on one page are only noise; the list still counts everyone. */
export const MOST_CARETS = 30;

const QUIET_KEY = 'trialogue.quiet';

export interface Presence {
  readonly people: readonly PersonHere[];
  readonly quiet: boolean;
  setQuiet(quiet: boolean): void;
  /** Tells the others where my caret is. */
  tellCaret(caret: Caret | null): void;
}

/** Who is here, and what the others hear of me: nothing of my caret while I am quiet or may only read. */
export function usePresence(opened: OpenedDocument, myId: string, canWrite: boolean): Presence {
  const { awareness } = opened;
  const [people, setPeople] = useState<readonly PersonHere[]>([]);
  const [quiet, keepQuiet] = useState(() => localStorage.getItem(QUIET_KEY) === '1');

  useEffect(() => {
    const look = () => {
      const now = peopleHere(awareness.getStates(), myId);
      setPeople((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
    };
    awareness.on('change', look);
    look();
    return () => awareness.off('change', look);
  }, [awareness, myId]);

  useEffect(() => {
    awareness.setLocalState({ ...awareness.getLocalState(), quiet, focusing: canWrite });
    if (quiet || !canWrite)
      awareness.setLocalState({ quiet, focusing: false, anchorPos: null, focusPos: null });
  }, [awareness, quiet, canWrite]);

  const tellCaret = useCallback(
    (caret: Caret | null) => {
      if (quiet || !canWrite) return;
      const { anchor, focus } = caret ?? { anchor: null, focus: null };
      awareness.setLocalState({ quiet, focusing: caret !== null, anchorPos: anchor, focusPos: focus });
    },
    [awareness, quiet, canWrite],
  );

  const setQuiet = useCallback((next: boolean) => {
    localStorage.setItem(QUIET_KEY, next ? '1' : '0');
    keepQuiet(next);
  }, []);

  return { people, quiet, setQuiet, tellCaret };
}
