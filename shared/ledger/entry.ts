/**
 * A line for the ledger. `payload` has only ids, numbers and choices; `words` is free text, which is kept apart so
 * that it can be erased. `hidden`: nobody but the seat and the facilitator may learn of it before the round closes.
 */
export interface Entry {
  readonly kind: string;
  readonly at: number;
  readonly by: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly words: Readonly<Record<string, string>>;
  readonly hidden: boolean;
}

/** Who acts when nobody does. */
export const TIME = 'time';

export function entry(
  kind: string,
  at: number,
  by: string,
  payload: Entry['payload'] = {},
  words: Readonly<Record<string, string | undefined>> = {},
  hidden = false,
): Entry {
  const said = Object.entries(words).filter((each): each is [string, string] => each[1] !== undefined);
  return { kind, at, by, payload, words: Object.fromEntries(said), hidden };
}
