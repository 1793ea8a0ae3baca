import { useEffect, useSyncExternalStore } from 'react';

const open = new Set<string>();
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** Says that a field holds words that are not on the server yet; closing the tab then asks first. */
export function useUnsaved(field: string, is: boolean): void {
  useEffect(() => {
    if (!is) return;
    open.add(field);
    tell();
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => {
      removeEventListener('beforeunload', ask);
      open.delete(field);
      tell();
    };
  }, [field, is]);
}

/** Whether anything on the page is not on the server yet. */
export function useAnythingUnsaved(): boolean {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => open.size > 0,
  );
}
