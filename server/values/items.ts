import { valuesWords as words } from '../../shared/messages/en/values.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts';
import type { ValuesDecision } from '../../shared/values/changes.ts';
import { signedOf } from '../../shared/values/inUse.ts';
import { type Item, itemHash } from '../../shared/values/proposal.ts';
import type { Named } from './adoptionStore.ts';
import type { KeptBehaviour, KeptValue } from './store.ts';

export interface NamedItem {
  readonly item: Item;
  readonly named: Named;
}

interface Kept {
  readonly values: readonly KeptValue[];
  readonly behaviours: readonly KeptBehaviour[];
}

/** What a decision would make of values and behaviours, each in the words in which it is put. */
export function itemsOf(kept: Kept, { adopt, takeBack }: ValuesDecision): readonly NamedItem[] | Refusal {
  const items: NamedItem[] = [];
  for (const { kind, id, version } of adopt) {
    const item = kind === 'value' ? valueToAdopt(kept, id, version) : behaviourToAdopt(kept, id, version);
    if (isRefusal(item)) return item;
    items.push({ item, named: { kind, subjectId: id, version, hash: itemHash(item) } });
  }
  for (const { kind, id } of takeBack) {
    const item = toTakeBack(kept, kind, id);
    if (isRefusal(item)) return item;
    items.push({ item, named: { kind, subjectId: id, version: null, hash: itemHash(item) } });
  }
  return items;
}

function valueToAdopt({ values }: Kept, id: string, version: number): Item | Refusal {
  const value = here(values, id);
  const newest = value?.versions.at(-1);
  if (!newest) return gone();
  if (newest.version !== version || newest.decisionId !== null) return adoptedAlready();
  const { words: said, practice, question } = newest;
  return { kind: 'adopt_value', words: said, practice, question };
}

function behaviourToAdopt({ behaviours, values }: Kept, id: string, version: number): Item | Refusal {
  const behaviour = here(behaviours, id);
  if (!behaviour) return gone();
  const newest = signedOf(behaviour.versions).at(-1);
  if (!newest) return refuse('conflict', words.notSignedYet);
  if (newest.version !== version || newest.decisionId !== null) return adoptedAlready();
  const { will, willNot, seen, valueIds } = newest;
  const named = valueIds.flatMap((valueId) => here(values, valueId)?.versions.at(-1)?.words ?? []);
  return { kind: 'adopt_behaviour', leader: behaviour.leader.name, will, willNot, seen, values: named };
}

function toTakeBack({ values, behaviours }: Kept, kind: Named['kind'], id: string): Item | Refusal {
  const said =
    kind === 'value'
      ? here(values, id)?.versions.at(-1)?.words
      : signedOf(here(behaviours, id)?.versions ?? []).at(-1)?.will;
  return said === undefined ? gone() : { kind: 'retire', words: said };
}

function here<K extends { readonly id: string; readonly retiredAt: number | null }>(
  all: readonly K[],
  id: string,
): K | undefined {
  return all.find((one) => one.id === id && one.retiredAt === null);
}

function gone(): Refusal {
  return refuse('not_found', words.gone);
}

function adoptedAlready(): Refusal {
  return refuse('conflict', words.adoptedAlready);
}
