import { useState } from 'react';
import type { ThreadsAnswer } from '../../../shared/comments/api.ts';
import { LONGEST_SUGGESTION } from '../../../shared/comments/comment.ts';
import type { Place } from '../../../shared/passages/passage.ts';
import { refusalOf } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { CommentField } from '../naming/CommentField.tsx';
import { type About, useStartThread } from '../queries.ts';
import { useDraft } from '../useDraft.ts';
import { t } from '../words.ts';
import { SeatChoice } from './SeatChoice.tsx';
import { WordsField } from './WordsField.tsx';

/** The words that a comment will be about, as they are shown. */
export interface Chosen {
  readonly passage: { readonly start: Place; readonly end: Place; readonly hash: string };
  readonly quote: string;
}

export interface ComposeFormProps {
  readonly about: About;
  readonly seats: ThreadsAnswer['seats'];
  /** Asked when it is sent; null: about the whole, `changed`: they are no longer what was shown. */
  readonly chosen: () => Chosen | null | 'changed';
  /** Plain words to begin a suggestion with; absent where none can be made. */
  readonly quote: string | undefined;
  readonly onSent: (threadId: string) => void;
  readonly onCancel: () => void;
}

/** What somebody writes to begin a thread, and the words that they suggest instead. It is kept here until it was sent. */
export function ComposeForm({ about, seats, chosen, quote, onSent, onCancel }: ComposeFormProps) {
  const name = `${about.id}.new`;
  const comment = useDraft(name);
  const instead = useDraft(`${name}.instead`);
  const [suggests, setSuggests] = useState(instead.words !== '');
  const [seatId, setSeatId] = useState(seats[0]?.id ?? null);
  const [error, setError] = useState<string>();
  const start = useStartThread(about);

  const send = () => {
    const what = chosen();
    if (what === 'changed') return setError(t('threads.compose.changed'));
    start.mutate(
      {
        requestId: comment.requestId,
        words: comment.words,
        seatId,
        ...(what && { passage: what.passage }),
        ...(what && suggests && { suggestion: instead.words }),
      },
      {
        onSuccess: (threadId) => {
          comment.done();
          instead.done();
          onSent(threadId);
        },
        onError: (refused) => {
          const { message, fields } = refusalOf(refused);
          setError(fields?.words ?? fields?.suggestion ?? message);
        },
      },
    );
  };
  const suggest = () => {
    if (!suggests && instead.words === '') instead.type(quote ?? '');
    setSuggests(!suggests);
  };
  return (
    <form
      className="thread-compose"
      onSubmit={(event) => {
        event.preventDefault();
        if (!start.isPending) send();
      }}
    >
      {quote !== undefined && (
        <label className="thread-suggests">
          <input type="checkbox" checked={suggests} onChange={suggest} />
          <span>{t('threads.compose.suggest')}</span>
        </label>
      )}
      {suggests && quote !== undefined && (
        <WordsField
          label={t('threads.compose.suggestion')}
          hint={t('threads.compose.suggestionHint')}
          words={instead.words}
          most={LONGEST_SUGGESTION}
          onType={instead.type}
        />
      )}
      <CommentField
        label={t(suggests ? 'threads.compose.labelWhy' : 'threads.compose.label')}
        error={error}
        words={comment.words}
        autoFocus
        onType={comment.type}
      />
      <SeatChoice seats={seats} label={t('threads.compose.as')} seatId={seatId} onChoose={setSeatId} />
      <div className="button-row">
        <Button type="submit" busy={start.isPending}>
          {t('threads.compose.send')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('threads.compose.cancel')}
        </Button>
      </div>
      <p className="small">
        {t(about.kind === 'document' ? 'threads.compose.who' : 'threads.compose.whoDecision')}
      </p>
    </form>
  );
}
