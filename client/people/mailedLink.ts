const SECRET = /^#link=([\w-]+)$/;

let held: string | undefined;

/**
 * The secret of the mailed link that was opened, until it is used or put aside. It is taken off the address at
 * once, so that it stays in no history.
 */
export function mailedLink(): string | undefined {
  const opened = SECRET.exec(location.hash)?.[1];
  if (opened) {
    held = opened;
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return held;
}

export function putLinkAside(): void {
  held = undefined;
}
