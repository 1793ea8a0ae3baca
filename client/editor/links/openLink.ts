import { CLICK_COMMAND, COMMAND_PRIORITY_LOW, type LexicalEditor } from 'lexical';
import { safeLink } from '../../../shared/documents/links.ts';
import { $selectedLink } from '../changes.ts';

/** Opens an address in a new tab that knows nothing of this one. Does nothing for an address we don't allow. */
export function openLink(address: string | undefined): boolean {
  const safe = safeLink(address);
  if (!safe) return false;
  window.open(safe, '_blank', 'noopener,noreferrer');
  return true;
}

/** Opens the link at the caret. Call it inside `editor.read` or `editor.update`. */
export function $openSelectedLink(): boolean {
  return openLink($selectedLink());
}

/** Control or Command and a click open a link; where nothing can be edited, a plain click does. */
export function registerLinkClicks(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    CLICK_COMMAND,
    (event) => {
      const words = event.target instanceof Element ? event.target.closest('[data-link]') : null;
      if (!words || (editor.isEditable() && !event.ctrlKey && !event.metaKey)) return false;
      const opened = openLink(words.getAttribute('data-link') ?? undefined);
      if (opened) event.preventDefault();
      return opened;
    },
    COMMAND_PRIORITY_LOW,
  );
}
