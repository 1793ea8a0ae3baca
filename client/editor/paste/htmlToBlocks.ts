import type { Block, BlockKind, Mark, Run, TableCell, TextBlock } from '../../../shared/documents/blocks.ts';
import { safeLink } from '../../../shared/documents/links.ts';
import { makeTable, makeTextBlock, textBlocksIn } from '../../../shared/documents/tidyBlocks.ts';
import { isDropped, marksOf } from './inlineMarks.ts';
import { type WordList, withoutMarker, wordListOf } from './wordLists.ts';

const HEADINGS: Record<string, BlockKind> = {
  H1: 'heading1',
  H2: 'heading2',
  H3: 'heading3',
  H4: 'heading3',
  H5: 'heading3',
  H6: 'heading3',
};
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR HTML LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);
const MOST_DEPTH = 200;

interface Place {
  readonly kind: BlockKind;
  readonly indent: number;
  readonly checked: boolean;
  readonly marks: readonly Mark[];
  readonly link: string | undefined;
  readonly keepsSpace: boolean;
}

const PLAIN: Place = {
  kind: 'paragraph',
  indent: 0,
  checked: false,
  marks: [],
  link: undefined,
  keepsSpace: false,
};

/**
 * What a piece of foreign HTML (from Word, Google Docs, a web page) says, as neutral blocks: headings, lists, check
 * lists, quotes, tables, rules, bold, italic, underline, strike, code and allowed links. Everything else is dropped
 * and its words are kept. The document is only read, never shown, so nothing in it runs.
 */
export function htmlToBlocks(document: Document): Block[] {
  const blocks: Block[] = [];
  let runs: Run[] = [];
  let open: Place | undefined;

  const close = () => {
    const trimmed = trimRuns(runs, open?.keepsSpace ?? false);
    if (open && trimmed.length > 0) blocks.push(makeTextBlock(open.kind, trimmed, open.indent, open.checked));
    runs = [];
    open = undefined;
  };

  const say = (text: string, place: Place) => {
    const words = place.keepsSpace ? text.replace(/\r\n?/g, '\n') : text.replace(/[ \t\r\n\f]+/g, ' ');
    const last = runs.at(-1)?.text;
    const fresh =
      (last === undefined || /[ \n]$/.test(last)) && !place.keepsSpace ? words.replace(/^ /, '') : words;
    if (fresh === '') return;
    open ??= place;
    // A heading is bold by being one.
    const marks = place.kind.startsWith('heading')
      ? place.marks.filter((mark) => mark !== 'bold')
      : place.marks;
    runs.push({ text: fresh, marks, ...(place.link !== undefined && { link: place.link }) });
  };

  const walk = (node: Node, place: Place, depth: number) => {
    if (depth > MOST_DEPTH) return;
    if (node.nodeType === 3) return say(node.nodeValue ?? '', place);
    if (node.nodeType !== 1) return;
    const element = node as HTMLElement;
    const tag = element.tagName.toUpperCase();
    if (isDropped(element)) return;
    if (tag === 'BR') {
      if (open) runs.push({ text: '\n' });
      return;
    }
    const inner = { ...place, ...inlineOf(element, place) };
    if (!BLOCKS.has(tag)) return walkAll(element, inner, depth);
    close();
    if (tag === 'HR') blocks.push({ kind: 'rule' });
    else if (tag === 'TABLE') blocks.push(...tableOf(element));
    else walkAll(element, placeIn(element, tag, inner), depth);
    close();
  };
  const walkAll = (element: Element, place: Place, depth: number) => {
    for (const child of element.childNodes) walk(child, place, depth + 1);
  };

  walk(document.body, PLAIN, 0);
  close();
  return blocks;
}

function inlineOf(element: HTMLElement, place: Place): Pick<Place, 'marks' | 'link' | 'keepsSpace'> {
  const tag = element.tagName.toUpperCase();
  return {
    marks: marksOf(element, place.marks),
    link: tag === 'A' ? safeLink(element.getAttribute('href')) : place.link,
    keepsSpace: place.keepsSpace || tag === 'PRE' || /pre/.test(element.style?.whiteSpace ?? ''),
  };
}

/** What a block element makes of the words in it. */
function placeIn(element: HTMLElement, tag: string, place: Place): Place {
  const heading = HEADINGS[tag] ?? wordHeading(element);
  if (heading && place.kind === 'paragraph') return { ...place, kind: heading };
  if (tag === 'BLOCKQUOTE' && place.kind === 'paragraph') return { ...place, kind: 'quote' };
  if (tag === 'LI') return itemIn(element, place);
  const list = wordListOf(element);
  return list ? wordItem(element, list, place) : place;
}

function itemIn(element: HTMLElement, place: Place): Place {
  const box = element.querySelector(
    ':scope > input[type="checkbox"], :scope > p > input[type="checkbox"], :scope > label > input[type="checkbox"]',
  );
  const role = element.getAttribute('role');
  const depth = depthOf(element);
  if (box || role === 'checkbox')
    return {
      ...place,
      kind: 'check',
      indent: depth,
      checked: element.getAttribute('aria-checked') === 'true' || box?.hasAttribute('checked') === true,
    };
  const ordered = element.parentElement?.tagName.toUpperCase() === 'OL';
  return { ...place, kind: ordered ? 'number' : 'bullet', indent: depth, checked: false };
}

function depthOf(element: Element): number {
  const told = Number(element.getAttribute('aria-level'));
  if (Number.isInteger(told) && told > 0) return told - 1;
  let depth = -1;
  for (let at: Element | null = element; at; at = at.parentElement)
    if (/^(UL|OL)$/i.test(at.tagName)) depth += 1;
  return Math.max(depth, 0);
}

function wordItem(element: HTMLElement, { ordered, level }: WordList, place: Place): Place {
  withoutMarker(element);
  return { ...place, kind: ordered ? 'number' : 'bullet', indent: level };
}

function wordHeading(element: Element): BlockKind | undefined {
  const level = /^Mso(?:Heading|Title)([1-9])?$/i.exec(element.classList.item(0) ?? '');
  return level ? (HEADINGS[`H${level[1] ?? 1}`] ?? 'heading3') : undefined;
}

function tableOf(table: Element): Block[] {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
  const read = makeTable(rows.map((row) => [...row.children].filter(isCell).map(cellOf)));
  return read ? [read] : [];
}

function isCell(element: Element): boolean {
  return /^(TD|TH)$/i.test(element.tagName);
}

function cellOf(cell: Element): TableCell {
  const blocks: TextBlock[] = textBlocksIn(htmlToBlocks({ body: cell } as unknown as Document));
  return { header: /^TH$/i.test(cell.tagName), blocks };
}

function trimRuns(runs: readonly Run[], keepsSpace: boolean): Run[] {
  const trimmed = [...runs];
  const space = keepsSpace ? /^\n+|\n+$/g : /\s+$/;
  for (let last = trimmed.at(-1); last; last = trimmed.at(-1)) {
    const text = last.text.replace(space, '');
    if (text !== '') {
      trimmed[trimmed.length - 1] = { ...last, text };
      break;
    }
    trimmed.pop();
  }
  return trimmed.map((run) => ({ ...run, text: run.text.replaceAll('\u00a0', ' ') }));
}
