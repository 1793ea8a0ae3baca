import { type MentionOf, withNames, withoutNames } from '../../shared/comments/mentions.ts';
import { partnershipsWords } from '../../shared/messages/en/partnerships.ts';
import { SIDES, type Side } from '../../shared/partnerships/sides.ts';
import type { Names } from './store.ts';

/** A comment as it is kept: only those of this partnership can be mentioned in it. */
export function kept(words: string, names: Names): string {
  return withoutNames(words, (mention) => nameOf(mention, names) !== undefined);
}

/** A comment as it is read: whoever is mentioned by the name that they have here now. */
export function read(words: string, names: Names): string {
  return withNames(words, (mention) => nameOf(mention, names));
}

function nameOf({ kind, id }: MentionOf, { people, seats }: Names): string | undefined {
  switch (kind) {
    case 'member':
      return people.get(id)?.name;
    case 'seat':
      return seats.get(id)?.name;
    case 'side':
      return (SIDES as readonly string[]).includes(id) ? partnershipsWords.sides[id as Side] : undefined;
  }
}
