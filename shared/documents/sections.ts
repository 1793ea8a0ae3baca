import { type Block, isListKind, type TableBlock, type TextBlock } from './blocks.ts';
import { type List, nestLists } from './lists.ts';

/** A document as the parts that a page is made of: neighbouring list blocks and neighbouring quotes belong together. */
export type Section =
  | { readonly is: 'words'; readonly block: TextBlock; readonly index: number }
  | { readonly is: 'quote'; readonly blocks: readonly TextBlock[] }
  | { readonly is: 'lists'; readonly lists: readonly List[] }
  | { readonly is: 'table'; readonly table: TableBlock }
  | { readonly is: 'rule' };

/** Groups blocks into sections, in order. `index` is the block's place in `blocks`. */
export function sectionsOf(blocks: readonly Block[]): Section[] {
  const sections: Section[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block;
    if (block.kind === 'rule') sections.push({ is: 'rule' });
    else if (block.kind === 'table') sections.push({ is: 'table', table: block });
    else if (block.kind === 'quote' || isListKind(block.kind)) {
      const group = neighbours(blocks, index, block.kind === 'quote');
      index += group.length - 1;
      if (block.kind === 'quote') sections.push({ is: 'quote', blocks: group });
      else sections.push({ is: 'lists', lists: nestLists(group) });
    } else sections.push({ is: 'words', block, index });
  }
  return sections;
}

function neighbours(blocks: readonly Block[], from: number, quotes: boolean): TextBlock[] {
  const group: TextBlock[] = [];
  for (const block of blocks.slice(from)) {
    if (block.kind === 'rule' || block.kind === 'table') break;
    if (quotes ? block.kind !== 'quote' : !isListKind(block.kind)) break;
    group.push(block);
  }
  return group;
}
