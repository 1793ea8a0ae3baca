import { type KeyboardEvent, useRef } from 'react';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { TextField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { toast } from '../ui/toast.ts';
import { t } from '../words.ts';
import { useRenaming } from './useRenaming.ts';

export interface EditableTitleProps {
  readonly id: string;
  readonly title: string;
  readonly renaming: boolean;
  readonly onRenamed: () => void;
}

/** The document's title as the page's heading, which becomes a field in its place while one renames it. */
export function EditableTitle({ id, title, renaming, onRenamed }: EditableTitleProps) {
  const wasRenaming = useRef(false);
  if (renaming) {
    wasRenaming.current = true;
    return <TitleForm id={id} title={title} onClose={onRenamed} />;
  }
  return <PageHeading title={title} takesFocus={wasRenaming.current} />;
}

interface TitleFormProps {
  readonly id: string;
  readonly title: string;
  readonly onClose: () => void;
}

function TitleForm({ id, title, onClose }: TitleFormProps) {
  const renaming = useRenaming(id, title, (renamed) => {
    toast(t('documents.renamed', { title: renamed }));
    onClose();
  });
  const closeOnEscape = (event: KeyboardEvent) => event.key === 'Escape' && onClose();
  return (
    <Form className="title-form" onSubmit={renaming.submit} errors={renaming.errors}>
      <h1 className="visually-hidden">{title}</h1>
      {renaming.refusal && <ErrorMessage message={refusalOf(renaming.refusal).message} keepsWords />}
      <TextField
        className="title-field"
        label={t('documents.title')}
        value={renaming.typed}
        error={renaming.errors.title}
        autoComplete="off"
        ref={focusAndSelect}
        onKeyDown={closeOnEscape}
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
  );
}

/** Stands outside the component, so that it runs once, when the field appears. */
function focusAndSelect(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}
