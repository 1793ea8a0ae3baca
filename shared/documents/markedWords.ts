import type { Run, TextBlock } from './blocks.ts';
import { clipBlock } from './clipBlock.ts';

/** Characters of a block, and the HTML before and behind them. */
export interface MarkedWords {
  readonly from: number;
  readonly to: number;
  readonly open: string;
  readonly close: string;
}

/** The block's words as HTML with its marks round them. Of two that lie over each other the first is drawn whole, the second where it is left. */
export function withMarks(
  block: TextBlock,
  marks: readonly MarkedWords[],
  htmlOf: (runs: readonly Run[]) => string,
): string {
  const part = (from: number, to: number) => htmlOf(clipBlock(block, from, to).runs);
  let html = '';
  let at = 0;
  for (const { from, to, open, close } of [...marks].sort((one, other) => one.from - other.from)) {
    const start = Math.max(from, at);
    const end = Math.max(start, to);
    html += `${part(at, start)}${open}${part(start, end)}${close}`;
    at = end;
  }
  return html + part(at, Number.POSITIVE_INFINITY);
}
