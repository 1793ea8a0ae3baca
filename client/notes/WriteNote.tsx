import { useState } from 'react';
import { notesWords as words } from '../../shared/messages/en/notes.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { NotesAnswer } from '../../shared/notes/api.ts';
import type { NoteTo } from '../../shared/notes/note.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Form } from '../ui/Form.tsx';
import { LinesField } from '../ui/LinesField.tsx';
import { toast } from '../ui/toast.ts';
import { sayUntil } from '../words.ts';
import { useSendNote } from './queries.ts';

export interface WriteNoteProps {
  readonly partnershipId: string;
  readonly to: NotesAnswer['to'];
  readonly me: OwnMember;
}

/** Whom to write to, the words, and whether to say who one is. */
export function WriteNote({ partnershipId, to, me }: WriteNoteProps) {
  const [role, setRole] = useState<NoteTo>();
  const [text, setText] = useState('');
  const [nameless, setNameless] = useState(false);
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const send = useSendNote(partnershipId);
  const there = to.filter(({ people }) => people.length > 0);
  const submit = () => {
    const missing = {
      ...(role === undefined && { to: words.chooseWhom }),
      ...(text.trim() === '' && { words: words.empty }),
    };
    setErrors(missing);
    if (role === undefined || Object.keys(missing).length > 0) return;
    send.mutate(
      { requestId, to: role, words: text, nameless },
      {
        onSuccess: ({ answerBy }) => {
          toast(nameless ? words.sentNameless : fill(words.sent, { when: sayUntil(answerBy) }));
          setText('');
          setRequestId(crypto.randomUUID());
        },
        onError: (failed) => setErrors({ ...refusalOf(failed).fields }),
      },
    );
  };
  return (
    <section aria-labelledby="write-note">
      <h2 id="write-note">{words.write}</h2>
      {to
        .filter(({ role: empty, people }) => people.length === 0 && !me.roles.includes(empty))
        .map((one) => (
          <p key={one.role}>{words.nobody[one.role]}</p>
        ))}
      {there.length > 0 && (
        <Form onSubmit={submit} errors={errors}>
          <Choices
            legend={words.whom}
            chosen={role}
            onChoose={setRole}
            error={errors.to}
            choices={there.map((one) => ({
              value: one.role,
              name: words.roles[one.role],
              about: fill(words.whomAbout[one.role], { people: one.people.join(', '), days: one.days }),
            }))}
          />
          <LinesField
            label={words.words}
            hint={words.wordsHint}
            rows={6}
            dir="auto"
            value={text}
            error={errors.words}
            onChange={(event) => setText(event.target.value)}
          />
          <label className="notes-check">
            <input
              type="checkbox"
              checked={nameless}
              onChange={(event) => setNameless(event.target.checked)}
            />
            <span>
              {words.nameless}{' '}
              <span className="small">
                {nameless ? words.namelessHint : fill(words.asWho, { name: me.name })}
              </span>
            </span>
          </label>
          {send.isError && <ErrorMessage message={refusalOf(send.error).message} keepsWords />}
          <Button type="submit" busy={send.isPending}>
            {words.send}
          </Button>
        </Form>
      )}
    </section>
  );
}
