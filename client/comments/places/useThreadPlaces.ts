import { useEffect, useMemo, useRef, useState } from 'react';
import type { Doc } from 'yjs';
import type { Thread } from '../../../shared/comments/api.ts';
import { ThreadPlaces } from './ThreadPlaces.ts';

export interface Places {
  /** Null until there are words. */
  readonly places: ThreadPlaces | null;
  /** Another number each time that some words were found elsewhere than before. */
  readonly version: number;
}

/** Where the words of these threads are in the open document, kept up to date while the page is idle. */
export function useThreadPlaces(doc: Doc, hasContent: boolean, threads: readonly Thread[]): Places {
  const [places, setPlaces] = useState<ThreadPlaces | null>(null);
  const [version, setVersion] = useState(0);
  const latest = useRef(threads);
  latest.current = threads;
  useEffect(() => {
    if (!hasContent) return;
    const made = new ThreadPlaces(doc, () => setVersion((last) => last + 1));
    made.hold(latest.current);
    setPlaces(made);
    return () => {
      made.destroy();
      setPlaces(null);
    };
  }, [doc, hasContent]);
  useEffect(() => {
    places?.hold(threads);
    setVersion((last) => last + 1);
  }, [places, threads]);
  return useMemo(() => ({ places, version }), [places, version]);
}
