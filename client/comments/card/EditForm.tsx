import { useState } from 'react';
import { refusalOf } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { CommentField } from '../naming/CommentField.tsx';
import { t } from '../words.ts';

export interface EditFormProps {
  readonly words: string;
  readonly label: string;
  readonly onSave: (words: string) => Promise<unknown>;
  readonly onCancel: () => void;
}

/** Puts one's own words right. */
export function EditForm({ words: before, label, onSave, onCancel }: EditFormProps) {
  const [words, setWords] = useState(before);
  const [error, setError] = useState<string>();
  const save = () => onSave(words).then(onCancel, (refused) => setError(refusalOf(refused).message));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <CommentField label={label} words={words} error={error} onType={setWords} autoFocus />
      <div className="button-row">
        <Button type="submit">{t('threads.card.save')}</Button>
        <Button look="quiet" onClick={onCancel}>
          {t('threads.card.cancel')}
        </Button>
      </div>
    </form>
  );
}
