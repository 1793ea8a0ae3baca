import type { Block } from '../../shared/documents/blocks.ts';
import type { MarkedWords } from '../../shared/documents/markedWords.ts';
import { renderHtml } from '../../shared/documents/renderHtml.ts';
import { textBlocksIn } from '../../shared/documents/tidyBlocks.ts';
import { readingWords as words } from '../../shared/messages/en/reading.ts';
import { SIDES, type Side } from '../../shared/partnerships/sides.ts';

/** A seat as the reading view shows it. */
export interface ReadingSeat {
  readonly id: string;
  readonly name: string;
  readonly side: Side;
}

/**
 * The document's words as HTML below an h1. Mentions of seats tell their side, and tables can be scrolled by
 * keyboard. Every `<` that a person wrote is escaped by then, so that these tags can only be the renderer's own.
 */
export function documentHtml(
  blocks: readonly Block[],
  seats: readonly ReadingSeat[],
  marked: ReadonlyMap<Block, readonly MarkedWords[]> = new Map(),
): string {
  const sides = new Map(seats.map(({ id, side }) => [id, side]));
  return renderHtml(blocks, { headingsFrom: 2, words: { done: words.done, notDone: words.notDone }, marked })
    .replace(/<span class="mention" data-mention="seat:([^"]*)">/g, (tag, id: string) => {
      const side = sides.get(id);
      return side ? `<span class="mention" data-side="${side}">` : tag;
    })
    .replace(/<table>([\s\S]*?)<\/table>/g, (_, rows: string) => tableHtml(rows));
}

/**
 * A table that scrolls by keyboard where it may be too wide, and whose cells know their column, so that a phone can
 * show each row as a list. Roles are written out because browsers forget them where a table is shown as blocks.
 */
function tableHtml(rows: string): string {
  const columns = [...(/^\s*<tr>([\s\S]*?)<\/tr>/.exec(rows)?.[1] ?? '').matchAll(COLUMN)].map(
    ([, html = '']) => html.replace(/<[^>]*>/g, ' ').trim(),
  );
  const told = rows.replace(/<tr>|<(t[hd])( scope="(row|col)")?>/g, tellColumn(columns));
  const scrolls = mayBeTooWide(rows) ? ` role="group" aria-label="${words.table}" tabindex="0"` : '';
  return `<div class="wide"${scrolls}><table role="table">${told}</table></div>`;
}

/** Four columns of usual words fit the page, even in large print: those tables are no stop for the keyboard. */
function mayBeTooWide(rows: string): boolean {
  const columns = rows.split('</tr>', 1)[0]?.match(/<t[hd]/g)?.length ?? 0;
  return columns > 4 || /[^\s<>]{25}/.test(rows.replace(/<[^>]*>/g, ' '));
}

const COLUMN = /<th scope="col">([\s\S]*?)<\/th>/g;

/** Goes through a table's opening tags in order, counting cells from the start of each row. */
function tellColumn(columns: readonly string[]) {
  let at = 0;
  return (_tag: string, cell?: string, scope = '', kind = ''): string => {
    if (!cell) {
      at = 0;
      return '<tr role="row">';
    }
    const column = columns[at++];
    const role = cell === 'td' ? 'cell' : `${kind === 'col' ? 'column' : 'row'}header`;
    const of = column && kind !== 'col' ? ` data-column="${column}"` : '';
    return `<${cell}${scope} role="${role}"${of}>`;
  };
}

/** The seats that the document mentions, by side; sides without any are left out. */
export function seatsMentioned(blocks: readonly Block[], seats: readonly ReadingSeat[]) {
  const mentioned = new Set(
    textBlocksIn(blocks).flatMap(({ runs }) =>
      runs.flatMap(({ mention }) => (mention?.kind === 'seat' ? [mention.id] : [])),
    ),
  );
  return SIDES.map((side) => ({
    side,
    names: seats.filter((seat) => seat.side === side && mentioned.has(seat.id)).map(({ name }) => name),
  })).filter(({ names }) => names.length > 0);
}
