import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { t } from '../words.ts';

/** From where to where something stands in the margin, in pixels from the top of the sheet. */
export interface Box {
  readonly top: number;
  readonly bottom: number;
}

export interface CardFrameProps {
  readonly name: string;
  readonly sheet: RefObject<HTMLElement | null>;
  /** Where its words begin; undefined where they don't stand anywhere, or are not in view. */
  readonly top: number | undefined;
  readonly onMeasured: (box: Box | null) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Below the tools that stay at the top of the window. */
const BELOW_TOOLS = 72;

/** A card in the margin beside the words, for as long as they can be seen; Escape closes it. */
export function MarginCard({ name, sheet, top: wanted, onMeasured, onClose, children }: CardFrameProps) {
  const card = useRef<HTMLElement>(null);
  const [inView] = useState(() => topInView(sheet.current));
  const known = useRef(inView);
  if (wanted !== undefined) known.current = wanted;
  const top = known.current;

  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return;
    const measure = () => onMeasured({ top, bottom: top + element.offsetHeight });
    const resized = new ResizeObserver(measure);
    resized.observe(element);
    return () => {
      resized.disconnect();
      onMeasured(null);
    };
  }, [top, onMeasured]);
  useEffect(() => {
    const element = card.current;
    const at = document.activeElement;
    // Whoever steps from words to words stays in the words; whoever pressed a number goes where it opens.
    if (element && !element.contains(at) && !sheet.current?.querySelector('.editor-text')?.contains(at))
      element.querySelector('h2')?.focus({ preventScroll: true });
  }, [sheet]);

  return (
    <section
      ref={card}
      className="thread-card"
      aria-label={name}
      style={{ top }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <button type="button" className="thread-close" aria-label={t('threads.card.close')} onClick={onClose}>
        <span aria-hidden="true">×</span>
      </button>
      {children}
    </section>
  );
}

function topInView(sheet: HTMLElement | null): number {
  const selection = document.getSelection();
  const corner = sheet?.getBoundingClientRect().top ?? 0;
  const range = selection?.rangeCount && sheet?.contains(selection.anchorNode) && selection.getRangeAt(0);
  const box = range ? range.getBoundingClientRect() : undefined;
  if (box && box.height > 0 && box.top > 0 && box.top < innerHeight * 0.7)
    return Math.round(box.top - corner);
  return Math.max(0, Math.round(BELOW_TOOLS - corner));
}
