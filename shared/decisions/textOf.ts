import type { Block, TextBlock } from '../documents/blocks.ts';
import { textOfRuns } from '../documents/runs.ts';

const MARKS: Partial<Record<TextBlock['kind'], string>> = {
  heading1: '# ',
  heading2: '## ',
  heading3: '### ',
  bullet: '- ',
  number: '1. ',
  check: '- ',
  quote: '> ',
};

/**
 * Words as people type them, the way back from what they typed: a blank line between paragraphs, a mark before headings
 * and lines of lists. What plain text can't hold (tables, bold) comes as its words alone.
 */
export function textOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap(linesOf)
    .map(({ text, listed }, index, all) => {
      const together = listed && all[index - 1]?.listed;
      return `${index === 0 ? '' : together ? '\n' : '\n\n'}${text}`;
    })
    .join('');
}

function linesOf(block: Block): { text: string; listed: boolean }[] {
  if (block.kind === 'rule') return [];
  if (block.kind === 'table')
    return block.rows.map((cells) => ({
      text: cells.map(({ blocks }) => blocks.map(textOfRuns).join(' ')).join(' | '),
      listed: false,
    }));
  const listed = block.kind === 'bullet' || block.kind === 'number' || block.kind === 'check';
  const text = textOfRuns(block);
  const mark = MARKS[block.kind] ?? '';
  // A line with a mark of its own is one line: a break within it would begin a paragraph.
  return text.trim() === ''
    ? []
    : [{ text: `${mark}${mark === '' ? text : text.replace(/\n/g, ' ')}`, listed }];
}
