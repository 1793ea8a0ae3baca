import { notesWords as words } from '../../shared/messages/en/notes.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { OwnNote } from '../../shared/notes/api.ts';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { toast } from '../ui/toast.ts';
import { sayUntil } from '../words.ts';
import { useNoteAct } from './queries.ts';
import { WhatCame } from './WhatCame.tsx';

export interface OwnNotesProps {
  readonly partnershipId: string;
  readonly notes: readonly OwnNote[];
}

/** What I wrote, how far it has come, and what was answered. */
export function OwnNotes({ partnershipId, notes }: OwnNotesProps) {
  const act = useNoteAct(partnershipId);
  const takeBack = (noteId: string) =>
    act.mutate(
      { kind: 'withdrawal', noteId },
      { onSuccess: () => toast(words.withdrawn, { takesFocus: true }) },
    );
  return (
    <section aria-labelledby="own-notes">
      <h2 id="own-notes">{words.mine}</h2>
      {notes.length === 0 && <p>{words.mineNone}</p>}
      {act.isError && <ErrorMessage message={refusalOf(act.error).message} />}
      <ul className="notes-list">
        {notes.map((note) => (
          <li key={note.id} className="record-card">
            <p>
              <b>{fill(words.wrote, { to: words.roles[note.to], when: sayUntil(note.at) })}</b>
            </p>
            {note.words !== '' && (
              <blockquote dir="auto" className="notes-words">
                {note.words}
              </blockquote>
            )}
            <p className="small">{fill(words.states[note.state], { when: sayUntil(note.answerBy) })}</p>
            <WhatCame note={note} />
            {note.mayWithdraw && (
              <Button look="plain" busy={act.isPending} onClick={() => takeBack(note.id)}>
                {words.withdraw}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {notes.length > 0 && (
        <p>
          <a href="/api/me/private-notes" download="private-notes.json">
            {words.keepOwn}
          </a>
        </p>
      )}
    </section>
  );
}
