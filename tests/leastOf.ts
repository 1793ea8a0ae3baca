/**
 * The least of several measurements, stopping at the first under `enough`. What is slow is slow each time; what a
 * busy machine adds comes and goes.
 */
export async function leastOf(
  times: number,
  enough: number,
  measure: () => number | Promise<number>,
): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < times && least >= enough; i++) least = Math.min(least, await measure());
  return least;
}
