import { useState } from 'react';
import { LONGEST_COMMENT } from '../../../shared/comments/comment.ts';
import { refusalOf } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { WordsField } from '../compose/WordsField.tsx';
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
      <WordsField
        label={label}
        words={words}
        most={LONGEST_COMMENT}
        error={error}
        onType={setWords}
        autoFocus
      />
      <div className="button-row">
        <Button type="submit">{t('threads.card.save')}</Button>
        <Button look="quiet" onClick={onCancel}>
          {t('threads.card.cancel')}
        </Button>
      </div>
    </form>
  );
}
