/** A word about what was just done. */
export interface Toast {
  readonly id: number;
  readonly words: string;
  /** One thing that may be done about it: undo. */
  readonly action?: { readonly words: string; readonly act: () => void };
  /** True when what had the focus goes with what was done, a line of a list say: the focus comes here instead. */
  readonly takesFocus?: boolean;
}

let shown: Toast | undefined;
let count = 0;
const listeners = new Set<() => void>();

/** Shows a toast in place of the one before it. It stays until dismissed: nobody has to be quick. */
export function toast(words: string, more: Pick<Toast, 'action' | 'takesFocus'> = {}): void {
  count += 1;
  shown = { id: count, words, ...more };
  for (const listener of listeners) listener();
}

export function dismissToast(): void {
  shown = undefined;
  for (const listener of listeners) listener();
}

export function currentToast(): Toast | undefined {
  return shown;
}

export function onToast(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
