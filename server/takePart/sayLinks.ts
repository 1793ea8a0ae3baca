import type { Block } from '../../shared/documents/blocks.ts';
import type { MarkedWords } from '../../shared/documents/markedWords.ts';
import { escapeHtml } from '../../shared/documents/renderHtml.ts';
import { takePartWords } from '../../shared/messages/en/takePart.ts';
import { fill } from '../../shared/messages/fill.ts';
import { documentHtml } from '../reading/documentHtml.ts';
import { type Paragraph, paragraphsOf } from './paragraphs.ts';

const words = takePartWords.words;

/**
 * Words as HTML below an h2, with a small link after each paragraph to say something about it: `linkTo` gives its
 * address. Whom a mention points at stays here.
 */
export function wordsWithLinks(
  blocks: readonly Block[],
  linkTo: ((paragraph: Paragraph) => string) | undefined,
): string {
  const marked = new Map<Block, readonly MarkedWords[]>();
  for (const paragraph of linkTo ? paragraphsOf(blocks) : [])
    marked.set(paragraph.block, [linkAfter(paragraph, linkTo?.(paragraph) ?? '')]);
  return documentHtml(blocks, [], marked)
    .replace(/<(\/?)h([2-4])/g, (_, slash: string, level: string) => `<${slash}h${Number(level) + 1}`)
    .replace(/ data-mention="[^"]*"/g, '');
}

/** Read out, each link says which paragraph it is about: «Say something» twenty times over says nothing. */
function linkAfter({ number, text }: Paragraph, href: string): MarkedWords {
  const start = text.length > START ? `${text.slice(0, START)}…` : text;
  const about = escapeHtml(fill(words.sayAbout, { words: start }));
  const link = `<a class="say" id="p${number}" href="${escapeHtml(href)}">${words.say}<span class="hear"> ${about}</span></a>`;
  return { from: 0, to: Number.POSITIVE_INFINITY, open: '', close: ` ${link}` };
}

const START = 40;
