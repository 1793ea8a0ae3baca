import { useEffect, useRef, useState } from 'react';
import type { Stretch } from '../../../shared/documents/layout.ts';
import { rangesOf } from '../../editor/passages/domPlaces.ts';
import { type EditorParts, onDrawn, rootOf } from '../../editor/passages/EditorParts.ts';
import type { Numbered } from '../order.ts';
import type { Places } from '../places/useThreadPlaces.ts';
import { type Blocks, blocksBetween } from './blocksNear.ts';
import { isStale, type Painted, paint } from './painting.ts';
import type { Anchor } from './pills.ts';

/** Whoever types has the page to themselves for this long before marks are put where their words went. */
const DRAW_AFTER_MS = 120;

export interface Drawing {
  readonly parts: EditorParts;
  /** Those whose words are marked. */
  readonly threads: readonly Numbered[];
  readonly found: Places;
  readonly chosen: string | null;
}

/**
 * Marks the words that are near what is in view, and gives where they stand. Words further away are neither marked nor
 * measured: a document may have a thousand threads.
 */
export function useDrawn({ parts, threads, found, chosen }: Drawing): readonly Anchor[] {
  const [anchors, setAnchors] = useState<readonly Anchor[]>([]);
  const painted = useRef(new Map<string, Painted & { readonly at: string }>());
  const { sheet } = parts;

  useEffect(() => {
    const { places } = found;
    if (!places) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let frame = 0;
    let drawnAt = Number.NaN;
    const draw = () => {
      waiting = undefined;
      const root = rootOf(parts);
      if (!root || !sheet.current) return;
      drawnAt = scrollY;
      const near = blocksBetween(root, -innerHeight, 2 * innerHeight);
      const before = painted.current;
      const next = new Map<string, Painted & { readonly at: string }>();
      for (const { thread } of threads) {
        const stretch = places.stretchOf(thread.id);
        if (!stretch || !isNear(stretch, near)) continue;
        const at = JSON.stringify(stretch);
        const known = before.get(thread.id);
        const kept = known?.at === at && !isStale(known) ? known : undefined;
        const { id, kind } = thread;
        next.set(id, kept ?? { id, kind, at, ranges: rangesOf(root, stretch) });
      }
      painted.current = next;
      paintAll([...next.values()], chosen);
      const corner = sheet.current.getBoundingClientRect().top;
      const measured = [...next.values()].flatMap(({ id, ranges: [range] }) =>
        range ? [{ id, top: Math.round(range.getBoundingClientRect().top - corner) }] : [],
      );
      setAnchors((last) => (JSON.stringify(last) === JSON.stringify(measured) ? last : measured));
    };
    const soon = () => {
      waiting ??= setTimeout(draw, DRAW_AFTER_MS);
    };
    const scrolled = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        if (Math.abs(scrollY - drawnAt) > innerHeight / 2) draw();
      });
    };
    draw();
    const stop = threads.length > 0 ? onDrawn(parts, soon) : () => {};
    const resized = new ResizeObserver(soon);
    if (sheet.current) resized.observe(sheet.current);
    addEventListener('scroll', scrolled, { passive: true });
    return () => {
      clearTimeout(waiting);
      cancelAnimationFrame(frame);
      stop();
      resized.disconnect();
      removeEventListener('scroll', scrolled);
    };
  }, [parts, sheet, threads, found, chosen]);

  useEffect(() => () => paintAll([], null), []);
  return anchors;
}

function isNear({ cell, from, to }: Stretch, { first, last }: Blocks): boolean {
  return cell ? first <= cell.table && cell.table <= last : from.block <= last && to.block >= first;
}

function paintAll(painted: readonly Painted[], chosen: string | null): void {
  const rangesWhere = (is: (one: Painted) => boolean) => painted.filter(is).flatMap(({ ranges }) => ranges);
  paint(
    'comment',
    rangesWhere(({ kind }) => kind === 'comment'),
  );
  paint(
    'suggestion',
    rangesWhere(({ kind }) => kind === 'suggestion'),
  );
  paint(
    'chosen',
    rangesWhere(({ id }) => id === chosen),
  );
}
