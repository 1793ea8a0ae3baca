import { type Doc, XmlElement, XmlText } from 'yjs';
import type { Move, Moves } from '../documents/moves/moves.ts';
import { itemsOf, type Span, spanOf } from '../documents/moves/spans.ts';
import { WORDS_ROOT } from '../documents/readText.ts';
import { type BroughtText, bringBackText, runsOf } from './bringBackText.ts';
import { findLetter, lettersOf } from './letters.ts';
import { movesOf } from './movesOf.ts';
import { type Part, pairParts, partsOf, saying, textsIn } from './pairing.ts';

/** How many blocks come, go, change and go to another place. Blank lines are not counted. */
export interface Difference {
  readonly comes: number;
  readonly goes: number;
  readonly changes: number;
  readonly shifts: number;
  /** Nothing differs, blank lines included. */
  readonly same: boolean;
}

export interface Documents {
  readonly earlier: Doc;
  readonly now: Doc;
  /** Those of the document now. */
  readonly moves: Moves;
}

/** Whether this copy of a document has everything that an earlier version was made of. */
export function knowsAll({ earlier, now }: Omit<Documents, 'moves'>): boolean {
  const known = now.store.clients;
  return [...earlier.store.clients].every(([client, structs]) => {
    const [last, mine] = [structs.at(-1), known.get(client)?.at(-1)];
    return !last || (mine !== undefined && mine.id.clock + mine.length >= last.id.clock + last.length);
  });
}

/** What bringing an earlier version back would do. Changes nothing. */
export function differenceOf(documents: Documents): Difference {
  const [were, are] = [partsOf(rootOf(documents.earlier)), partsOf(rootOf(documents.now))];
  const { partners, elsewhere } = pairParts(documents, were, are);
  const stays = new Set([...partners, ...elsewhere]);
  const isOther = (part: Part, at: number) => {
    const partner = partners[at];
    return partner !== undefined && saying(part) !== saying(partner);
  };
  const changed = were.filter(isOther);
  const fresh = were.filter((_, at) => partners[at] === undefined && elsewhere[at] === undefined);
  const gone = are.filter((part) => !stays.has(part));
  const shifted = were.filter((_, at) => elsewhere[at] !== undefined);
  return {
    comes: fresh.filter(says).length,
    goes: gone.filter(says).length,
    changes: changed.length,
    shifts: shifted.length,
    same: [changed, fresh, gone, shifted].every((some) => some.length === 0),
  };
}

function rootOf(doc: Doc): XmlElement {
  return doc.get(WORDS_ROOT, XmlElement);
}

function says(part: Part): boolean {
  if (part instanceof XmlElement && part.nodeName !== 'block') return true;
  return textsIn(part).some((text) => text.length > 0);
}

/**
 * Makes a document say what it said in an earlier version, as an edit like any other: blocks that say the same are left
 * alone, in those that changed only the letters that differ are written and deleted, deleted ones are written again in
 * their place and later ones deleted. It is written down which letters stand for which, so that everything that is bound
 * to words goes with them. Call it inside a transaction.
 */
export function bringBack(documents: Documents): void {
  const { now, moves } = documents;
  const brought: BroughtText[] = [];
  const buried: Span[] = [];
  const children = (then: XmlElement, standing: XmlElement) => {
    const [were, are] = [partsOf(then), partsOf(standing)];
    const { partners } = pairParts(documents, were, are);
    const kept = new Set(partners);
    const all = standing.toArray();
    for (let at = all.length - 1; at >= 0; at--) {
      const part = all[at] as Part;
      if (kept.has(part)) continue;
      buried.push(...textsIn(part).flatMap((text) => [...itemsOf(text)].map(spanOf)));
      standing.delete(at, 1);
    }
    were.forEach((part, at) => {
      const partner = partners[at];
      if (!partner) standing.insert(at, [copyOf(part)]);
      else if (part instanceof XmlText && partner instanceof XmlText)
        brought.push(bringBackText(documents, part, partner));
      else if (part instanceof XmlElement && partner instanceof XmlElement && differs(part, partner)) {
        putAttributes(part, partner);
        children(part, partner);
      }
    });
  };
  const copyOf = (part: Part): Part => {
    if (part instanceof XmlElement) {
      const copy = new XmlElement(part.nodeName);
      const parts = partsOf(part).map(copyOf);
      if (parts.length > 0) copy.insert(0, parts);
      for (const [name, value] of Object.entries(part.getAttributes())) setAttribute(copy, name, value);
      return copy;
    }
    const copy = new XmlText();
    const letters = lettersOf(part);
    copy.applyDelta(
      runsOf(letters).map(({ sign, looks }, i) => ({
        insert: sign,
        attributes: { ...JSON.parse(looks), ...(i > 0 && { i }) },
      })),
    );
    brought.push({ text: copy, copied: letters.map(({ id }) => findLetter(now, moves, id)) });
    return copy;
  };
  children(rootOf(documents.earlier), rootOf(now));
  const written: Move[] = movesOf(documents, brought, buried);
  moves.write(written);
}

/** Rows and cells are looked into; a block that says the same is left alone. */
function differs(then: XmlElement, now: XmlElement): boolean {
  return then.nodeName === 'block' || then.nodeName === 'table' ? saying(then) !== saying(now) : true;
}

/** What these are when nothing is said of them: an editor that has them otherwise must be told. */
const PLAIN: Readonly<Record<string, unknown>> = {
  __kind: 'paragraph',
  __indent: 0,
  __checked: false,
  __headerState: 0,
};

function putAttributes(then: XmlElement, now: XmlElement): void {
  const [were, are] = [then.getAttributes(), now.getAttributes()] as Record<string, unknown>[];
  for (const name of new Set([...Object.keys(were ?? {}), ...Object.keys(are ?? {})])) {
    const value = were?.[name] ?? PLAIN[name];
    if (JSON.stringify(value) === JSON.stringify(are?.[name] ?? PLAIN[name])) continue;
    if (value === undefined) now.removeAttribute(name);
    else setAttribute(now, name, value);
  }
}

/** Yjs types attributes as strings; the editor stores numbers and booleans as they are. */
function setAttribute(element: XmlElement, name: string, value: unknown): void {
  element.setAttribute(name, value as string);
}
