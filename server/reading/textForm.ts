import type { Block, BlockKind } from '../../shared/documents/blocks.ts';
import { section } from '../../shared/documents/compose.ts';

const LOWERED: Partial<Record<BlockKind, BlockKind>> = { heading1: 'heading2', heading2: 'heading3' };

/** A document as one text with its title as the first heading, the others a level below it. */
export function textForm(
  render: (blocks: readonly Block[]) => string,
  title: string,
  blocks: readonly Block[],
): string {
  return render([section(title), ...blocks.map(lowered)]);
}

function lowered(block: Block): Block {
  if (block.kind === 'rule' || block.kind === 'table') return block;
  return { ...block, kind: LOWERED[block.kind] ?? block.kind };
}
