import { useEffect, useState } from 'react';
import { rangesOf } from '../../editor/passages/domPlaces.ts';
import { type EditorParts, onDrawn, rootOf } from '../../editor/passages/EditorParts.ts';
import { type DrawnMark, drawMarks, type Painted, paintMarks } from './drawing.ts';
import { type BoundNow, type Look, lookOf, markName, SIGNS } from './look.ts';

export interface BoundMarksProps {
  readonly parts: EditorParts;
  readonly all: readonly BoundNow[];
  readonly onChoose: (decisionId: string) => void;
}

/** Whoever types has the page to themselves for this long before bars are put where their words went. */
const DRAW_AFTER_MS = 120;

/**
 * Bars beside the words that decisions are bound to, each with a button, in a layer of their own: nothing of them is
 * ever in the text. Where the browser can, the words are tinted too.
 */
export function BoundMarks({ parts, all, onChoose }: BoundMarksProps) {
  const [drawn, setDrawn] = useState<readonly DrawnMark[]>([]);
  const { sheet, editor } = parts;
  const shape = JSON.stringify(
    all.map((each) => [each.bound.decisionId, lookOf(each), 'stretch' in each.now && each.now.stretch]),
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: `shape` says all of `all` that is drawn
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let painted: readonly Painted[] = [];
    const wanted = all.filter(({ now }) => 'stretch' in now).length;
    const draw = () => {
      waiting = undefined;
      const root = rootOf(parts);
      if (!root || !sheet.current) return;
      if (painted.length < wanted || painted.some(isStale)) {
        painted = all.flatMap((each) => paintedOf(root, each));
        paintMarks(painted);
      }
      const next = drawMarks(sheet.current, painted);
      setDrawn((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next));
    };
    const soon = () => {
      waiting ??= setTimeout(draw, DRAW_AFTER_MS);
    };
    draw();
    const stop = all.length > 0 ? onDrawn(parts, soon) : () => {};
    const resized = new ResizeObserver(soon);
    if (sheet.current && all.length > 0) resized.observe(sheet.current);
    return () => {
      clearTimeout(waiting);
      stop();
      resized.disconnect();
      paintMarks([]);
    };
  }, [shape, sheet, editor]);

  return (
    <div className="bound-marks no-print">
      {drawn.map(({ id, look, top, height, tagTop }) => {
        const each = all.find(({ bound }) => bound.decisionId === id);
        return (
          each && (
            <div key={id}>
              <span className="bound-bar" data-look={look} style={{ top, height }} />
              <button
                type="button"
                className="bound-tag"
                data-look={look}
                style={{ top: tagTop }}
                aria-label={markName(each)}
                title={markName(each)}
                onClick={() => onChoose(id)}
              >
                <span aria-hidden="true">{SIGNS[look]}</span>
                <span aria-hidden="true">{each.bound.number}</span>
              </button>
            </div>
          )
        );
      })}
    </div>
  );
}

/** The editor drew the words anew: the ranges point at what is no longer on the page. */
function isStale({ ranges }: Painted): boolean {
  return ranges.length === 0 || ranges.some((range) => range.collapsed || !range.startContainer.isConnected);
}

function paintedOf(root: HTMLElement, each: BoundNow): Painted[] {
  if (!('stretch' in each.now)) return [];
  const ranges = rangesOf(root, each.now.stretch);
  const look: Look = lookOf(each);
  return ranges.length > 0 ? [{ id: each.bound.decisionId, look, ranges }] : [];
}
