import { registerRichText } from '@lexical/rich-text';
import {
  registerTablePlugin,
  registerTableSelectionObserver,
  setScrollableTablesActive,
} from '@lexical/table';
import {
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_EDITOR,
  CUT_COMMAND,
  createEditor,
  type LexicalEditor,
  mergeRegister,
  PASTE_COMMAND,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { useEffect, useState } from 'react';
import type { OpenedDocument } from '../sync/openDocument.ts';
import { bindEditor, type EditorBinding, type EditorProblem } from './binding/bindEditor.ts';
import type { Caret } from './binding/caret.ts';
import { registerCheckBoxes } from './checkBoxes.ts';
import { type KeyActions, registerKeys } from './keys/registerKeys.ts';
import { registerLinkClicks } from './links/openLink.ts';
import { registerMarkdown } from './markdown.ts';
import { registerBlockRules } from './nodes/blockRules.ts';
import { editorBasics } from './nodes/editorNodes.ts';
import { registerRunRules } from './nodes/runRules.ts';
import { type ClipboardOptions, registerClipboard } from './paste/registerClipboard.ts';

/** The editor of one page, not yet tied to any document. Nothing can be typed until somebody allows it. */
export function useLexical(onError: (error: Error) => void): LexicalEditor {
  const [editor] = useState(() => {
    const made = createEditor({ ...editorBasics, theme: THEME, editable: false, onError });
    setScrollableTablesActive(made, true);
    return made;
  });
  return editor;
}

const THEME = {
  text: {
    bold: 'run-bold',
    italic: 'run-italic',
    underline: 'run-underline',
    strikethrough: 'run-strike',
    underlineStrikethrough: 'run-underline run-strike',
    code: 'run-code',
  },
  tableScrollableWrapper: 'table-scroll',
  tableSelection: 'table-selecting',
  tableCellSelected: 'cell-selected',
  hr: 'rule',
  hrSelected: 'rule-selected',
};

/** How the editor behaves: typing, tables, shortcuts, links, and undo of one's own work. */
export function useBehaviour(editor: LexicalEditor, actions: KeyActions & ClipboardOptions): void {
  useEffect(
    () =>
      mergeRegister(
        registerRichText(editor),
        registerBlockRules(editor),
        registerRunRules(editor),
        registerTablePlugin(editor),
        registerTableSelectionObserver(editor, false),
        registerMarkdown(editor),
        registerKeys(editor, actions),
        registerClipboard(editor, actions),
        registerLinkClicks(editor),
        registerCheckBoxes(editor),
      ),
    [editor, actions],
  );
}

export interface BindingCallbacks {
  readonly onProblem: (problem: EditorProblem) => void;
  readonly onCaret: (caret: Caret | null) => void;
}

/** Ties the editor to the document for as long as the component is shown; null in the first moment. */
export function useBinding(
  editor: LexicalEditor,
  opened: OpenedDocument,
  callbacks: BindingCallbacks,
): EditorBinding | null {
  const [binding, setBinding] = useState<EditorBinding | null>(null);
  useEffect(() => {
    const bound = bindEditor(editor, opened.doc, callbacks);
    // What is pasted or cut is one thing to undo, apart from what was typed just before.
    const newStep = () => {
      bound.undoManager.stopCapturing();
      return false;
    };
    const stop = mergeRegister(
      editor.registerCommand(PASTE_COMMAND, newStep, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(CUT_COMMAND, newStep, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(UNDO_COMMAND, () => told(bound.undo), COMMAND_PRIORITY_EDITOR),
      editor.registerCommand(REDO_COMMAND, () => told(bound.redo), COMMAND_PRIORITY_EDITOR),
    );
    setBinding(bound);
    return () => {
      stop();
      bound.destroy();
      setBinding(null);
    };
  }, [editor, opened, callbacks]);
  return binding;
}

/** Obeys a command that nobody else needs to hear of. */
function told(work: () => void): true {
  work();
  return true;
}
