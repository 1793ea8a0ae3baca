import type { BindingV2 } from '@lexical/yjs';
import type { LexicalEditor } from 'lexical';
import { type RefObject, useEffect, useState } from 'react';
import { SIDES } from '../../../shared/partnerships/sides.ts';
import { SideShape } from '../../partnerships/SideMark.tsx';
import type { OpenedDocument } from '../../sync/openDocument.ts';
import { type DrawnCaret, type DrawnCarets, drawCarets } from './caretRects.ts';
import type { Following } from './following.ts';
import { peerCarets } from './people.ts';
import { MOST_CARETS } from './usePresence.ts';

export interface CaretsProps {
  readonly opened: OpenedDocument;
  readonly editor: LexicalEditor;
  readonly binding: BindingV2;
  readonly sheet: RefObject<HTMLElement | null>;
  readonly myId: string;
  readonly following: Following;
}

/**
 * The others' carets, drawn over the text in a layer of their own, so that nothing of them is ever in the
 * document. For eyes only: who is here is said in words beside it.
 */
export function Carets({ opened, editor, binding, sheet, myId, following }: CaretsProps) {
  const [carets, setCarets] = useState<readonly DrawnCaret[]>([]);

  useEffect(() => {
    let frame = 0;
    const draw = () => {
      frame = 0;
      if (!sheet.current) return;
      const peers = peerCarets(opened.awareness.getStates(), myId, opened.doc.clientID, MOST_CARETS);
      const drawn = drawCarets(editor, binding, sheet.current, peers);
      setCarets((last) => (JSON.stringify(last) === JSON.stringify(drawn.carets) ? last : drawn.carets));
      paintSelections(drawn.selections);
    };
    const soon = () => {
      frame ||= requestAnimationFrame(draw);
    };
    const stop = editor.registerUpdateListener(soon);
    opened.awareness.on('change', soon);
    const resized = new ResizeObserver(soon);
    if (sheet.current) resized.observe(sheet.current);
    soon();
    return () => {
      stop();
      opened.awareness.off('change', soon);
      resized.disconnect();
      cancelAnimationFrame(frame);
      paintSelections([]);
    };
  }, [opened, editor, binding, sheet, myId]);

  useFollow(carets, following, sheet);

  return (
    <div className="editor-carets" aria-hidden="true">
      {carets.map(({ client, name, side, left, top, height, nearEdge }) => (
        <span
          key={client}
          className="editor-caret"
          data-side={side ?? 'none'}
          data-near-edge={nearEdge || undefined}
          style={{ left, top, height }}
        >
          <span className="editor-caret-name">
            {side && <SideShape side={side} />}
            {/* Moving makes it a new element, so that the name shows again. */}
            <span key={`${left} ${top}`} className="editor-caret-words">
              {name}
            </span>
          </span>
        </span>
      ))}
    </div>
  );
}

/** Selected words are painted by the browser itself; the style sheet has one highlight for each side. */
function paintSelections(selections: DrawnCarets['selections']): void {
  if (!('highlights' in CSS)) return;
  for (const side of [...SIDES, null]) {
    const ranges = selections.filter((one) => one.side === side).map((one) => one.range);
    const name = `peer-${side ?? 'none'}`;
    if (ranges.length > 0) CSS.highlights.set(name, new Highlight(...ranges));
    else CSS.highlights.delete(name);
  }
}

/** Brings the followed person's caret into view when it is not. */
function useFollow(
  carets: readonly DrawnCaret[],
  following: Following,
  sheet: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const caret = following && carets.find((one) => one.personId === following.personId);
    if (!caret || !sheet.current) return;
    const top = sheet.current.getBoundingClientRect().top + caret.top;
    const [least, most] = [innerHeight * 0.2, innerHeight * 0.75];
    if (top >= least && top <= most) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    scrollBy({ top: top - innerHeight * 0.4, behavior: still ? 'auto' : 'smooth' });
  }, [carets, following, sheet]);
}
