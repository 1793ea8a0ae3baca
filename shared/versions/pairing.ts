import { diffArrays } from 'diff';
import { type AbstractType, type Doc, XmlElement, XmlText } from 'yjs';
import type { Moves } from '../documents/moves/moves.ts';
import { itemAt, textAt } from '../documents/moves/spans.ts';
import { readBlock } from '../documents/readText.ts';
import { findLetter, lettersOf } from './letters.ts';
import { longestRise } from './longestRise.ts';

/** What stands in a document, in a cell or in a block. */
export type Part = XmlElement | XmlText;

export function partsOf(parent: XmlElement): Part[] {
  return parent
    .toArray()
    .filter((child): child is Part => child instanceof XmlElement || child instanceof XmlText);
}

/** For each part as it was the one that it is now, in the same order, and those that it is but for the order. */
export interface Pairs {
  readonly partners: readonly (Part | undefined)[];
  readonly elsewhere: readonly (Part | undefined)[];
}

/**
 * Finds which parts are still there: by where most of their letters are; else by their own ids; else,
 * between two that are found, by what they say. Only those that stand in the same order are partners.
 */
export function pairParts(
  { now, moves }: { readonly now: Doc; readonly moves: Moves },
  then: readonly Part[],
  standing: readonly Part[],
): Pairs {
  const places = new Map(standing.map((part, at) => [part as AbstractType<unknown>, at]));
  const taken = new Set<number>();
  const take = (place: number | undefined, part: Part): number | undefined => {
    if (place === undefined || taken.has(place) || sortOf(standing[place]) !== sortOf(part)) return undefined;
    taken.add(place);
    return place;
  };
  const byId = then.map((part) => placeById(now, places, part));
  const found = then.map((part, at) => {
    const same = standing[byId[at] ?? -1];
    return same && saying(same) === saying(part) ? take(byId[at], part) : undefined;
  });
  // An editor that moves a block may write its words into the block beside it: the letters know better.
  then.forEach((part, at) => {
    found[at] ??= take(placeByLetters({ now, moves }, places, part), part);
  });
  then.forEach((part, at) => {
    found[at] ??= take(byId[at], part);
  });
  const rising = new Set(longestRise(found));
  const kept = found.map((place, at) => (rising.has(at) ? place : undefined));
  fillGaps(then, standing, kept);
  const used = new Set(kept);
  return {
    partners: kept.map((place) => (place === undefined ? undefined : standing[place])),
    elsewhere: found.map((place, at) =>
      place === undefined || kept[at] !== undefined || used.has(place) ? undefined : standing[place],
    ),
  };
}

function sortOf(part: Part | undefined): string | undefined {
  return part instanceof XmlText ? 'text' : part?.nodeName;
}

type Places = ReadonlyMap<AbstractType<unknown>, number>;

function placeById(now: Doc, places: Places, part: Part): number | undefined {
  const id = part._item?.id;
  const item = id && itemAt(now, id.client, id.clock);
  if (!item || item.deleted) return undefined;
  return places.get((item.content as { type?: AbstractType<unknown> }).type as AbstractType<unknown>);
}

function placeByLetters(
  { now, moves }: { readonly now: Doc; readonly moves: Moves },
  places: Places,
  part: Part,
): number | undefined {
  const votes = new Map<number, number>();
  for (const text of textsIn(part))
    for (const { id } of lettersOf(text)) {
      const { living } = findLetter(now, moves, id);
      const place = living && placeHolding(places, textAt(now, living.client, living.clock));
      if (place !== undefined) votes.set(place, (votes.get(place) ?? 0) + 1);
    }
  const [best] = [...votes].sort(([, one], [, other]) => other - one);
  return best?.[0];
}

function placeHolding(places: Places, text: XmlText | undefined): number | undefined {
  for (let type = text as AbstractType<unknown> | undefined; type; ) {
    const place = places.get(type);
    if (place !== undefined) return place;
    type = type._item?.parent as AbstractType<unknown> | undefined;
  }
  return undefined;
}

/** Every text in a part, itself included, in order. */
export function textsIn(part: Part): XmlText[] {
  return part instanceof XmlText ? [part] : partsOf(part).flatMap(textsIn);
}

/** More differences than this, and what stands between is not looked at any further. */
const MOST_DIFFERENCES = 2_000;

function fillGaps(then: readonly Part[], standing: readonly Part[], kept: (number | undefined)[]): void {
  let [start, from] = [0, 0];
  for (let at = 0; at <= then.length; at++) {
    const place = at === then.length ? standing.length : kept[at];
    if (place === undefined) continue;
    if (at > start && place > from) {
      const [were, are] = [then.slice(start, at).map(formOf), standing.slice(from, place).map(formOf)];
      let [one, other] = [start, from];
      for (const { added, removed, count } of diffArrays(were, are, { maxEditLength: MOST_DIFFERENCES }) ??
        []) {
        if (!added && !removed) for (let i = 0; i < count; i++) kept[one + i] = other + i;
        if (!added) one += count;
        if (!removed) other += count;
      }
    }
    [start, from] = [at + 1, place + 1];
  }
}

/** What a part says. Texts within a block are all alike: their letters are looked at one by one. */
function formOf(part: Part): string {
  if (part instanceof XmlText) return 'text';
  return BLOCKS.has(part.nodeName) ? saying(part) : part.toString();
}

const BLOCKS: ReadonlySet<string> = new Set(['block', 'table', 'horizontalrule']);

/** What a block says, with its kind and its marks; two that say the same are left alone. */
export function saying(part: Part): string {
  return JSON.stringify(readBlock(part));
}
