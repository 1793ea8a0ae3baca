import {
  $createRangeSelectionFromDom,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  getDOMSelection,
  KEY_DOWN_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { $indentBy, $toggleKind, $toggleTicks } from '../changes.ts';
import { $goToCell } from '../tables.ts';
import { isMac, type ShortcutId, shortcutFor } from './shortcuts.ts';

export interface KeyActions {
  readonly showHelp: () => void;
  readonly editLink: () => void;
  readonly openLink: () => boolean;
  /** Puts the selected words to a decision; absent where nobody may. */
  readonly putWords: (() => void) | undefined;
}

/**
 * Obeys the shortcuts, and keeps Tab free: in a list it moves items in and out, in a table it goes from cell
 * to cell and out at the end, elsewhere it leaves the text, and after Escape it leaves from anywhere, so that
 * nobody is trapped.
 */
export function registerKeys(editor: LexicalEditor, actions: KeyActions): () => void {
  const mac = isMac();
  let leaving = false;
  return mergeRegister(
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (!['Escape', 'Tab', 'Shift'].includes(event.key)) leaving = false;
        const shortcut = event.isComposing ? undefined : shortcutFor(event, mac);
        if (!shortcut) return false;
        $takeShownSelection(editor);
        if (shortcut.builtIn || !$obey(shortcut.id, actions)) return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      () => {
        leaving = true;
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        const step = event.shiftKey ? -1 : 1;
        if (!leaving && editor.isEditable() && ($indentBy(step) || $goToCell(step))) event.preventDefault();
        leaving = false;
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

/**
 * Lexical hears of a new selection a moment after the person sees it. A shortcut means what is seen, so
 * that selecting and pressing in one go never acts on what was selected before.
 */
function $takeShownSelection(editor: LexicalEditor): void {
  const shown = $createRangeSelectionFromDom(getDOMSelection(editor._window), editor);
  const known = $getSelection();
  if (!shown || !$isRangeSelection(known)) return;
  // The one it knows also remembers marks that are switched on for what is typed next.
  if (shown.anchor.is(known.anchor) && shown.focus.is(known.focus)) return;
  const node = shown.anchor.getNode();
  if ($isTextNode(node)) shown.format = node.getFormat();
  $setSelection(shown);
}

function $obey(id: ShortcutId, actions: KeyActions): boolean {
  switch (id) {
    case 'help':
      actions.showHelp();
      return true;
    case 'link':
      actions.editLink();
      return true;
    case 'openLink':
      return actions.openLink();
    case 'putWords':
      actions.putWords?.();
      return actions.putWords !== undefined;
    case 'paragraph':
    case 'heading1':
    case 'heading2':
    case 'heading3':
    case 'bullet':
    case 'number':
    case 'check':
    case 'quote':
      $toggleKind(id);
      return true;
    case 'tick':
      return $toggleTicks();
    default:
      return false;
  }
}
