import type { Doc, XmlText } from 'yjs';
import type { Moves } from '../documents/moves/moves.ts';
import { type Found, findLetter, keyOf, type Letter, lettersOf } from './letters.ts';
import { longestRise } from './longestRise.ts';

/** A text that says again what it said; `copied` tells which of its letters were written anew, and as what. */
export interface BroughtText {
  readonly text: XmlText;
  readonly copied: readonly (Found | undefined)[];
}

/**
 * Makes a text say what it said. Letters that still stand there in their order stay the same letters; others go, and
 * those that are missing are written anew. Call it inside a transaction.
 */
export function bringBackText(
  { now, moves }: { readonly now: Doc; readonly moves: Moves },
  then: XmlText,
  text: XmlText,
): BroughtText {
  const standing = lettersOf(text);
  const wanted = lettersOf(then);
  const found = wanted.map(({ id }) => findLetter(now, moves, id));
  const places = new Map(standing.map(({ id }, at) => [keyOf(id), at]));
  const candidates = found.map(({ living }, at) => {
    const place = living && places.get(keyOf(living));
    return place !== undefined && standing[place]?.sign === wanted[at]?.sign ? place : undefined;
  });
  const kept = longestRise(candidates);
  const gaps = [...kept, wanted.length].map((end, index) => {
    const before = kept[index - 1];
    return {
      wanted: wanted.slice(before === undefined ? 0 : before + 1, end),
      from: before === undefined ? 0 : (candidates[before] as number) + 1,
      to: end === wanted.length ? standing.length : (candidates[end] as number),
    };
  });
  for (const { wanted: missing, from, to } of gaps.reverse()) {
    let at = from;
    for (const { sign, looks } of runsOf(missing)) {
      text.insert(at, sign, JSON.parse(looks));
      at += sign.length;
    }
    if (to > from) text.delete(at, to - from);
  }
  putLooks(text, wanted);
  const stays = new Set(kept);
  return { text, copied: found.map((letter, at) => (stays.has(at) ? undefined : letter)) };
}

/** Letters that look alike, together. */
export function runsOf(letters: readonly Letter[]): { sign: string; looks: string }[] {
  const runs: { sign: string; looks: string }[] = [];
  for (const { sign, looks } of letters) {
    const last = runs.at(-1);
    if (last?.looks === looks) last.sign += sign;
    else runs.push({ sign, looks });
  }
  return runs;
}

/** The text has the wanted letters: gives those that look otherwise their looks. */
function putLooks(text: XmlText, wanted: readonly Letter[]): void {
  const standing = lettersOf(text);
  for (let at = 0; at < wanted.length; ) {
    const [were, are] = [wanted[at]?.looks as string, standing[at]?.looks as string];
    let end = at + 1;
    while (end < wanted.length && wanted[end]?.looks === were && standing[end]?.looks === are) end++;
    if (were !== are) text.format(at, end - at, changeOf(JSON.parse(are), JSON.parse(were)));
    at = end;
  }
}

type Looks = Readonly<Record<string, unknown>>;

function changeOf(are: Looks, were: Looks): Record<string, unknown> {
  const keys = [...new Set([...Object.keys(are), ...Object.keys(were)])];
  return Object.fromEntries(
    keys
      .filter((key) => JSON.stringify(are[key]) !== JSON.stringify(were[key]))
      .map((key) => [key, were[key] ?? null]),
  );
}
