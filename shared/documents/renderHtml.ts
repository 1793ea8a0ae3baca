import { type Block, isListKind, type Mark, type Run, type TableBlock, type TextBlock } from './blocks.ts';
import { safeLink } from './links.ts';
import type { List, ListItem } from './lists.ts';
import { type MarkedWords, withMarks } from './markedWords.ts';
import { headingLevel, outline } from './outline.ts';
import { type Section, sectionsOf } from './sections.ts';

export interface HtmlOptions {
  /** The level of the document's first level of heading: 2 makes `heading1` an h2. */
  readonly headingsFrom: number;
  /** What is said before a ticked and an unticked item of a check list. */
  readonly words: { readonly done: string; readonly notDone: string };
  /** Stretches of words in these very blocks that something is put round. */
  readonly marked?: ReadonlyMap<Block, readonly MarkedWords[]>;
}

const TAGS: Record<Mark, string> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
};

/**
 * The document as a piece of HTML for a page: every word escaped, only allowed links, nested lists, tables
 * with their headers' scope, and headings with the ids of `outline`. Blocks that say nothing are left out.
 */
export function renderHtml(blocks: readonly Block[], options: HtmlOptions): string {
  const ids = new Map(outline(blocks).map(({ index, id }) => [index, id]));
  return sectionsOf(blocks)
    .map((section) => sectionHtml(section, ids, options))
    .join('');
}

function sectionHtml(section: Section, ids: ReadonlyMap<number, string>, options: HtmlOptions): string {
  switch (section.is) {
    case 'words':
      return wordsHtml(section.block, ids.get(section.index), options);
    case 'quote': {
      const inner = section.blocks.map((block) => paragraph(block, options)).join('');
      return inner && `<blockquote>${inner}</blockquote>\n`;
    }
    case 'lists':
      return section.lists.map((list) => listHtml(list, options)).join('');
    case 'table':
      return tableHtml(section.table, options);
    case 'rule':
      return '<hr>\n';
  }
}

function wordsHtml(block: TextBlock, id: string | undefined, options: HtmlOptions): string {
  const level = headingLevel(block.kind);
  if (level === undefined) return paragraph(block, options);
  if (id === undefined) return '';
  const tag = `h${Math.min(options.headingsFrom + level - 1, 6)}`;
  return `<${tag} id="${escapeHtml(id)}"${direction(block.runs)}>${wordsOf(block, options)}</${tag}>\n`;
}

function paragraph(block: TextBlock, options: HtmlOptions): string {
  return block.runs.length > 0 ? `<p${direction(block.runs)}>${wordsOf(block, options)}</p>\n` : '';
}

function listHtml({ kind, items }: List, options: HtmlOptions): string {
  const tag = kind === 'number' ? 'ol' : 'ul';
  const css = kind === 'check' ? ' class="checks"' : '';
  return `<${tag}${css}>\n${items.map((item) => itemHtml(item, options)).join('')}</${tag}>\n`;
}

function itemHtml({ block, inner }: ListItem, options: HtmlOptions): string {
  const nested = inner.map((list) => listHtml(list, options)).join('');
  const words = wordsOf(block, options);
  const way = direction(block.runs);
  if (block.kind !== 'check') return `<li${way}>${words}${nested}</li>\n`;
  const { done, notDone } = options.words;
  const said = `<span class="tick">${escapeHtml(block.checked ? done : notDone)}</span> `;
  return `<li data-checked="${block.checked === true}"${way}>${said}${words}${nested}</li>\n`;
}

function tableHtml({ rows }: TableBlock, options: HtmlOptions): string {
  const rowsHtml = rows.map((cells, row) => {
    const wholeRow = cells.every(({ header }) => header);
    const cellsHtml = cells.map(({ header, blocks }) => {
      const scope = wholeRow && row === 0 ? 'col' : 'row';
      const words = cellHtml(blocks, options);
      // A header that says nothing is none: a corner, say, or a column still to be named.
      return header && words !== '' ? `<th scope="${scope}">${words}</th>` : `<td>${words}</td>`;
    });
    return `<tr>${cellsHtml.join('')}</tr>\n`;
  });
  return `<table>\n${rowsHtml.join('')}</table>\n`;
}

/** One plain paragraph stands in its cell bare, unless it runs right to left. A heading in a cell is bold words, so that it leaves the outline alone. */
function cellHtml(blocks: readonly TextBlock[], options: HtmlOptions): string {
  const [only, ...more] = blocks;
  const bare = only && more.length === 0 && only.kind === 'paragraph' && direction(only.runs) === '';
  if (bare) return wordsOf(only, options);
  const plain = blocks.map(
    (block): TextBlock =>
      isListKind(block.kind) || block.kind === 'quote' || headingLevel(block.kind) === undefined
        ? block
        : {
            kind: 'paragraph',
            runs: block.runs.map((run) => ({
              ...run,
              marks: [...new Set([...(run.marks ?? []), 'bold' as const])],
            })),
          },
  );
  return renderHtml(plain, options);
}

/** Right-to-left words (Urdu, Arabic, Hebrew) lie as their language does; where all run left to right nothing is said. */
function direction(runs: readonly Run[]): string {
  const strong = runs.map(({ text }) => STRONG.exec(text)?.[0]).find((letter) => letter !== undefined);
  return strong !== undefined && RIGHT_TO_LEFT.test(strong) ? ' dir="rtl"' : '';
}

const STRONG = /\p{L}/u;
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

function wordsOf(block: TextBlock, { marked }: HtmlOptions): string {
  const marks = marked?.get(block);
  return marks ? withMarks(block, marks, runsHtml) : runsHtml(block.runs);
}

function runsHtml(runs: readonly Run[]): string {
  return runs.map(runHtml).join('');
}

function runHtml({ text, marks = [], link, mention }: Run): string {
  let html = escapeHtml(text).replaceAll('\n', '<br>');
  for (const mark of marks) html = `<${TAGS[mark]}>${html}</${TAGS[mark]}>`;
  if (mention)
    html = `<span class="mention" data-mention="${mention.kind}:${escapeHtml(mention.id)}">${html}</span>`;
  const address = safeLink(link);
  return address === undefined
    ? html
    : `<a href="${escapeHtml(address)}" rel="nofollow noopener noreferrer">${html}</a>`;
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that is safe between tags and inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] as string);
}
