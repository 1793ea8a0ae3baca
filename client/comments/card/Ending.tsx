import { useState } from 'react';
import { Link } from 'wouter';
import type { Thread } from '../../../shared/comments/api.ts';
import { refusalOf } from '../../api.ts';
import { SideMark } from '../../partnerships/SideMark.tsx';
import { Button } from '../../ui/Button.tsx';
import { toast } from '../../ui/toast.ts';
import { sayWhen, t } from '../words.ts';
import type { Acting } from './acting.ts';
import { ReasonForm } from './ReasonForm.tsx';

export interface EndingProps {
  readonly thread: Thread;
  readonly acting: Acting;
}

/** How a thread ended and what became of it, and how it can be ended or opened again. */
export function Ending({ thread, acting }: EndingProps) {
  const [asking, setAsking] = useState<'resolve' | 'decline' | null>(null);
  const { id, may, state } = thread;
  const end = (how: 'resolve' | 'decline' | 'accept' | 'reopen', reason = '') =>
    acting.act({ do: 'end', threadId: id, json: { how, reason } });
  const endNow = (how: 'accept' | 'reopen') => end(how).catch((refused) => toast(refusalOf(refused).message));
  const make = (what: 'makeQuestion' | 'makeDecision') =>
    acting.act({ do: what, threadId: id }).catch((refused) => toast(refusalOf(refused).message));
  if (asking)
    return (
      <ReasonForm
        key={asking}
        label={t(`threads.card.${asking}Reason`)}
        hint={t(`threads.card.${asking}Hint`)}
        send={t(`threads.card.${asking}`)}
        onSend={(reason) => end(asking, reason)}
        onCancel={() => setAsking(null)}
      />
    );
  return (
    <>
      {state !== 'open' && <HowEnded thread={thread} />}
      <Became thread={thread} />
      <div className="button-row thread-ends">
        {may.accept && <Button onClick={() => void endNow('accept')}>{t('threads.card.accept')}</Button>}
        {may.decline && (
          <Button look="plain" onClick={() => setAsking('decline')}>
            {t('threads.card.decline')}
          </Button>
        )}
        {may.resolve && (
          <Button look="plain" onClick={() => setAsking('resolve')}>
            {t('threads.card.resolve')}
          </Button>
        )}
        {may.makeQuestion && (
          <Button look="quiet" onClick={() => void make('makeQuestion')}>
            {t('threads.card.makeQuestion')}
          </Button>
        )}
        {may.makeDecision && (
          <Button look="quiet" onClick={() => void make('makeDecision')}>
            {t('threads.card.makeDecision')}
          </Button>
        )}
        {may.reopen && (
          <Button look="plain" onClick={() => void endNow('reopen')}>
            {t('threads.card.reopen')}
          </Button>
        )}
      </div>
    </>
  );
}

function HowEnded({ thread: { state, endedBy, endedAt, endedReason } }: { readonly thread: Thread }) {
  const when = sayWhen(endedAt ?? 0, Date.now());
  return (
    <div className="thread-ended">
      <p>
        {endedBy?.seat && <SideMark side={endedBy.seat.side}>{endedBy.seat.name}</SideMark>}{' '}
        <b>
          {t('threads.card.endedBy', { state: t(`threads.state.${state}`), name: endedBy?.name ?? '', when })}
        </b>
      </p>
      {endedReason && <p>{t('threads.card.because', { reason: endedReason })}</p>}
    </div>
  );
}

function Became({ thread: { became } }: { readonly thread: Thread }) {
  return (
    <>
      {became.decision && (
        <p className="small">
          {t('threads.card.became')}{' '}
          <Link href={`/decisions/${became.decision.id}`}>
            {t('threads.card.decision', { number: became.decision.number })}
          </Link>
          .
        </p>
      )}
      {became.questionAt !== null && (
        <p className="small">
          {t('threads.card.question', { when: sayWhen(became.questionAt, Date.now()) })}
        </p>
      )}
    </>
  );
}
