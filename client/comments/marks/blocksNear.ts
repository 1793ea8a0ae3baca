/** The blocks of a text, counted from 0, between two heights of the window. */
export interface Blocks {
  readonly first: number;
  readonly last: number;
}

/**
 * Which blocks stand between two heights. The blocks stand one below the other, so that a few looks find them among
 * very many.
 */
export function blocksBetween(root: HTMLElement, top: number, bottom: number): Blocks {
  const { children } = root;
  const firstBelow = (height: number, edge: 'top' | 'bottom') => {
    let [low, high] = [0, children.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((children[middle]?.getBoundingClientRect()[edge] ?? 0) > height) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return { first: firstBelow(top, 'bottom'), last: firstBelow(bottom, 'top') - 1 };
}
