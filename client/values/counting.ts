import type { ValueLine } from '../../shared/values/api.ts';

type Version = ValueLine['versions'][number];

/** The words of a value that count: the newest that were adopted, or while none were, the newest of all. */
export function countingOf({ versions }: Pick<ValueLine, 'versions'>): Version | undefined {
  return versions.findLast(({ decision }) => decision !== null) ?? versions.at(-1);
}
