import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { mentionQuery, offered } from '../../editor/mentions/matching.ts';
import { asComment, asTyped, type Named, nameInWords } from './typed.ts';
import { type Nameable, useWhom } from './whom.ts';

/** The list scrolls: who names by touch looks for a name rather than typing it. */
const MOST_LISTED = 60;

/** What stands behind an `@`, before the caret. */
interface Asked {
  readonly query: string;
  /** Where the `@` is. */
  readonly at: number;
}

/** A field in which an `@` offers names. It shows `@Name` where the comment has a mention. */
export function useNaming(
  field: RefObject<HTMLTextAreaElement | null>,
  words: string,
  onType: (words: string) => void,
) {
  const whom = useWhom();
  const id = useId();
  const named = useRef<Named>(new Map()).current;
  const typed = asTyped(words, named);
  const [caret, setCaret] = useState<number | null>(null);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const [chosen, setChosen] = useState(0);
  const asked = useMemo(() => askedAt(typed, caret, named), [typed, caret, named]);
  const options = useMemo(() => (asked ? offered(asked.query, whom, MOST_LISTED) : []), [asked, whom]);
  const isOpen = asked !== null && options.length > 0 && dismissed !== asked.at;
  const current = Math.min(chosen, options.length - 1);

  const next = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (next.current === null) return;
    field.current?.setSelectionRange(next.current, next.current);
    setCaret(next.current);
    next.current = null;
  });

  const put = (text: string, at: number) => {
    next.current = at;
    onType(asComment(text, named));
  };
  const choose = (option: Nameable) => {
    if (!asked) return;
    const name = nameFor(option, named);
    named.set(name, option.mention);
    const before = `${typed.slice(0, asked.at)}@${name} `;
    put(before + typed.slice(asked.at + 1 + asked.query.length).replace(/^ /, ''), before.length);
    setChosen(0);
  };
  /** Puts an `@` where the caret is, for those who would not think of typing one. */
  const begin = () => {
    const at = caret ?? typed.length;
    const before = typed.slice(0, at);
    const opened = `${before}${before === '' || /\s$/u.test(before) ? '' : ' '}@`;
    field.current?.focus({ preventScroll: true });
    setDismissed(null);
    put(opened + typed.slice(at), opened.length);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    const option = options[current];
    if (event.key === 'ArrowDown') setChosen((current + 1) % options.length);
    else if (event.key === 'ArrowUp') setChosen((current - 1 + options.length) % options.length);
    else if (event.key === 'Escape') setDismissed(asked.at);
    else if ((event.key === 'Enter' || event.key === 'Tab') && option) choose(option);
    else return;
    // Escape must not close the card as well, nor Tab leave the field.
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    id,
    typed,
    offers: isOpen ? options : [],
    current,
    mayName: whom.length > 0,
    choose,
    begin,
    fieldProps: {
      ...(isOpen && {
        'aria-autocomplete': 'list' as const,
        'aria-haspopup': 'listbox' as const,
        'aria-controls': `${id}-list`,
        'aria-activedescendant': `${id}-${current}`,
      }),
      onKeyDown,
      onSelect: () => setCaret(field.current?.selectionEnd ?? null),
      onBlur: () => setDismissed(asked?.at ?? null),
    },
    type: (text: string, at: number) => {
      setCaret(at);
      setChosen(0);
      if (asked === null) setDismissed(null);
      onType(asComment(text, named));
    },
  };
}

function askedAt(typed: string, caret: number | null, named: Named): Asked | null {
  if (caret === null) return null;
  const query = mentionQuery(typed.slice(0, caret));
  if (query === null || named.has(query)) return null;
  return { query, at: caret - query.length - 1 };
}

/** The name as it will stand; with what tells them apart, if somebody else of that name is already there. */
function nameFor({ name, note, mention: { kind, id } }: Nameable, named: Named): string {
  const plain = nameInWords(name);
  for (const each of [plain, nameInWords(`${name} (${note ?? kind})`)]) {
    const there = named.get(each);
    if (!there || (there.kind === kind && there.id === id)) return each;
  }
  return nameInWords(`${name} (${id})`);
}
