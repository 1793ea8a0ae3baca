import { isAgreed } from '../../shared/decisions/boundWords.ts';
import type { BoundHere } from '../../shared/decisions/passageApi.ts';
import type { Block, TextBlock } from '../../shared/documents/blocks.ts';
import type { Stretch } from '../../shared/documents/layout.ts';
import type { MarkedWords } from '../../shared/documents/markedWords.ts';
import { escapeHtml } from '../../shared/documents/renderHtml.ts';
import { passagesWords as words } from '../../shared/messages/en/passages.ts';
import { fill } from '../../shared/messages/fill.ts';

export type BoundLook = 'agreed' | 'changed' | 'deciding' | 'lost';

/** In two or three words what became of the words of a decision, and how that is drawn. */
export function stateOf({ as, now }: BoundHere): { readonly look: BoundLook; readonly says: string } {
  switch (now.state) {
    case 'as_agreed':
      return { look: isAgreed(as) ? 'agreed' : 'deciding', says: words.state[as] };
    case 'changed':
      if (isAgreed(as)) return { look: 'changed', says: words.state.changed };
      return { look: 'deciding', says: words.state[as === 'draft' ? 'differsDraft' : 'differs'] };
    case 'gone':
    case 'cannot_tell':
      return { look: 'lost', says: words.state[now.state] };
  }
}

/** The words of each decision in the document's blocks, with a mark round them that says whose they are in words. */
export function markedWords(
  blocks: readonly Block[],
  passages: readonly BoundHere[],
): Map<Block, readonly MarkedWords[]> {
  const marked = new Map<Block, MarkedWords[]>();
  for (const bound of passages) {
    if (!('stretch' in bound.now)) continue;
    const { look, says } = stateOf(bound);
    const parts = partsOf(blocks, bound.now.stretch);
    parts.forEach(({ block, from, to }, index) => {
      const id = index === 0 ? ` id="words-${bound.number}"` : '';
      const note = fill(words.markShort, { number: String(bound.number), state: says });
      const link = `<a class="bound-note" href="#decision-${bound.number}">${escapeHtml(note)}</a>`;
      const mark = {
        from,
        to,
        open: `<span class="bound" data-look="${look}"${id}>`,
        close: `</span>${index === parts.length - 1 ? ` ${link}` : ''}`,
      };
      marked.set(block, [...(marked.get(block) ?? []), mark]);
    });
  }
  return marked;
}

interface Part {
  readonly block: TextBlock;
  readonly from: number;
  readonly to: number;
}

function partsOf(blocks: readonly Block[], { cell, from, to }: Stretch): Part[] {
  const container = cell ? cellOf(blocks, cell) : blocks;
  return container.slice(from.block, to.block + 1).flatMap((block, index) => {
    if (block.kind === 'rule') return [];
    if (block.kind === 'table')
      return block.rows.flatMap((row) =>
        row.flatMap((each) => each.blocks.map((inner) => ({ block: inner, from: 0, to: WHOLE }))),
      );
    const part = {
      block,
      from: index === 0 ? from.offset : 0,
      to: from.block + index === to.block ? to.offset : WHOLE,
    };
    return part.to > part.from ? [part] : [];
  });
}

function cellOf(
  blocks: readonly Block[],
  { table, row, column }: NonNullable<Stretch['cell']>,
): readonly TextBlock[] {
  const found = blocks[table];
  return found?.kind === 'table' ? (found.rows[row]?.[column]?.blocks ?? []) : [];
}

const WHOLE = Number.POSITIVE_INFINITY;
