import { useState } from 'react';
import { refusalOf } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { SeatChoice } from '../compose/SeatChoice.tsx';
import { CommentField } from '../naming/CommentField.tsx';
import { useDraft } from '../useDraft.ts';
import { t } from '../words.ts';
import type { Acting } from './acting.ts';

export interface ReplyFormProps {
  readonly threadId: string;
  readonly acting: Acting;
}

/** An answer in a thread. What is typed is kept on this device until it was sent. */
export function ReplyForm({ threadId, acting: { about, seats, act } }: ReplyFormProps) {
  const { words, requestId, type, done } = useDraft(`${about.id}.${threadId}`);
  const [seatId, setSeatId] = useState(seats[0]?.id ?? null);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    if (busy) return;
    setBusy(true);
    try {
      await act({ do: 'reply', threadId, json: { requestId, words, seatId } });
      setError(undefined);
      done();
    } catch (refused) {
      const { message, fields } = refusalOf(refused);
      setError(fields?.words ?? `${message} ${t('threads.reply.kept')}`);
    }
    setBusy(false);
  };
  const began = words.trim() !== '';
  return (
    <form
      className="thread-reply"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <CommentField label={t('threads.reply.label')} error={error} words={words} onType={type} />
      {(began || error) && (
        <>
          <SeatChoice seats={seats} label={t('threads.reply.as')} seatId={seatId} onChoose={setSeatId} />
          <Button type="submit" busy={busy}>
            {t('threads.reply.send')}
          </Button>
        </>
      )}
    </form>
  );
}
