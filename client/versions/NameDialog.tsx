import { useState } from 'react';
import { versionsWords as words } from '../../shared/messages/en/versions.ts';
import { fill } from '../../shared/messages/fill.ts';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { toast } from '../ui/toast.ts';
import { t } from '../words.ts';
import { useNaming } from './queries.ts';

export interface NameDialogProps {
  readonly documentId: string;
  readonly onClose: () => void;
}

/** Asks for a name for the document as it stands now. */
export function NameDialog({ documentId, onClose }: NameDialogProps) {
  const [name, setName] = useState('');
  const naming = useNaming(documentId);
  const refusal = naming.error ? refusalOf(naming.error) : undefined;
  const error = refusal && (refusal.fields?.name ?? refusal.message);
  const save = () =>
    naming.mutate(name, {
      onSuccess: ({ name: given }) => {
        onClose();
        toast(fill(words.named, { name: given }));
      },
    });
  return (
    <Dialog title={words.nameIt} onClose={onClose}>
      <Form onSubmit={save} errors={error === undefined ? NONE : { name: error }}>
        <TextField
          label={words.nameField}
          hint={words.nameAbout}
          error={error}
          value={name}
          maxLength={120}
          autoFocus
          onChange={(event) => setName(event.target.value)}
        />
        <div className="button-row">
          <Button look="plain" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" busy={naming.isPending}>
            {words.nameSave}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

const NONE = {};
