/** The order with an option moved by so many places, as far as there are any. */
export function moved(order: readonly string[], option: string, by: -1 | 1): string[] {
  const from = order.indexOf(option);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return [...order];
  const without = order.filter((each) => each !== option);
  return [...without.slice(0, to), option, ...without.slice(to)];
}

/** What is not in the order, as the options stand. What the order names and is no option is left away. */
export function leftOut(options: readonly string[], order: readonly string[]): string[] {
  return options.filter((option) => !order.includes(option));
}
