/**
 * Which of these numbers to keep so that those that are kept rise, and as many as can be are kept: their places, in
 * order. What is undefined is never kept.
 */
export function longestRise(numbers: readonly (number | undefined)[]): number[] {
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  numbers.forEach((number, at) => {
    if (number === undefined) return;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] as number] as number) < number) low = middle + 1;
      else high = middle;
    }
    before[at] = ends[low - 1];
    ends[low] = at;
  });
  const kept: number[] = [];
  for (let at = ends.at(-1); at !== undefined; at = before[at]) kept.push(at);
  return kept.reverse();
}
