import { createElement as element, type ReactNode } from 'react';
import type { Block, Mark, Run, TableBlock, TableCell, TextBlock } from '../../../shared/documents/blocks.ts';
import { safeLink } from '../../../shared/documents/links.ts';
import type { List, ListItem } from '../../../shared/documents/lists.ts';
import { headingLevel } from '../../../shared/documents/outline.ts';
import { type Section, sectionsOf } from '../../../shared/documents/sections.ts';
import { recordWords as words } from '../../../shared/messages/en/decisionPage.ts';
import './words.css';

export interface BlockWordsProps {
  readonly blocks: readonly Block[];
  /** The level of the words' first level of heading. */
  readonly headingsFrom?: 3 | 4;
}

/**
 * The exact words of a version, to read: paragraphs, headings, lists and tables as they are in the document. They are
 * fixed and have no names, so that their parts are given to React in their places, without keys.
 */
export function BlockWords({ blocks, headingsFrom = 3 }: BlockWordsProps) {
  const parts = sectionsOf(blocks).map((section) => sectionOf(section, headingsFrom));
  return element('div', { className: 'block-words' }, ...parts);
}

function sectionOf(section: Section, headingsFrom: number): ReactNode {
  switch (section.is) {
    case 'words':
      return lineOf(section.block, headingsFrom);
    case 'quote':
      return element('blockquote', null, ...section.blocks.map(paragraph));
    case 'lists':
      return element('div', null, ...section.lists.map(listOf));
    case 'table':
      return tableOf(section.table);
    case 'rule':
      return <hr />;
  }
}

function lineOf(block: TextBlock, headingsFrom: number): ReactNode {
  const level = headingLevel(block.kind);
  if (level === undefined || block.runs.length === 0) return paragraph(block);
  return element(`h${Math.min(headingsFrom + level - 1, 6)}`, { dir: 'auto' }, ...block.runs.map(runOf));
}

function paragraph({ runs }: TextBlock): ReactNode {
  return runs.length === 0 ? null : element('p', { dir: 'auto' }, ...runs.map(runOf));
}

function listOf({ kind, items }: List): ReactNode {
  const css = kind === 'check' ? { className: 'checks' } : null;
  return element(kind === 'number' ? 'ol' : 'ul', css, ...items.map(itemOf));
}

function itemOf({ block, inner }: ListItem): ReactNode {
  const tick = block.checked ? words.text.done : words.text.notDone;
  return element(
    'li',
    { dir: 'auto' },
    block.kind === 'check' && <span className="tick">{tick} </span>,
    ...block.runs.map(runOf),
    ...inner.map(listOf),
  );
}

function tableOf({ rows }: TableBlock): ReactNode {
  const lines = rows.map((cells, row) => {
    const scope = row === 0 && cells.every(({ header }) => header) ? 'col' : 'row';
    return element('tr', null, ...cells.map((cell) => cellOf(cell, scope)));
  });
  return (
    <div className="block-table">
      <table>{element('tbody', null, ...lines)}</table>
    </div>
  );
}

/** A header that says nothing is none: a corner, say. */
function cellOf({ header, blocks }: TableCell, scope: 'col' | 'row'): ReactNode {
  const says = header && blocks.some(({ runs }) => runs.length > 0);
  return element(says ? 'th' : 'td', says ? { scope } : null, ...blocks.map(paragraph));
}

const TAGS: Record<Mark, string> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
};

function runOf({ text, marks = [], link }: Run): ReactNode {
  const marked = marks.reduce<ReactNode>((inner, mark) => element(TAGS[mark], null, inner), text);
  const address = safeLink(link);
  if (address === undefined) return marked;
  return (
    <a href={address} rel="nofollow noopener noreferrer">
      {marked}
    </a>
  );
}
