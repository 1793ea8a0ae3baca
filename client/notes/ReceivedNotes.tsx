import { useState } from 'react';
import { notesWords as words } from '../../shared/messages/en/notes.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { ReceivedNote } from '../../shared/notes/api.ts';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { sayUntil } from '../words.ts';
import { useNoteAct } from './queries.ts';
import { ReplyForm } from './ReplyForm.tsx';
import { WhatCame } from './WhatCame.tsx';

export interface ReceivedNotesProps {
  readonly partnershipId: string;
  readonly notes: readonly ReceivedNote[];
}

/** What people wrote to a role of mine: opened, answered and closed here. */
export function ReceivedNotes({ partnershipId, notes }: ReceivedNotesProps) {
  return (
    <section aria-labelledby="received-notes">
      <h2 id="received-notes">{words.received}</h2>
      {notes.length === 0 && <p>{words.receivedNone}</p>}
      <ul className="notes-list">
        {notes.map((note) => (
          <li key={note.id} className="record-card">
            <OneNote partnershipId={partnershipId} note={note} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface OneNoteProps {
  readonly partnershipId: string;
  readonly note: ReceivedNote;
}

function OneNote({ partnershipId, note }: OneNoteProps) {
  const act = useNoteAct(partnershipId);
  const [writing, setWriting] = useState<'answer' | 'closing'>();
  const { id, from, state, late } = note;
  const isOver = state === 'answered' || state === 'closed';
  const when = sayUntil(note.answerBy);
  return (
    <>
      <p dir="auto">
        <b>{from === null ? words.fromNobody : fill(words.from, { who: from })}</b>
      </p>
      <p className="small">
        {fill(words.wrote, { to: words.roles[note.to], when: sayUntil(note.at) })}.{' '}
        {isOver ? words.states[state] : fill(late ? words.late : words.due, { when })}.
      </p>
      {note.words === null ? (
        <Button busy={act.isPending} onClick={() => act.mutate({ kind: 'reading', noteId: id })}>
          {words.open}
        </Button>
      ) : (
        <blockquote dir="auto" className="notes-words">
          {note.words}
        </blockquote>
      )}
      <WhatCame note={note} />
      {note.words !== null && state !== 'closed' && writing === undefined && (
        <div className="button-row">
          {from !== null && state !== 'answered' && (
            <Button onClick={() => setWriting('answer')}>{words.answer}</Button>
          )}
          <Button look="plain" onClick={() => setWriting('closing')}>
            {words.close}
          </Button>
        </div>
      )}
      {writing && (
        <ReplyForm
          kind={writing}
          busy={act.isPending}
          onCancel={() => setWriting(undefined)}
          onSend={(said) =>
            act.mutate({ kind: writing, noteId: id, words: said }, { onSuccess: () => setWriting(undefined) })
          }
        />
      )}
      {act.isError && (
        <ErrorMessage message={refusalOf(act.error).message} keepsWords={writing !== undefined} />
      )}
    </>
  );
}
