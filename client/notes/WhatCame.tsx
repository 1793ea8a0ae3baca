import { notesWords as words } from '../../shared/messages/en/notes.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { OwnNote } from '../../shared/notes/api.ts';
import { sayUntil } from '../words.ts';

type Came = Pick<OwnNote, 'answer' | 'answeredAt' | 'done' | 'closedAt'>;

/** The answer to a note, and what was done in the end. */
export function WhatCame({ note: { answer, answeredAt, done, closedAt } }: { readonly note: Came }) {
  const replies = [
    { title: words.answered, at: answeredAt, text: answer },
    { title: words.closed, at: closedAt, text: done },
  ];
  return replies.map(
    ({ title, at, text }) =>
      at !== null && (
        <div key={title}>
          <p>
            <b>{fill(title, { when: sayUntil(at) })}</b>
          </p>
          <blockquote dir="auto" className="notes-words">
            {text}
          </blockquote>
        </div>
      ),
  );
}
