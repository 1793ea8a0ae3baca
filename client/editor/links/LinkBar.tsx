import type { LexicalEditor } from 'lexical';
import { useLayoutEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { safeLink } from '../../../shared/documents/links.ts';
import { t } from '../../words.ts';
import { $linkSelection, $selectedLink } from '../changes.ts';
import { useEditorValue } from '../useEditorValue.ts';

export interface LinkBarProps {
  readonly editor: LexicalEditor;
  readonly onChange: () => void;
}

/** What can be done with the link at the caret. It stands after the text, so Tab leads from the link to it. */
export function LinkBar({ editor, onChange }: LinkBarProps) {
  const address = useEditorValue(editor, $address, null);
  const place = usePlace(address);
  if (address === null || !place) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div className="link-bar" role="group" aria-label={t('editor.link.menu', { address })} style={place}>
      <a href={safeLink(address)} target="_blank" rel="noopener noreferrer">
        {short(address)} <span className="visually-hidden">{t('editor.link.opensNew')}</span>
      </a>
      <Button className="tool link-tool" preventFocusOnPress onPress={onChange}>
        {t('editor.link.change')}
      </Button>
      <Button
        className="tool link-tool"
        preventFocusOnPress
        onPress={() => {
          editor.update(() => $linkSelection(undefined));
          editor.focus();
        }}
      >
        {t('editor.link.remove')}
      </Button>
    </div>
  );
}

function $address(): string | null {
  return $selectedLink() ?? null;
}

function short(address: string): string {
  const shown = address.replace(/^https?:\/\/(www\.)?|^mailto:|^tel:|\/$/g, '');
  return shown.length > 32 ? `${shown.slice(0, 31)}…` : shown;
}

function usePlace(address: string | null): { left: number; top: number } | null {
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  useLayoutEffect(() => {
    const selection = getSelection();
    const words = selection?.anchorNode?.parentElement?.closest('[data-link]');
    const sheet = words?.closest('.editor-sheet')?.getBoundingClientRect();
    if (address === null || !words || !sheet) return setPlace(null);
    const box = words.getClientRects()[0] ?? words.getBoundingClientRect();
    setPlace({
      left: Math.max(0, Math.min(box.left - sheet.left, sheet.width - 320)),
      top: box.bottom - sheet.top + 6,
    });
  }, [address]);
  return place;
}
