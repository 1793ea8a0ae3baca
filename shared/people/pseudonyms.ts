import { pseudonymWords as words } from '../messages/en/pseudonyms.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** Longer parts of a name are found inside other words too: "Jane" in "Janey". Shorter ones only as words. */
const SHORTEST_INSIDE = 4;

/** A name as it is compared: without capitals, accents and signs, so that two that read alike are alike. */
function folded(name: string): string[] {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
}

export function isSameName(one: string, other: string): boolean {
  return folded(one).join(' ') === folded(other).join(' ');
}

/** Whether these words have any part of this name in them. A single letter, such as an initial, tells nobody. */
export function hasPartOf(name: string, text: string): boolean {
  const said = folded(text);
  return folded(name)
    .filter((part) => part.length > 1)
    .some((part) =>
      said.some((word) => word === part || (part.length >= SHORTEST_INSIDE && word.includes(part))),
    );
}

/** These words with every one that has a part of this name in it left out. */
export function withoutName(name: string, text: string): string {
  return text
    .split(/(\s+)/)
    .map((word) => (hasPartOf(name, word) ? '…' : word))
    .join('');
}

export interface NamesAround {
  /** The name that is to be hidden; undefined when it is not known here, or hidden by nobody's wish. */
  readonly hidden: string | undefined;
  /** What everyone else in the partnership is or was called. */
  readonly others: readonly string[];
}

/** Whether someone may go by this name: it must not give away the one that it hides, nor be anyone else's. */
export function checkPseudonym(wanted: string, { hidden, others }: NamesAround): Refusal | undefined {
  if (folded(wanted).length === 0) return wrong(words.needsLetters);
  if (hidden !== undefined && hasPartOf(hidden, wanted)) return wrong(words.givesAway);
  if (others.some((other) => isSameName(other, wanted))) return wrong(words.taken);
  return undefined;
}

function wrong(message: string): Refusal {
  return refuse('invalid', message, { name: message });
}
