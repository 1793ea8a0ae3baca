import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { TextField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { toast } from '../ui/toast.ts';
import { t } from '../words.ts';
import { useRenaming } from './useRenaming.ts';

export interface RenameDialogProps {
  readonly id: string;
  readonly title: string;
  readonly onClose: () => void;
}

/** Gives a document another title, from the list. */
export function RenameDialog({ id, title, onClose }: RenameDialogProps) {
  const renaming = useRenaming(id, title, (renamed) => {
    toast(t('documents.renamed', { title: renamed }));
    onClose();
  });
  return (
    <Dialog title={t('documents.renameHeading')} onClose={onClose}>
      <Form onSubmit={renaming.submit} errors={renaming.errors}>
        {renaming.refusal && <ErrorMessage message={refusalOf(renaming.refusal).message} keepsWords />}
        <TextField
          label={t('documents.title')}
          value={renaming.typed}
          error={renaming.errors.title}
          autoFocus
          autoComplete="off"
          onFocus={(event) => event.target.select()}
          onChange={(event) => renaming.setTyped(event.target.value)}
        />
        <div className="button-row">
          <Button type="submit" busy={renaming.busy}>
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
