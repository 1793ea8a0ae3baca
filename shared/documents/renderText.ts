import type { Block, TableBlock, TextBlock } from './blocks.ts';
import type { List } from './lists.ts';
import { type Section, sectionsOf } from './sections.ts';

/** The document as plain text: an empty line between its parts, markers before list items, a line for each table row. */
export function renderText(blocks: readonly Block[]): string {
  const parts = sectionsOf(blocks).map(sectionText).filter(Boolean);
  return parts.length > 0 ? `${parts.join('\n\n')}\n` : '';
}

function sectionText(section: Section): string {
  switch (section.is) {
    case 'words':
      return words(section.block);
    case 'quote':
      return section.blocks.map((block) => indented(words(block), '> ')).join('\n');
    case 'lists':
      return section.lists.map((list) => listText(list)).join('\n');
    case 'table':
      return tableText(section.table);
    case 'rule':
      return '* * *';
  }
}

function listText({ kind, items }: List): string {
  return items
    .map(({ block, inner }, index) => {
      const marker =
        { number: `${index + 1}. `, check: block.checked ? '[x] ' : '[ ] ' }[kind as string] ?? '- ';
      const [first = '', ...more] = words(block).split('\n');
      const rest = [...more, ...inner.flatMap((list) => listText(list).split('\n'))];
      return [marker + first, ...rest.map((line) => ' '.repeat(marker.length) + line)].join('\n');
    })
    .join('\n');
}

function tableText({ rows }: TableBlock): string {
  return rows
    .map((row) =>
      row
        .map((cell) =>
          renderText(cell.blocks)
            .trim()
            .replace(/\s*\n\s*/g, ' / '),
        )
        .join(' | '),
    )
    .join('\n');
}

function words(block: TextBlock): string {
  return block.runs
    .map(({ text, link }) => (link === undefined || link.endsWith(text) ? text : `${text} (${link})`))
    .join('');
}

function indented(text: string, by: string): string {
  return text
    .split('\n')
    .map((line) => by + line)
    .join('\n');
}
