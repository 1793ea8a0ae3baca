import { type Doc, XmlElement, XmlText } from 'yjs';
import type { Block, Run, TextBlock } from './blocks.ts';
import { WORDS_ROOT } from './readText.ts';
import { bitsOfMarks } from './runs.ts';
import { makeTextBlock, tidyBlocks } from './tidyBlocks.ts';

/**
 * Writes `blocks` after what `doc` already says, in the very form that the editor writes, as one
 * transaction with `origin`. No blocks at all write one empty paragraph, so that there is a place to type.
 */
export function writeBlocks(doc: Doc, blocks: readonly Block[], origin: unknown = null): void {
  const tidy = tidyBlocks(blocks);
  doc.transact(() => {
    doc
      .get(WORDS_ROOT, XmlElement)
      .push(tidy.length > 0 ? tidy.map(elementOf) : [elementOf(makeTextBlock('paragraph', []))]);
  }, origin);
}

function elementOf(block: Block): XmlElement {
  if (block.kind === 'rule') return new XmlElement('horizontalrule');
  if (block.kind !== 'table') return textElement(block);
  return withChildren(
    new XmlElement('table'),
    block.rows.map((cells) =>
      withChildren(
        new XmlElement('tablerow'),
        cells.map(({ header, blocks }) => {
          const cell = withChildren(new XmlElement('tablecell'), blocks.map(textElement));
          if (header) setAttribute(cell, '__headerState', 1);
          return cell;
        }),
      ),
    ),
  );
}

/** A block of words in the very form that the editor writes, to be put into a document. */
export function textElement({ kind, runs, indent, checked }: TextBlock): XmlElement {
  const element = withChildren(new XmlElement('block'), childrenOf(runs));
  if (kind !== 'paragraph') setAttribute(element, '__kind', kind);
  if (indent) setAttribute(element, '__indent', indent);
  if (checked) setAttribute(element, '__checked', true);
  return element;
}

/** Words between line breaks are one text each; a line break is an element of its own. */
function childrenOf(runs: readonly Run[]): (XmlElement | XmlText)[] {
  const children: (XmlElement | XmlText)[] = [];
  let stretch: Run[] = [];
  const close = () => {
    if (stretch.length > 0) children.push(textOf(stretch));
    stretch = [];
  };
  for (const run of runs) {
    for (const [index, text] of run.text.split('\n').entries()) {
      if (index > 0) {
        close();
        children.push(new XmlElement('linebreak'));
      }
      if (text !== '') stretch.push({ ...run, text });
    }
  }
  close();
  return children;
}

/** `i` keeps two runs apart that Yjs would join; the editor numbers its runs so too. */
function textOf(runs: readonly Run[]): XmlText {
  const text = new XmlText();
  text.applyDelta(
    runs.map((run, i) => {
      const bits = bitsOfMarks(run.marks);
      const properties = { ...(bits > 0 && { __format: bits }), ...(run.mention && { __mode: 1 }) };
      return {
        insert: run.text,
        attributes: {
          ...(Object.keys(properties).length > 0 && { p: properties }),
          ...(run.link !== undefined && { s_link: run.link }),
          ...(run.mention && { s_mention: { ...run.mention } }),
          ...(i > 0 && { i }),
        },
      };
    }),
  );
  return text;
}

function withChildren(element: XmlElement, children: (XmlElement | XmlText)[]): XmlElement {
  if (children.length > 0) element.insert(0, children);
  return element;
}

/** Yjs types attributes as strings; the editor stores numbers and booleans as they are. */
function setAttribute(element: XmlElement, name: string, value: string | number | boolean): void {
  element.setAttribute(name, value as string);
}
