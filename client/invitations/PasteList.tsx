import { useId, useState } from 'react';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { FieldError } from '../ui/FieldError.tsx';
import { Form } from '../ui/Form.tsx';
import { LinesField } from '../ui/LinesField.tsx';
import { t } from '../words.ts';
import { type CheckedLines, useReadList } from './queries.ts';
import { readListFile } from './readListFile.ts';

export interface PasteListProps {
  readonly partnershipId: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onRead: (lines: CheckedLines) => void;
}

/** Takes a list of people from a spreadsheet: pasted, or as a CSV file. */
export function PasteList({ partnershipId, text, onText, onRead }: PasteListProps) {
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const read = useReadList(partnershipId);
  const look = (list: string) =>
    read.mutate(list, {
      onSuccess: ({ lines }) => onRead(lines),
      onError: (failed) => setErrors({ ...refusalOf(failed).fields }),
    });
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const found = await readListFile(file);
    if ('wrong' in found) {
      const message = found.wrong === 'tooLarge' ? 'invitations.fileLarge' : 'invitations.fileWrong';
      return setErrors({ file: t(message) });
    }
    setErrors({});
    onText(found.text);
    look(found.text);
  };
  return (
    <Form onSubmit={() => look(text)} errors={errors} className="paste-list">
      <LinesField
        label={t('invitations.paste')}
        hint={t('invitations.pasteHint')}
        error={errors.text}
        rows={8}
        wrap="off"
        spellCheck={false}
        placeholder={t('invitations.pasteExample')}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      <ListFile error={errors.file} onChoose={(file) => void choose(file)} />
      {read.isError && Object.keys(errors).length === 0 && (
        <ErrorMessage message={refusalOf(read.error).message} keepsWords />
      )}
      <Button type="submit" busy={read.isPending}>
        {t('invitations.read')}
      </Button>
    </Form>
  );
}

interface ListFileProps {
  readonly error: string | undefined;
  readonly onChoose: (file: File | undefined) => void;
}

function ListFile({ error, onChoose }: ListFileProps) {
  const id = useId();
  return (
    <div className="list-file">
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <label className="button plain">
        {t('invitations.file')}
        <input
          type="file"
          className="visually-hidden"
          accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => {
            onChoose(event.target.files?.[0]);
            event.target.value = ''; // so that the same file, mended, can be chosen again
          }}
        />
      </label>
    </div>
  );
}
