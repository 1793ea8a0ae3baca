import type { Draft } from '../../decisions/draft.ts';

/** What stands for a text that is not there. Nothing is counted by it. */
export const NO_TEXT = '–';

/**
 * The draft that an `opened` line sealed, from its payload alone: ids, numbers and choices are there, and names and
 * free text, which no count depends on, are filled in.
 */
export function sealedBack(payload: Readonly<Record<string, unknown>>): Draft {
  const whole = filled(payload, '') as Readonly<Record<string, unknown>>;
  return { ...whole, question: NO_TEXT } as Draft;
}

/** Which texts the things in a sealed decision have, by the name of the field that holds them. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  rule: ['name'],
  body: ['name'],
  bodies: ['name'],
  decider: ['name'],
  alternatives: ['name'],
  conflicts: ['reason'],
  conditions: ['text'],
};

function filled(value: unknown, field: string): unknown {
  if (Array.isArray(value)) return value.map((each) => filled(each, field));
  if (typeof value !== 'object' || value === null) return value;
  const own = Object.entries(value).map(([key, each]) => [key, filled(each, key)]);
  const trial = field === 'ladder' && (value as { kind?: unknown }).kind === 'trial';
  const texts = trial ? ['scope', 'stopRule'] : (TEXTS[field] ?? []);
  return Object.fromEntries([...texts.map((text) => [text, NO_TEXT]), ...own]);
}
