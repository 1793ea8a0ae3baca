import type { Block, Run, TableBlock, TextBlock } from './blocks.ts';
import { safeLink } from './links.ts';
import type { List } from './lists.ts';
import { headingLevel } from './outline.ts';
import { type Section, sectionsOf } from './sections.ts';

/**
 * The document as Markdown (CommonMark with GitHub's tables, task lists and strike-through). Every
 * character that Markdown would read as its own is escaped, so that the words come out as they went in.
 */
export function renderMarkdown(blocks: readonly Block[]): string {
  const parts = sectionsOf(blocks).map(sectionMarkdown).filter(Boolean);
  return parts.length > 0 ? `${parts.join('\n\n')}\n` : '';
}

function sectionMarkdown(section: Section): string {
  switch (section.is) {
    case 'words': {
      const level = headingLevel(section.block.kind);
      const words = inline(section.block.runs, level === undefined ? '\\\n' : ' ');
      return level === undefined || words === '' ? words : `${'#'.repeat(level)} ${words}`;
    }
    case 'quote':
      return section.blocks.map((block) => prefixed(inline(block.runs, '\\\n'), '> ')).join('\n>\n');
    case 'lists':
      return listsMarkdown(section.lists);
    case 'table':
      return tableMarkdown(section.table);
    case 'rule':
      return '---';
  }
}

/** Two lists of one marker that follow each other would be read as one: an empty comment keeps them apart. */
function listsMarkdown(lists: readonly List[]): string {
  return lists.map(listMarkdown).join('\n\n<!-- -->\n\n');
}

function listMarkdown({ kind, items }: List): string {
  return items
    .map(({ block, inner }, index) => {
      const marker = kind === 'number' ? `${index + 1}. ` : '- ';
      const tick = kind === 'check' ? `[${block.checked ? 'x' : ' '}] ` : '';
      const words = inline(block.runs, '\\\n') || '<!-- -->';
      const nested = inner.length > 0 ? `\n${listsMarkdown(inner)}` : '';
      return marker + (tick + words + nested).replaceAll('\n', `\n${' '.repeat(marker.length)}`);
    })
    .join('\n');
}

function tableMarkdown({ rows }: TableBlock): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const cells = rows.map((row) =>
    [...row.map((cell) => cellMarkdown(cell.blocks)), ...Array(columns).fill('')].slice(0, columns),
  );
  const hasHead = rows[0]?.every(({ header }) => header) === true;
  const [head, ...body] = hasHead ? cells : [Array<string>(columns).fill(''), ...cells];
  const line = (row: readonly string[] = []) => `| ${row.join(' | ')} |`;
  return [line(head), line(Array<string>(columns).fill('---')), ...body.map(line)].join('\n');
}

function cellMarkdown(blocks: readonly TextBlock[]): string {
  const markers = { bullet: '• ', number: '• ', check: '☐ ' } as Record<string, string>;
  return blocks
    .map((block) => (block.checked ? '☑ ' : (markers[block.kind] ?? '')) + inline(block.runs, '<br>'))
    .join('<br>');
}

function prefixed(text: string, by: string): string {
  return text.replace(/^/gm, by);
}

function inline(runs: readonly Run[], lineBreak: string): string {
  const pieces = runs.map((run) => runMarkdown(run));
  const joined = pieces
    .map((piece, index) =>
      index > 0 && clash(pieces[index - 1] as string, piece) ? `<!-- -->${piece}` : piece,
    )
    .join('');
  return joined
    .replace(/^[ \t]+|[ \t]+$/gm, '')
    .replace(/^([#+=-]|\d+[.)])/gm, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`)
    .replaceAll('\n', lineBreak);
}

/** Whether two neighbours' delimiters would be read together, or would no longer open and close. */
function clash(before: string, after: string): boolean {
  const [last, first] = [before.at(-1) ?? ' ', after[0] ?? ' '];
  const delimiter = /[*~`>]/;
  return (delimiter.test(last) && /[^\s<]/.test(first)) || (delimiter.test(first) && /[^\s>]/.test(last));
}

function runMarkdown({ text, marks = [], link }: Run): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (words === '') return text;
  let inner = marks.includes('code') ? codeSpan(words) : escapeMarkdown(words);
  if (marks.includes('strike')) inner = `~~${inner}~~`;
  if (marks.includes('underline')) inner = `<u>${inner}</u>`;
  if (marks.includes('italic')) inner = `*${inner}*`;
  if (marks.includes('bold')) inner = `**${inner}**`;
  const address = safeLink(link);
  if (address !== undefined) inner = `[${inner}](<${address.replace(/[<>]/g, encodeURIComponent)}>)`;
  return before + inner + after;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>~|&!$]/g, '\\$&');
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${pad}${text.replaceAll('\n', ' ').replaceAll('|', '\\|')}${pad}${fence}`;
}
