import { passagesWords } from '../messages/en/passages.ts';
import { many, say } from './say.ts';
import type { Piece } from './wordPieces.ts';
import { countChanged, isUnchanged, type LineChange, type LineNote } from './wordsChanged.ts';

const words = passagesWords.changes;

/**
 * A comparison as plain text, for mails and for those who listen: only the lines that differ, each with what was taken
 * out and put in said in words, never by signs alone.
 */
export function changesText(changes: readonly LineChange[]): string {
  if (isUnchanged(changes)) return words.none;
  return changes
    .filter(({ how }) => how !== 'same')
    .map(lineText)
    .join('\n\n');
}

/** How much differs, in a few words: "3 words differ". */
export function howMuchChanged(changes: readonly LineChange[]): string {
  if (isUnchanged(changes)) return words.none;
  const count = countChanged(changes);
  return count === 0 ? words.countNone : many(count, [words.count_one, words.count_other]);
}

/** What differs in a line beside its words, in words. */
export function noteText(note: LineNote): string {
  if (note.what !== 'kind') return words[note.what];
  return say(words.kind, { before: words.lineKind[note.before], now: words.lineKind[note.now] });
}

function lineText({ how, kind, notes, pieces }: LineChange): string {
  const text =
    how === 'changed' ? pieces.map(pieceText).join('') : pieces.map((piece) => piece.text).join('');
  const what = [LINE[how], ...(text === '' ? [words.lineKind[kind]] : []), ...notes.map(noteText)].join(', ');
  return text === '' ? what : `${what}: ${text}`;
}

function pieceText({ how, text }: Piece): string {
  return how === 'same' ? text : `[${say(words[how], { text })}]`;
}

const LINE = {
  same: words.lineSame,
  added: words.lineAdded,
  removed: words.lineRemoved,
  changed: words.lineChanged,
} as const;
