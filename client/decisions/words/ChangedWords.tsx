import { createElement as element, type ReactNode } from 'react';
import { howMuchChanged, noteText } from '../../../shared/decisions/changesText.ts';
import type { Piece } from '../../../shared/decisions/wordPieces.ts';
import { isUnchanged, type LineChange, wordsChanged } from '../../../shared/decisions/wordsChanged.ts';
import type { Block } from '../../../shared/documents/blocks.ts';
import { recordWords } from '../../../shared/messages/en/decisionPage.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import './words.css';

const words = recordWords.text;

export interface ChangedWordsProps {
  readonly before: readonly Block[];
  readonly after: readonly Block[];
}

/** What is different, word by word: added words underlined, removed ones struck through, both said to those who listen. */
export function ChangedWords({ before, after }: ChangedWordsProps) {
  const changes = wordsChanged(before, after);
  return (
    <div className="changed-words">
      <p className="small">
        {howMuchChanged(changes)}.{' '}
        {!isUnchanged(changes) && (
          <span className="changed-key" aria-hidden="true">
            <ins>{words.addedKey}</ins> <del>{words.removedKey}</del>
          </span>
        )}
      </p>
      {element('div', null, ...changes.map(lineOf))}
    </div>
  );
}

/** The lines have no names but their places, and never change: they go to React without keys. */
function lineOf({ how, kind, notes, pieces }: LineChange): ReactNode {
  const whole = how === 'added' || how === 'removed' ? how : undefined;
  return element(
    'p',
    { 'data-kind': kind, dir: 'auto' },
    ...pieces.map((piece) => pieceOf(whole ? { ...piece, how: whole } : piece)),
    notes.length > 0 && <span className="small"> ({notes.map(noteText).join(', ')})</span>,
  );
}

function pieceOf({ how, text }: Piece): ReactNode {
  switch (how) {
    case 'same':
      return text;
    case 'restyled':
      return (
        <span className="changed-look">
          <VisuallyHidden>{words.restyledHere}</VisuallyHidden>
          {text}
          <VisuallyHidden>{words.addedEnd}</VisuallyHidden>
        </span>
      );
    case 'added':
      return (
        <ins>
          <VisuallyHidden>{words.addedHere}</VisuallyHidden>
          {text}
          <VisuallyHidden>{words.addedEnd}</VisuallyHidden>
        </ins>
      );
    case 'removed':
      return (
        <del>
          <VisuallyHidden>{words.removedHere}</VisuallyHidden>
          {text}
          <VisuallyHidden>{words.removedEnd}</VisuallyHidden>
        </del>
      );
  }
}
