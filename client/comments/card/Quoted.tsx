import type { ReactNode } from 'react';
import type { Thread, WordsNow } from '../../../shared/comments/api.ts';
import type { Block } from '../../../shared/documents/blocks.ts';
import { t } from '../words.ts';

/** Shows what differs between two texts, word by word. */
export type Compare = (props: {
  readonly before: readonly Block[];
  readonly after: readonly Block[];
}) => ReactNode;

export interface QuotedProps {
  readonly thread: Thread;
  readonly now: WordsNow | undefined;
  readonly Compare: Compare;
}

/** The words that a thread is about, and what has become of them; what is suggested instead, with the difference. */
export function Quoted({ thread, now, Compare }: QuotedProps) {
  const { quote, suggestion, kind, state, decisionId } = thread;
  if (!now) return decisionId === null ? <p className="thread-quote small">{t('threads.whole')}</p> : null;
  const changed = now.state !== 'as_quoted' && state !== 'accepted';
  return (
    <div className="thread-quoted">
      {changed && (
        <p className="thread-changed">
          <span aria-hidden="true">≠ </span>
          {t(`threads.now.${now.state === 'cannot_tell' ? now.why : now.state}`)}
        </p>
      )}
      {kind === 'comment' && <Quote words={quote} />}
      {kind === 'comment' && now.state === 'changed' && (
        <>
          <p className="small">{t('threads.now.changedTo')}</p>
          <Quote words={now.words} />
        </>
      )}
      {kind === 'suggestion' && !suggestion && (
        <>
          <Quote words={quote} />
          <p className="thread-hidden">{t('threads.card.suggestsHidden')}</p>
        </>
      )}
      {suggestion && (
        <div className="thread-suggested">
          <p className="small">
            {t(suggestion.words.trim() === '' ? 'threads.card.suggestsNothing' : 'threads.card.suggests')}
          </p>
          <Compare before={plainBlocks(quote)} after={plainBlocks(suggestion.words)} />
          {now.state !== 'as_quoted' && state === 'open' && (
            <p className="small">{t('threads.card.cannotAccept')}</p>
          )}
        </div>
      )}
    </div>
  );
}

function Quote({ words }: { readonly words: string }) {
  return (
    <blockquote className="thread-quote" dir="auto">
      {words}
    </blockquote>
  );
}

/** Plain words as paragraphs, to be compared. */
function plainBlocks(words: string): Block[] {
  if (words.trim() === '') return [];
  return words.split('\n').map((text) => ({ kind: 'paragraph', runs: text === '' ? [] : [{ text }] }));
}
