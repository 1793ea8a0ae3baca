import type { Decision } from '../../shared/decisions/decision.ts';
import { type LineChange, wordsChanged } from '../../shared/decisions/wordsChanged.ts';
import type { Block } from '../../shared/documents/blocks.ts';
import { noticesWords } from '../../shared/messages/en/notices.ts';
import { fill } from '../../shared/messages/fill.ts';

const words = noticesWords.amended;

/** A mail is not the place for a long document. */
const MOST_LINES = 30;

/** What a version changed, line by line, in words. `texts` has the words of every version, by their hash. */
export function changedLines(
  decision: Decision,
  version: number,
  texts: ReadonlyMap<string, readonly Block[]>,
): string[] {
  const textOf = (number: number) =>
    texts.get(decision.versions.find((each) => each.number === number)?.hash ?? '') ?? [];
  const lines = wordsChanged(textOf(version - 1), textOf(version)).flatMap(sayLine);
  return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), words.more] : lines;
}

function sayLine({ how, pieces }: LineChange): string[] {
  const { was, now, added, removed } = words;
  const textWithout = (left: 'added' | 'removed') =>
    pieces.flatMap((piece) => (piece.how === left ? [] : [piece.text])).join('');
  switch (how) {
    case 'same':
      return [];
    case 'added':
      return [fill(added, { line: textWithout('removed') })];
    case 'removed':
      return [fill(removed, { line: textWithout('added') })];
    case 'changed':
      return [fill(was, { line: textWithout('added') }), fill(now, { line: textWithout('removed') })];
  }
}
