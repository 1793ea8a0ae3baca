import {
  counts,
  type DocumentRights,
  type Holding,
  linesNaming,
  type Right,
  type RightLine,
  rightOf,
} from '../access.ts';

/** Why someone has the right that they have in a document: a line that names a seat or role of theirs. */
export interface Because {
  readonly line: RightLine;
  /** `withheld` is a line that would give something, if the document were not as sensitive as it is. */
  readonly effect: 'gives' | 'gives_nothing' | 'withheld';
}

/**
 * What someone may do in a document, and the lines that make it so. With a right these are the lines that give
 * just that one; without, every line that names them. None at all means that nothing of theirs is named.
 */
export function explainAccess(holder: Holding, rights: DocumentRights): { right: Right; because: Because[] } {
  const right = rightOf(holder, rights);
  const mine = linesNaming(holder, rights.lines);
  if (right === 'none') return { right, because: mine.map((line) => ({ line, effect: lackOf(line) })) };
  const giving = mine.filter((line) => line.right === right && counts(line, rights.sensitivity));
  return { right, because: giving.map((line) => ({ line, effect: 'gives' })) };
}

function lackOf(line: RightLine): Because['effect'] {
  return line.right === 'none' ? 'gives_nothing' : 'withheld';
}
