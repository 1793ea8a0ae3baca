import type { Block, BlockKind } from '../documents/blocks.ts';
import { makeTextBlock, tidyBlocks } from '../documents/tidyBlocks.ts';

const KINDS: readonly (readonly [RegExp, BlockKind])[] = [
  [/^### +/, 'heading3'],
  [/^## +/, 'heading2'],
  [/^# +/, 'heading1'],
  [/^[-*•] +/, 'bullet'],
  [/^\d{1,3}[.)] +/, 'number'],
  [/^> +/, 'quote'],
];

/**
 * Blocks from plain text as people type it: a blank line begins a paragraph, a line with a mark of its own (`# `, `- `,
 * `1. `, `> `) is a block of its own, and other lines that follow one another are one paragraph with line breaks.
 */
export function wordsOf(text: string): Block[] {
  const blocks: { kind: BlockKind; lines: string[] }[] = [];
  let open: string[] | null = null;
  for (const line of text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((each) => each.trim())) {
    const [mark, kind] = KINDS.find(([start]) => start.test(line)) ?? [];
    if (line === '') open = null;
    else if (mark && kind) {
      blocks.push({ kind, lines: [line.replace(mark, '')] });
      open = null;
    } else if (open) open.push(line);
    else {
      open = [line];
      blocks.push({ kind: 'paragraph', lines: open });
    }
  }
  return tidyBlocks(blocks.map(({ kind, lines }) => makeTextBlock(kind, [{ text: lines.join('\n') }])));
}
