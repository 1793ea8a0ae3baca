/**
 * A JSON value in its one canonical form (RFC 8785): no spaces, and keys in the order of their UTF-16 code units. Keys
 * whose value is `undefined` are left out. Throws for what JSON cannot say: infinities, functions, big integers.
 *
 * It is written out here and not made by sorting an object first, because objects put keys that look like whole
 * numbers before all others, whatever order they were added in.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`);
    return `{${members.join(',')}}`;
  }
  const sayable = typeof value === 'number' ? Number.isFinite(value) : SAYABLE.has(typeof value);
  if (!sayable) throw new Error(`JSON cannot say ${String(value)}`);
  return JSON.stringify(value);
}

/** What is left of JSON but numbers: null is an object. */
const SAYABLE = new Set(['string', 'boolean', 'object']);
