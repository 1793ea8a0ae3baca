import { type BlockKind, isListKind, type TextBlock } from './blocks.ts';

/** A run of list blocks as nested lists: what a reader sees, and what HTML and Markdown need. */
export interface List {
  readonly kind: BlockKind;
  readonly items: ListItem[];
}

export interface ListItem {
  readonly block: TextBlock;
  readonly inner: List[];
}

/**
 * Nests list blocks by their indent. An item that stands more than one step deeper than the one before
 * it is one step deeper; another kind at the same depth starts another list, and numbering with it.
 */
export function nestLists(blocks: readonly TextBlock[]): List[] {
  const top: List[] = [];
  const open: { readonly indent: number; readonly lists: List[] }[] = [{ indent: -1, lists: top }];
  for (const block of blocks.filter(({ kind }) => isListKind(kind))) {
    const indent = block.indent ?? 0;
    while (open.length > 1 && (open.at(-1)?.indent ?? 0) >= indent) open.pop();
    const lists = open.at(-1)?.lists ?? top;
    const item: ListItem = { block, inner: [] };
    const last = lists.at(-1);
    if (last?.kind === block.kind) last.items.push(item);
    else lists.push({ kind: block.kind, items: [item] });
    open.push({ indent, lists: item.inner });
  }
  return top;
}
