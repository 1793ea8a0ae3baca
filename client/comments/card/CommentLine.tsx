import { useState } from 'react';
import type { Comment } from '../../../shared/comments/api.ts';
import { refusalOf } from '../../api.ts';
import { SideMark } from '../../partnerships/SideMark.tsx';
import { toast } from '../../ui/toast.ts';
import { sayWhen, t } from '../words.ts';
import type { Acting } from './acting.ts';
import { EditForm } from './EditForm.tsx';
import { ReasonForm } from './ReasonForm.tsx';
import { SaidWords } from './SaidWords.tsx';

export interface CommentLineProps {
  readonly comment: Comment;
  readonly acting: Acting;
}

/** What one person said: who, for whom, when and how it came in; and what can be done about it. */
export function CommentLine({ comment, acting }: CommentLineProps) {
  const [asking, setAsking] = useState<'edit' | 'hide' | null>(null);
  const { id, words, hidden, same, may, author } = comment;
  const when = sayWhen(comment.at, Date.now());
  const close = () => setAsking(null);
  const setSame = () => {
    acting
      .act({ do: same.mine ? 'notSame' : 'same', commentId: id })
      .catch((refused) => toast(refusalOf(refused).message));
  };
  return (
    <article className="thread-comment">
      <WhoSaid comment={comment} />
      {hidden && (
        <p className="thread-hidden">
          {t(words === null ? 'threads.card.hidden' : 'threads.card.hiddenYouSee', {
            name: hidden.byName,
            when: sayWhen(hidden.at, Date.now()),
            reason: hidden.reason,
          })}
        </p>
      )}
      {asking === 'edit' && words !== null ? (
        <EditForm
          words={words}
          label={t('threads.card.words')}
          onSave={(next) => acting.act({ do: 'reword', commentId: id, words: next })}
          onCancel={close}
        />
      ) : (
        words !== null && <SaidWords words={words} />
      )}
      {same.names.length > 0 && (
        <p className="small thread-same-names">
          {t('threads.card.sameNames', { names: same.names.join(', ') })}
        </p>
      )}
      {asking === null && (
        <p className="thread-acts">
          {may.same && (
            <button
              type="button"
              aria-pressed={same.mine}
              aria-label={t('threads.card.sameOf', { name: author.name, when })}
              onClick={setSame}
            >
              <span aria-hidden="true">{same.mine ? '✓ ' : '+ '}</span>
              {same.count > 0 ? t('threads.card.sameCount', { count: same.count }) : t('threads.card.same')}
            </button>
          )}
          {may.edit && (
            <button
              type="button"
              aria-label={t('threads.card.editOf', { when })}
              onClick={() => setAsking('edit')}
            >
              {t('threads.card.edit')}
            </button>
          )}
          {(may.hide || may.show) && (
            <button
              type="button"
              aria-label={may.hide ? t('threads.card.hideOf', { name: author.name, when }) : undefined}
              onClick={() => setAsking('hide')}
            >
              {t(may.hide ? 'threads.card.hide' : 'threads.card.show')}
            </button>
          )}
        </p>
      )}
      {asking === 'hide' && (
        <ReasonForm
          label={t(may.hide ? 'threads.card.hideReason' : 'threads.card.showReason')}
          hint={t('threads.card.hideHint')}
          send={t(may.hide ? 'threads.card.hide' : 'threads.card.show')}
          onSend={(reason) => acting.act({ do: 'hide', commentId: id, json: { hide: may.hide, reason } })}
          onCancel={close}
        />
      )}
    </article>
  );
}

/** The person, as the partnership knows them; the seat that they spoke for; when, and by what way. */
function WhoSaid({ comment }: { readonly comment: Comment }) {
  const { author, via, supporter, entered, at, editedAt } = comment;
  const now = Date.now();
  const facts = [
    author.seat?.name,
    sayWhen(at, now),
    via !== 'page' && t(`threads.card.${via}`),
    supporter && t('threads.card.with', { name: supporter }),
    entered &&
      (entered.witnessName
        ? t('threads.card.witnessed', { name: entered.byName, witness: entered.witnessName })
        : t('threads.card.entered', { name: entered.byName })),
    editedAt !== null && t('threads.card.edited', { when: sayWhen(editedAt, now) }),
  ].filter((fact) => typeof fact === 'string');
  return (
    <header className="thread-who">
      <b>{author.seat ? <SideMark side={author.seat.side}>{author.name}</SideMark> : author.name}</b>{' '}
      <span className="small">{facts.join(' · ')}</span>
    </header>
  );
}
