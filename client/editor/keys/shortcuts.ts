/**
 * Every key that does something in the text, as data: the help sheet lists it and the editor obeys it.
 * `mod` is Control, or Command on a Mac. Keys are named by what is printed on them, digits by their place.
 */
export interface Shortcut {
  readonly id: ShortcutId;
  readonly key: string;
  readonly mod?: boolean;
  readonly shift?: boolean;
  readonly alt?: boolean;
  /** The editor's core or the browser already does it: it is listed here and not handled again. */
  readonly builtIn?: boolean;
}

export type ShortcutId =
  | 'help'
  | 'bold'
  | 'italic'
  | 'underline'
  | 'link'
  | 'openLink'
  | 'putWords'
  | 'comment'
  | 'nextComment'
  | 'previousComment'
  | 'goToComment'
  | 'undo'
  | 'redo'
  | 'paragraph'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'bullet'
  | 'number'
  | 'check'
  | 'quote'
  | 'indent'
  | 'outdent'
  | 'tick'
  | 'lineBreak'
  | 'pastePlain';

export const SHORTCUTS: readonly Shortcut[] = [
  { id: 'help', key: '/', mod: true },
  { id: 'undo', key: 'Z', mod: true, builtIn: true },
  { id: 'redo', key: 'Z', mod: true, shift: true, builtIn: true },
  { id: 'bold', key: 'B', mod: true, builtIn: true },
  { id: 'italic', key: 'I', mod: true, builtIn: true },
  { id: 'underline', key: 'U', mod: true, builtIn: true },
  { id: 'link', key: 'K', mod: true },
  { id: 'openLink', key: 'Enter', alt: true },
  { id: 'putWords', key: 'Enter', mod: true, alt: true },
  { id: 'comment', key: 'M', mod: true, alt: true },
  { id: 'nextComment', key: '.', mod: true, alt: true },
  { id: 'previousComment', key: ',', mod: true, alt: true },
  { id: 'goToComment', key: 'R', mod: true, alt: true },
  { id: 'paragraph', key: '0', mod: true, alt: true },
  { id: 'heading1', key: '1', mod: true, alt: true },
  { id: 'heading2', key: '2', mod: true, alt: true },
  { id: 'heading3', key: '3', mod: true, alt: true },
  { id: 'number', key: '7', mod: true, shift: true },
  { id: 'bullet', key: '8', mod: true, shift: true },
  { id: 'check', key: '9', mod: true, shift: true },
  { id: 'quote', key: '6', mod: true, shift: true },
  { id: 'tick', key: 'Enter', mod: true },
  { id: 'indent', key: 'Tab', builtIn: true },
  { id: 'outdent', key: 'Tab', shift: true, builtIn: true },
  { id: 'lineBreak', key: 'Enter', shift: true, builtIn: true },
  { id: 'pastePlain', key: 'V', mod: true, shift: true, builtIn: true },
];

/** What is typed rather than pressed, with what it becomes. */
export const TYPED = [
  { typed: '# ', becomes: 'heading1' },
  { typed: '## ', becomes: 'heading2' },
  { typed: '### ', becomes: 'heading3' },
  { typed: '- ', becomes: 'bullet' },
  { typed: '1. ', becomes: 'number' },
  { typed: '[] ', becomes: 'check' },
  { typed: '> ', becomes: 'quote' },
  { typed: '--- ', becomes: 'rule' },
  { typed: '@', becomes: 'mention' },
] as const;

export const TYPED_AROUND = [
  { typed: '**…**', becomes: 'bold' },
  { typed: '*…*', becomes: 'italic' },
] as const;

export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Which shortcut was pressed, if any. A digit is known by its place, because Shift changes what it types. With Alt, so is the rest. */
export function shortcutFor(press: KeyPress, mac: boolean): Shortcut | undefined {
  const [mod, other] = mac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  if (other) return undefined;
  return SHORTCUTS.find(
    (shortcut) =>
      mod === (shortcut.mod ?? false) &&
      press.shiftKey === (shortcut.shift ?? false) &&
      press.altKey === (shortcut.alt ?? false) &&
      isKey(shortcut.key, press),
  );
}

function isKey(key: string, press: KeyPress): boolean {
  if (/^\d$/.test(key)) return press.code === `Digit${key}`;
  if (press.key.toLowerCase() === key.toLowerCase()) return true;
  return press.altKey && press.code === (PLACES[key] ?? `Key${key}`);
}

const PLACES: Readonly<Record<string, string>> = { '.': 'Period', ',': 'Comma' };

/** The keys as people on this machine call them: Ctrl, Alt and Shift on a PC, ⌘, ⌥ and ⇧ on a Mac. */
export function keyNames({ mod, alt, shift, key }: Shortcut, mac: boolean): readonly string[] {
  const held = [mod && (mac ? '⌘' : 'Ctrl'), alt && (mac ? '⌥' : 'Alt'), shift && (mac ? '⇧' : 'Shift')];
  return [...held.filter((name) => typeof name === 'string'), key];
}

/** The same as one phrase for `aria-keyshortcuts`, which has its own names. */
export function ariaKeys({ mod, alt, shift, key }: Shortcut, mac: boolean): string {
  const held = [mod && (mac ? 'Meta' : 'Control'), alt && 'Alt', shift && 'Shift'];
  return [...held.filter((name) => typeof name === 'string'), key].join('+');
}

export function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}
