import { $createTextNode, $getSelection, $insertNodes, $isRangeSelection, type LexicalEditor } from 'lexical';
import { type FormEvent, useId, useState } from 'react';
import { linkFromTyped } from '../../../shared/documents/links.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { t } from '../../words.ts';
import { $linkSelection, $selectedLink } from '../changes.ts';
import { $setLink } from '../nodes/runStates.ts';

export interface LinkDialogProps {
  readonly editor: LexicalEditor;
  readonly onClose: () => void;
}

/** Asks for an address, and for words to show when none are selected. */
export function LinkDialog({ editor, onClose }: LinkDialogProps) {
  const [{ link, needsWords }] = useState(() => editor.read($whatIsSelected));
  const [address, setAddress] = useState(link);
  const [words, setWords] = useState('');
  const [isWrong, setWrong] = useState(false);
  const id = useId();

  const close = () => {
    onClose();
    editor.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const safe = linkFromTyped(address);
    if (!safe) return setWrong(true);
    editor.update(() =>
      needsWords ? $insertLinked(words.trim() || address.trim(), safe) : $linkSelection(safe),
    );
    close();
  };

  return (
    <Dialog title={t('editor.link.title')} onClose={close}>
      <form onSubmit={submit} className="link-form" noValidate>
        {needsWords && (
          <p>
            <label htmlFor={`${id}-words`}>{t('editor.link.words')}</label>
            <input id={`${id}-words`} value={words} onChange={(event) => setWords(event.target.value)} />
          </p>
        )}
        <p>
          <label htmlFor={`${id}-address`}>{t('editor.link.address')}</label>
          <span id={`${id}-help`} className="small">
            {t('editor.link.addressHelp')}
          </span>
          <input
            id={`${id}-address`}
            autoFocus
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            value={address}
            aria-invalid={isWrong}
            aria-describedby={`${id}-help ${id}-wrong`}
            onChange={(event) => setAddress(event.target.value)}
          />
          <span id={`${id}-wrong`} className="link-wrong" role="alert">
            {isWrong && t('editor.link.wrong')}
          </span>
        </p>
        <p className="link-buttons">
          <Button type="submit">{t('editor.link.save')}</Button>
          {link !== '' && (
            <Button
              look="plain"
              onClick={() => {
                editor.update(() => $linkSelection(undefined));
                close();
              }}
            >
              {t('editor.link.remove')}
            </Button>
          )}
          <Button look="plain" onClick={close}>
            {t('ui.cancel')}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}

function $whatIsSelected(): { link: string; needsWords: boolean } {
  const selection = $getSelection();
  const link = $selectedLink() ?? '';
  return { link, needsWords: link === '' && (!$isRangeSelection(selection) || selection.isCollapsed()) };
}

function $insertLinked(words: string, address: string): void {
  $insertNodes([$setLink($createTextNode(words), address)]);
}
