import { expect, it } from 'vitest';
import {
  ariaKeys,
  type KeyPress,
  keyNames,
  SHORTCUTS,
  shortcutFor,
  TYPED,
  TYPED_AROUND,
} from '../../../../client/editor/keys/shortcuts.ts';
import { editorWords } from '../../../../shared/messages/en/editor.ts';

const press = (more: Partial<KeyPress>): KeyPress => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});

it('[ED1] no two shortcuts want the same keys, on a PC or on a Mac', () => {
  for (const mac of [false, true]) {
    const names = SHORTCUTS.map((shortcut) => keyNames(shortcut, mac).join('+'));
    expect(new Set(names).size).toBe(names.length);
  }
});

it('[ED1] every shortcut is found again by the keys that the help names', () => {
  for (const mac of [false, true])
    for (const shortcut of SHORTCUTS) {
      const { key, mod = false, shift = false, alt = false } = shortcut;
      const pressed = press({
        key: shift ? key.toUpperCase() : key.toLowerCase(),
        code: `Digit${key}`,
        ctrlKey: mod && !mac,
        metaKey: mod && mac,
        shiftKey: shift,
        altKey: alt,
      });
      expect(shortcutFor(pressed, mac)?.id).toBe(shortcut.id);
    }
});

it('[ED1] a digit is known by its place, whatever Shift or Option makes of it', () => {
  const seven = press({ key: '&', code: 'Digit7', ctrlKey: true, shiftKey: true });
  expect(shortcutFor(seven, false)?.id).toBe('number');
  const one = press({ key: '¡', code: 'Digit1', metaKey: true, altKey: true });
  expect(shortcutFor(one, true)?.id).toBe('heading1');
});

it('[ED1] plain typing is no shortcut, and the other machine’s key is not ours', () => {
  expect(shortcutFor(press({ key: 'k', code: 'KeyK' }), false)).toBeUndefined();
  expect(shortcutFor(press({ key: 'k', code: 'KeyK', metaKey: true }), false)).toBeUndefined();
  expect(shortcutFor(press({ key: 'k', code: 'KeyK', ctrlKey: true }), true)).toBeUndefined();
});

it('[ED1] keys are named as the machine names them, and the help has words for every one', () => {
  const undo = SHORTCUTS.find(({ id }) => id === 'redo');
  if (!undo) throw new Error('redo is gone');
  expect(keyNames(undo, false)).toEqual(['Ctrl', 'Shift', 'Z']);
  expect(keyNames(undo, true)).toEqual(['⌘', '⇧', 'Z']);
  expect(ariaKeys(undo, true)).toBe('Meta+Shift+Z');
  const listed = [...SHORTCUTS.map(({ id }) => id), ...[...TYPED, ...TYPED_AROUND].map((one) => one.becomes)];
  for (const id of listed) expect(editorWords.keys[id], id).toBeTruthy();
});
