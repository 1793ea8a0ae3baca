import { useEffect, useMemo, useState } from 'react';
import type { Doc } from 'yjs';
import type { BoundHere } from '../../../shared/decisions/passageApi.ts';
import { Layout } from '../../../shared/documents/layout.ts';
import { Moves } from '../../../shared/documents/moves/moves.ts';
import { findPassage, type PassageNow } from '../../../shared/passages/findPassage.ts';
import type { BoundNow } from './look.ts';

/** Long enough not to disturb whoever is typing, short enough to be called at once. */
const LOOK_AFTER_MS = 400;

/**
 * What became of each bound passage in the document as it is on this page, a moment after each change. Until there are
 * words, what the server found.
 */
export function useBoundNow(
  doc: Doc,
  hasContent: boolean,
  passages: readonly BoundHere[],
): readonly BoundNow[] {
  const [found, setFound] = useState<ReadonlyMap<string, PassageNow>>(new Map());
  useEffect(() => {
    if (!hasContent || passages.length === 0) return;
    const moves = new Moves(doc);
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      waiting = undefined;
      const layout = new Layout(doc);
      const next = new Map(
        passages.map((each) => [each.decisionId, findPassage(layout, moves, each, each.hash)]),
      );
      setFound((last) => (same(last, next) ? last : next));
    };
    const soon = () => {
      waiting ??= setTimeout(look, LOOK_AFTER_MS);
    };
    look();
    doc.on('update', soon);
    return () => {
      clearTimeout(waiting);
      doc.off('update', soon);
      moves.destroy();
    };
  }, [doc, hasContent, passages]);
  return useMemo(
    () => passages.map((bound) => ({ bound, now: found.get(bound.decisionId) ?? bound.now })),
    [passages, found],
  );
}

function same(one: ReadonlyMap<string, PassageNow>, other: ReadonlyMap<string, PassageNow>): boolean {
  return JSON.stringify([...one]) === JSON.stringify([...other]);
}
