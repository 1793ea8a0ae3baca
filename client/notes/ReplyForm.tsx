import { useState } from 'react';
import { notesWords as words } from '../../shared/messages/en/notes.ts';
import { Button } from '../ui/Button.tsx';
import { Form } from '../ui/Form.tsx';
import { LinesField } from '../ui/LinesField.tsx';

export interface ReplyFormProps {
  readonly kind: 'answer' | 'closing';
  readonly busy: boolean;
  readonly onSend: (words: string) => void;
  readonly onCancel: () => void;
}

/** To answer a note, or to close it with what was done. */
export function ReplyForm({ kind, busy, onSend, onCancel }: ReplyFormProps) {
  const [text, setText] = useState('');
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const submit = () => {
    setErrors(text.trim() === '' ? { words: words.empty } : {});
    if (text.trim() !== '') onSend(text);
  };
  return (
    <Form onSubmit={submit} errors={errors}>
      <LinesField
        label={kind === 'answer' ? words.answerWords : words.closeWords}
        hint={kind === 'answer' ? undefined : words.closeHint}
        rows={4}
        dir="auto"
        value={text}
        error={errors.words}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="button-row">
        <Button type="submit" busy={busy}>
          {kind === 'answer' ? words.sendAnswer : words.sendClose}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </Form>
  );
}
