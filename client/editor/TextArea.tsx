import { $getRoot, type LexicalEditor } from 'lexical';
import { type CSSProperties, useCallback, useState } from 'react';
import type { OpenedDocument } from '../sync/openDocument.ts';
import { useSyncStatus } from '../sync/useDocument.ts';
import { t } from '../words.ts';
import { isMac } from './keys/shortcuts.ts';
import { useEditorValue } from './useEditorValue.ts';

export interface TextAreaProps {
  readonly editor: LexicalEditor;
  readonly title: string;
  readonly canWrite: boolean;
  readonly hasContent: boolean;
  readonly opened: OpenedDocument;
}

/** What those who listen hear of an item's box; the style sheet draws the box, and takes these for its name. */
const SAID = {
  '--said-done': JSON.stringify(t('editor.copied.done')),
  '--said-not-done': JSON.stringify(t('editor.copied.notDone')),
} as CSSProperties;

/** The words themselves. */
export function TextArea({ editor, title, canWrite, hasContent, opened }: TextAreaProps) {
  const status = useSyncStatus(opened);
  const isEmpty = useEditorValue(editor, $isEmpty, false);
  const attach = useCallback((element: HTMLDivElement | null) => editor.setRootElement(element), [editor]);
  const [placeholder] = useState(() => t(isMac() ? 'editor.placeholderMac' : 'editor.placeholder'));
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: rich text has no element of its own */}
      <div
        ref={attach}
        className="editor-text"
        contentEditable={canWrite}
        suppressContentEditableWarning
        style={SAID}
        role="textbox"
        aria-multiline="true"
        aria-label={t('editor.textOf', { title })}
        aria-readonly={!canWrite}
        aria-placeholder={isEmpty && canWrite ? placeholder : undefined}
        tabIndex={0}
        spellCheck
        // Grammar extensions change the text behind the editor's back.
        data-gramm="false"
      />
      {isEmpty && canWrite && (
        <p className="editor-placeholder" aria-hidden="true">
          {placeholder}
        </p>
      )}
      {!hasContent && (
        <p className="editor-waiting" role="status">
          {t(status.kind === 'offline' ? 'editor.notHereYet' : 'editor.opening')}
        </p>
      )}
    </>
  );
}

function $isEmpty(): boolean {
  const root = $getRoot();
  const first = root.getFirstChild();
  return (
    root.getChildrenSize() <= 1 &&
    root.getTextContent() === '' &&
    (first === null || first.getType() === 'block')
  );
}
