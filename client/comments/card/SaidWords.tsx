import { createElement as element, type ReactNode } from 'react';
import { MENTION } from '../said.ts';

/** The words of a comment: a paragraph for each line, with whom it names. They have no names but their places. */
export function SaidWords({ words }: { readonly words: string }) {
  const lines = words.split(/\n+/).filter((line) => line.trim() !== '');
  return element('div', { className: 'said-words' }, ...lines.map(paragraph));
}

function paragraph(line: string): ReactNode {
  // Every second part is a name.
  const parts = line.split(MENTION).map((part, at) => (at % 2 ? <b key={part}>@{part}</b> : part));
  return element('p', { dir: 'auto' }, ...parts);
}
