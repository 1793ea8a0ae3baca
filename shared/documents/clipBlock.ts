import type { Run, TextBlock } from './blocks.ts';
import { makeTextBlock } from './tidyBlocks.ts';

/** The block with only its characters from `from` up to, not including, `to`; its kind, indent and tick stay. */
export function clipBlock(block: TextBlock, from: number, to: number): TextBlock {
  let at = 0;
  const runs = block.runs.flatMap((run): Run[] => {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += run.text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
  return makeTextBlock(block.kind, runs, block.indent, block.checked);
}
