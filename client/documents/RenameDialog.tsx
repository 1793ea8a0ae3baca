import { useState } from 'react';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { TextField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { toast } from '../ui/toast.ts';
import { t } from '../words.ts';
import { useRenameDocument } from './queries.ts';
import { titleError } from './titleError.ts';

export interface RenameDialogProps {
  readonly id: string;
  readonly title: string;
  readonly onClose: () => void;
}

/** Gives a document another title. */
export function RenameDialog({ id, title, onClose }: RenameDialogProps) {
  const [typed, setTyped] = useState(title);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const rename = useRenameDocument();
  const submit = () => {
    const error = titleError(typed);
    if (error) return setErrors({ title: error });
    rename.mutate(
      { id, title: typed },
      {
        onSuccess: (renamed) => {
          toast(t('documents.renamed', { title: renamed.title }));
          onClose();
        },
        onError: (failed) => setErrors({ ...refusalOf(failed).fields }),
      },
    );
  };
  return (
    <Dialog title={t('documents.renameHeading')} onClose={onClose}>
      <Form onSubmit={submit} errors={errors}>
        {rename.isError && !errors.title && (
          <ErrorMessage message={refusalOf(rename.error).message} keepsWords />
        )}
        <TextField
          label={t('documents.title')}
          value={typed}
          error={errors.title}
          autoFocus
          onFocus={(event) => event.target.select()}
          onChange={(event) => setTyped(event.target.value)}
        />
        <div className="button-row">
          <Button type="submit" busy={rename.isPending}>
            {t('documents.rename')}
          </Button>
          <Button look="plain" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
