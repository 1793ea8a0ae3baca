import { MARKS, type Mark } from '../../../shared/documents/blocks.ts';

const TAGS: Record<string, Mark> = {
  B: 'bold',
  STRONG: 'bold',
  I: 'italic',
  EM: 'italic',
  CITE: 'italic',
  U: 'underline',
  INS: 'underline',
  S: 'strike',
  STRIKE: 'strike',
  DEL: 'strike',
  CODE: 'code',
  KBD: 'code',
  SAMP: 'code',
  TT: 'code',
};

/** Words in here are no words of the page: scripts, styles, controls, pictures, Word's own notes to itself. */
const DROPPED = new Set(
  'SCRIPT STYLE TEMPLATE NOSCRIPT IFRAME OBJECT EMBED SVG MATH CANVAS AUDIO VIDEO IMG PICTURE INPUT SELECT TEXTAREA BUTTON HEAD TITLE META LINK XML'.split(
    ' ',
  ),
);

export function isDropped(element: HTMLElement): boolean {
  const tag = element.tagName.toUpperCase();
  if (DROPPED.has(tag) || tag.startsWith('O:') || tag.startsWith('W:')) return true;
  const style = element.getAttribute('style') ?? '';
  return /display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden/i.test(style);
}

/** The marks inside `element`, given those outside it. Style goes before tag: Google Docs wraps everything in a `b` that is not bold. */
export function marksOf(element: HTMLElement, outside: readonly Mark[]): Mark[] {
  const marks = new Set(outside);
  const tagged = TAGS[element.tagName.toUpperCase()];
  if (tagged) marks.add(tagged);
  const style = element.getAttribute('style') ?? '';
  const weight = /(?:^|;)\s*font-weight\s*:\s*(\w+)/i.exec(style)?.[1];
  if (weight) set(marks, 'bold', /^(bold|bolder|[6-9]00)$/i.test(weight));
  const slant = /(?:^|;)\s*font-style\s*:\s*(\w+)/i.exec(style)?.[1];
  if (slant) set(marks, 'italic', /^(italic|oblique)$/i.test(slant));
  const line = /(?:^|;)\s*text-decoration(?:-line)?\s*:\s*([^;]+)/i.exec(style)?.[1];
  if (line && element.tagName.toUpperCase() !== 'A') {
    if (/underline/i.test(line)) marks.add('underline');
    if (/line-through/i.test(line)) marks.add('strike');
    if (/none/i.test(line)) marks.delete('underline');
  }
  if (element.tagName.toUpperCase() === 'A') marks.delete('underline');
  return MARKS.filter((mark) => marks.has(mark));
}

function set(marks: Set<Mark>, mark: Mark, on: boolean): void {
  if (on) marks.add(mark);
  else marks.delete(mark);
}
