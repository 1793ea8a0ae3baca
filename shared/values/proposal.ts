import type { Block } from '../documents/blocks.ts';
import { hashBlocks } from '../documents/canonical.ts';
import { bullet, part, section } from '../documents/compose.ts';
import { valuesWords as words } from '../messages/en/values.ts';

/** One thing that a decision is asked to make of a value or a behaviour, in the words that it is put in. */
export type Item =
  | {
      readonly kind: 'adopt_value';
      readonly words: string;
      readonly practice: string;
      readonly question: string;
    }
  | {
      readonly kind: 'adopt_behaviour';
      readonly leader: string;
      readonly will: string;
      readonly willNot: string;
      readonly seen: string;
      readonly values: readonly string[];
    }
  | { readonly kind: 'retire'; readonly words: string };

const HEADINGS: Readonly<Record<Item['kind'], string>> = {
  adopt_value: words.adoptValues,
  adopt_behaviour: words.adoptBehaviours,
  retire: words.retireThese,
};
const ORDER = ['adopt_value', 'adopt_behaviour', 'retire'] as const;

/** The words of a decision about values and behaviours: a section for what it adopts and one for what it takes back. */
export function proposalOf(items: readonly Item[]): Block[] {
  return ORDER.flatMap((kind) => {
    const parts = items.filter((item) => item.kind === kind).flatMap(blocksOf);
    return parts.length === 0 ? [] : [section(HEADINGS[kind]), ...parts];
  });
}

function blocksOf(item: Item): Block[] {
  switch (item.kind) {
    case 'adopt_value':
      return [
        part(item.words),
        said(words.inPractice, item.practice),
        ...(item.question === '' ? [] : [said(words.ask, item.question)]),
      ];
    case 'adopt_behaviour':
      return [
        part(item.leader),
        said(words.will, item.will),
        said(words.willNot, item.willNot),
        said(words.seen, item.seen),
        ...(item.values.length === 0 ? [] : [said(words.belongsTo, item.values.join('; '))]),
      ];
    case 'retire':
      return [bullet(item.words)];
  }
}

/** In plain letters, so that the words are the same when somebody takes them into a plain field and out again. */
function said(label: string, what: string): Block {
  return bullet(`${label}: ${what}`);
}

/** Stands for an item in exactly these words, under its own heading. */
export function itemHash(item: Item): string {
  return hashBlocks([section(HEADINGS[item.kind]), ...blocksOf(item)]);
}

/**
 * The hashes of every item that words say. An amendment that left one item as it was still says that one; one that it
 * changed has other words now, and is not what was put.
 */
export function itemsIn(blocks: readonly Block[]): ReadonlySet<string> {
  const found: Block[][] = [];
  let heading: Block | undefined;
  let open: Block[] | undefined;
  for (const block of blocks) {
    if (block.kind === 'heading1') {
      heading = block;
      open = undefined;
    } else if (open && block.kind !== 'heading2') open.push(block);
    else {
      const begun = [...(heading ? [heading] : []), block];
      found.push(begun);
      open = block.kind === 'heading2' ? begun : undefined;
    }
  }
  return new Set(found.map(hashBlocks));
}
