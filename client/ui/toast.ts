/** A word about what was just done, with one thing that may be done about it (undo). */
export interface Toast {
  readonly id: number;
  readonly words: string;
  readonly action?: { readonly words: string; readonly act: () => void };
}

let shown: Toast | undefined;
let count = 0;
const listeners = new Set<() => void>();

/** Shows a toast in place of the one before it. It stays until dismissed: nobody has to be quick. */
export function toast(words: string, action?: Toast['action']): void {
  count += 1;
  shown = action ? { id: count, words, action } : { id: count, words };
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
