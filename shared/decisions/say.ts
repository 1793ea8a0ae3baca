/** Puts values into a sentence: `{{name}}` becomes the value of that name. */
export function say(sentence: string, values: Readonly<Record<string, string | number>> = {}): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** The first form for one, the second for any other number. */
export function many(count: number, [one, other]: readonly [string, string]): string {
  return say(count === 1 ? one : other, { count });
}
