import type { Block, BlockKind } from './blocks.ts';
import { textOfRuns } from './runs.ts';

export interface OutlineEntry {
  /** Unique in the document, and safe as an element's id. */
  readonly id: string;
  readonly level: 1 | 2 | 3;
  readonly text: string;
  /** The heading's place among the document's blocks. */
  readonly index: number;
}

const LEVELS: Partial<Record<BlockKind, 1 | 2 | 3>> = { heading1: 1, heading2: 2, heading3: 3 };

export function headingLevel(kind: Block['kind']): 1 | 2 | 3 | undefined {
  return LEVELS[kind as BlockKind];
}

/** The document's headings in order, without those that say nothing. Ids come from the words, numbered where they repeat. */
export function outline(blocks: readonly Block[]): OutlineEntry[] {
  const taken = new Set<string>();
  return blocks.flatMap((block, index) => {
    const level = headingLevel(block.kind);
    if (level === undefined || block.kind === 'rule' || block.kind === 'table') return [];
    const text = textOfRuns(block).replace(/\s+/g, ' ').trim();
    return text === '' ? [] : [{ id: freeId(text, taken), level, text, index }];
  });
}

function freeId(text: string, taken: Set<string>): string {
  const slug = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const base = `h-${slug || 'heading'}`;
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  taken.add(id);
  return id;
}
