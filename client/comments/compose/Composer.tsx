import { useEffect, useState } from 'react';
import type { ThreadsAnswer } from '../../../shared/comments/api.ts';
import { Layout } from '../../../shared/documents/layout.ts';
import { bindPassage } from '../../../shared/passages/bindPassage.ts';
import type { BoundPassage } from '../../../shared/passages/passage.ts';
import { rangesOf } from '../../editor/passages/domPlaces.ts';
import { type EditorParts, rootOf } from '../../editor/passages/EditorParts.ts';
import { scrollToWords } from '../../editor/passages/showWords.ts';
import { paint } from '../marks/painting.ts';
import type { About } from '../queries.ts';
import { t } from '../words.ts';
import { type Chosen, ComposeForm } from './ComposeForm.tsx';
import {
  boundAt,
  type Paragraphs,
  paragraphBeside,
  paragraphsIn,
  paragraphsLonger,
  paragraphsOf,
  wholeOf,
  wholeWords,
} from './choosing.ts';
import type { ComposeAt } from './useComposing.ts';

export interface ComposerProps {
  readonly parts: EditorParts;
  readonly about: About;
  readonly seats: ThreadsAnswer['seats'];
  readonly at: ComposeAt;
  readonly onSent: (threadId: string) => void;
  readonly onCancel: () => void;
}

/** The words that a new comment is about; `none`: nothing is chosen yet. */
type Picked = BoundPassage | 'whole' | 'none' | 'too_long';

/** A new comment: the words that it is about, which can be others yet, and what one writes. */
export function Composer({ parts, about, seats, at, onSent, onCancel }: ComposerProps) {
  const { doc } = parts.opened;
  const [picked, pick] = useState<Picked>(() => pickedAt(parts, at));
  const bound = typeof picked === 'string' ? undefined : picked;

  useEffect(() => {
    const root = rootOf(parts);
    const ranges = root && bound ? rangesOf(root, bound.stretch) : [];
    paint('asking', ranges);
    if (ranges[0]) scrollToWords(ranges[0]);
    return () => paint('asking', []);
  }, [parts, bound]);

  const choose = (next: (all: readonly number[], now: Paragraphs | null) => Paragraphs | null) => {
    const layout = new Layout(doc);
    const chosen = next(paragraphsIn(layout), bound ? paragraphsOf(bound.stretch) : null);
    pick(chosen ? boundAt(layout, wholeOf(layout, chosen)) : 'none');
  };
  const chosen = (): Chosen | null | 'changed' => {
    if (!bound) return null;
    const now = bindPassage(new Layout(doc), bound.start, bound.end);
    if (typeof now === 'string') {
      pick('none');
      return 'changed';
    }
    if (now.hash !== bound.hash) {
      pick(now);
      return 'changed';
    }
    return { passage: { start: now.start, end: now.end, hash: now.hash }, quote: now.quote };
  };
  return (
    <>
      <header className="thread-head">
        <h2 tabIndex={-1}>
          {t(picked === 'whole' ? 'threads.compose.titleWhole' : 'threads.compose.title')}
        </h2>
      </header>
      {picked !== 'whole' && (
        <>
          <div role="status" aria-label={t('threads.compose.words')}>
            {bound ? (
              <blockquote className="thread-quote" dir="auto">
                {bound.quote}
              </blockquote>
            ) : (
              <p className="small">
                {t(picked === 'too_long' ? 'threads.compose.tooLong' : 'threads.compose.noWords')}
              </p>
            )}
          </div>
          <div className="thread-picks">
            <button type="button" onClick={() => choose((all, now) => paragraphBeside(all, now, -1))}>
              {t('threads.compose.previous')}
            </button>
            <button type="button" onClick={() => choose((all, now) => paragraphBeside(all, now, 1))}>
              {t('threads.compose.next')}
            </button>
            {bound && (
              <button
                type="button"
                onClick={() => choose((all, now) => now && paragraphsLonger(all, now, 1))}
              >
                {t('threads.compose.larger')}
              </button>
            )}
            {!bound && (
              <button type="button" onClick={() => pick('whole')}>
                {t('threads.compose.whole')}
              </button>
            )}
          </div>
        </>
      )}
      {(bound || picked === 'whole') && (
        <ComposeForm {...{ about, seats, chosen, onSent, onCancel }} quote={bound?.quote} />
      )}
    </>
  );
}

function pickedAt(parts: EditorParts, at: ComposeAt): Picked {
  switch (at.kind) {
    case 'words': {
      const layout = new Layout(parts.opened.doc);
      return boundAt(layout, wholeWords(layout, at.stretch));
    }
    case 'whole':
      return 'whole';
    case 'nothing':
      return 'none';
  }
}
