import { useState } from 'react';
import { refusalOf } from '../api.ts';
import { useRenameDocument } from './queries.ts';
import { titleError } from './titleError.ts';

/** The state of a form that gives a document another title. `onDone` hears the title as the server keeps it. */
export function useRenaming(id: string, title: string, onDone: (title: string) => void) {
  const [typed, setTyped] = useState(title);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const rename = useRenameDocument();
  const submit = () => {
    const error = titleError(typed);
    if (error) return setErrors({ title: error });
    setErrors({});
    rename.mutate(
      { id, title: typed },
      {
        onSuccess: (renamed) => onDone(renamed.title),
        onError: (failed) => setErrors({ ...refusalOf(failed).fields }),
      },
    );
  };
  return {
    typed,
    setTyped,
    errors,
    submit,
    busy: rename.isPending,
    /** What went wrong, when it is not about the title itself. */
    refusal: errors.title ? null : rename.error,
  };
}
