import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_CRITICAL,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { useEffect, useId, useLayoutEffect, useMemo, useState } from 'react';
import { $insertMention } from '../changes.ts';
import { useEditorValue } from '../useEditorValue.ts';
import { type Mentionable, mentionQuery, offered } from './matching.ts';
import { NameList, NamesOffered } from './NameList.tsx';

export interface MentionMenuProps {
  readonly editor: LexicalEditor;
  readonly mentionables: readonly Mentionable[];
}

/**
 * The names offered after an `@`. Focus stays in the text all the while: the text points at the chosen
 * option, so that those who listen to the page hear it, and arrow keys choose.
 */
export function MentionMenu({ editor, mentionables }: MentionMenuProps) {
  const asked = useEditorValue(editor, $asked, null);
  const query = asked?.query ?? null;
  const [dismissed, setDismissed] = useState<Asked | null>(null);
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const options = useMemo(() => (query === null ? [] : offered(query, mentionables)), [query, mentionables]);
  const isDismissed =
    dismissed !== null && dismissed.at === asked?.at && asked.query.startsWith(dismissed.query);
  const isOpen = query !== null && options.length > 0 && !isDismissed;
  const current = Math.min(chosen, options.length - 1);

  useEffect(() => {
    if (asked === null) setDismissed(null);
    setChosen(0);
  }, [asked]);

  useEffect(() => {
    if (!isOpen) return;
    const step = (by: number) => (event: KeyboardEvent) => {
      event.preventDefault();
      setChosen((at) => (Math.min(at, options.length - 1) + by + options.length) % options.length);
      return true;
    };
    const choose = (event: KeyboardEvent | null) => {
      const option = options[current];
      if (!option || event?.shiftKey || event?.ctrlKey || event?.metaKey) return false;
      event?.preventDefault();
      $choose(option);
      return true;
    };
    const dismiss = () => {
      setDismissed(asked);
      return true;
    };
    return mergeRegister(
      editor.registerCommand(KEY_ARROW_DOWN_COMMAND, step(1), COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ARROW_UP_COMMAND, step(-1), COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ENTER_COMMAND, choose, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_TAB_COMMAND, choose, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ESCAPE_COMMAND, dismiss, COMMAND_PRIORITY_CRITICAL),
    );
  }, [editor, isOpen, options, current, asked]);

  usePointing(editor, isOpen ? { list: `${id}-list`, option: `${id}-${current}` } : null);
  const place = usePlace(isOpen, query);

  return (
    <>
      <NamesOffered count={isOpen ? options.length : 0} />
      {isOpen && place && (
        <NameList
          {...{ id, options, current, place }}
          onChoose={(option) => editor.update(() => $choose(option))}
        />
      )}
    </>
  );
}

/** What stands behind an `@`, and which `@` that is: letters come faster than this is looked at. */
interface Asked {
  readonly query: string;
  readonly at: string;
}

function $asked(): Asked | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || !node.isSimpleText()) return null;
  const query = mentionQuery(node.getTextContent().slice(0, selection.anchor.offset));
  return query === null ? null : { query, at: `${node.getKey()} ${selection.anchor.offset - query.length}` };
}

/** Replaces the `@` and what was typed after it. Call it inside `editor.update`. */
function $choose(option: Mentionable): void {
  const asked = $asked();
  const selection = $getSelection();
  if (asked === null || !$isRangeSelection(selection)) return;
  selection.anchor.offset -= asked.query.length + 1;
  $insertMention(`@${option.name}`, option.mention);
}

/** Tells assistive technology which list the text controls and which option is chosen in it. */
function usePointing(editor: LexicalEditor, target: { list: string; option: string } | null): void {
  const list = target?.list;
  const option = target?.option;
  useLayoutEffect(() => {
    const root = editor.getRootElement();
    if (!root || !list || !option) return;
    // Only while the list is open: nobody wants to hear of a list at every visit to the text.
    const pointing = {
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-controls': list,
      'aria-activedescendant': option,
    };
    for (const [name, value] of Object.entries(pointing)) root.setAttribute(name, value);
    return () => {
      for (const name of Object.keys(pointing)) root.removeAttribute(name);
    };
  }, [editor, list, option]);
}

const MENU_WIDTH = 300;
const GAP = 6;

/** A list lower than this shows too little. */
const LEAST_HEIGHT = 180;

type Place = { readonly left: number; readonly maxHeight: number } & (
  | { readonly top: number }
  | { readonly bottom: number }
);

/** Just under the caret, or over it where there is more room; within the window (and above a phone's keyboard). */
function usePlace(isOpen: boolean, query: string | null): Place | null {
  const [place, setPlace] = useState<Place | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caret moves as the query grows
  useLayoutEffect(() => {
    const selection = getSelection();
    if (!isOpen || !selection || selection.rangeCount === 0) return setPlace(null);
    const caret = selection.getRangeAt(0).getBoundingClientRect();
    const left = Math.max(8, Math.min(caret.left, innerWidth - MENU_WIDTH - 8));
    const below = (visualViewport?.height ?? innerHeight) - caret.bottom - GAP;
    const above = caret.top - GAP;
    const most = innerHeight * 0.45;
    if (below >= LEAST_HEIGHT || below >= above)
      setPlace({ left, top: caret.bottom + GAP, maxHeight: Math.min(most, below - GAP) });
    else setPlace({ left, bottom: innerHeight - above, maxHeight: Math.min(most, above - GAP) });
  }, [isOpen, query]);
  return place;
}
