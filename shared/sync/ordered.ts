/** Of things in order of their clocks, where the last one stands that begins at `clock` or before; -1 if none. */
export function indexAt<T>(ordered: readonly T[], clock: number, clockOf: (thing: T) => number): number {
  let low = 0;
  let high = ordered.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (clockOf(ordered[middle] as T) <= clock) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}
