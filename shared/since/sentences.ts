import { diffArrays } from 'diff';
import { type LineChange, wordsChanged } from '../decisions/wordsChanged.ts';
import type { Block } from '../documents/blocks.ts';

/** One sentence that is new, gone, or says something else now. */
export type SentenceChange =
  | { readonly how: 'added'; readonly now: string }
  | { readonly how: 'removed'; readonly was: string }
  | { readonly how: 'changed'; readonly was: string; readonly now: string };

/** What changed from one text to another, sentence by sentence, in the order in which it is read. */
export function sentencesChanged(before: readonly Block[], now: readonly Block[]): SentenceChange[] {
  return wordsChanged(before, now).flatMap(inLine);
}

function inLine({ how, pieces }: LineChange): SentenceChange[] {
  if (how === 'same') return [];
  const without = (left: 'added' | 'removed') =>
    sentencesOf(pieces.flatMap((piece) => (piece.how === left ? [] : [piece.text])).join(''));
  return paired(without('added'), without('removed'));
}

/** Sentences that go and come at the same place stand together: the same sentence, said otherwise. */
function paired(before: readonly string[], now: readonly string[]): SentenceChange[] {
  const found: SentenceChange[] = [];
  let gone: string[] = [];
  const flush = () => {
    found.push(...gone.map((was) => ({ how: 'removed' as const, was })));
    gone = [];
  };
  for (const { added, removed, value } of diffArrays([...before], [...now])) {
    if (removed) gone.push(...value);
    else if (added)
      for (const sentence of value) {
        const was = gone.shift();
        found.push(
          was === undefined ? { how: 'added', now: sentence } : { how: 'changed', was, now: sentence },
        );
      }
    else flush();
  }
  flush();
  return found;
}

/** A text's sentences. A full stop inside a number or a name ends none. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?…][”’")\]]*)\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}
