import { howMuchChanged, noteText } from '../../../shared/decisions/changesText.ts';
import type { Piece } from '../../../shared/decisions/wordPieces.ts';
import { type LineChange, wordsChanged } from '../../../shared/decisions/wordsChanged.ts';
import type { Block } from '../../../shared/documents/blocks.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { t } from '../../words.ts';

export interface DifferenceProps {
  readonly before: readonly Block[];
  readonly now: readonly Block[];
}

/** What differs, word by word: what was taken out is struck, what was put in underlined, and both are said to those who listen. */
export function Difference({ before, now }: DifferenceProps) {
  const changes = wordsChanged(before, now);
  return (
    <div className="bound-difference">
      <p className="bound-how-much">{howMuchChanged(changes)}</p>
      {changes.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name than their place
        <ChangedLine key={index} line={line} />
      ))}
    </div>
  );
}

function ChangedLine({ line: { how, kind, notes, pieces } }: { readonly line: LineChange }) {
  return (
    <p data-how={how} data-kind={kind} dir="auto">
      {pieces.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <ChangedPiece key={index} piece={piece} />
      ))}
      {kind === 'rule' && <span className="small">{t('passages.changes.lineKind.rule')}</span>}
      {notes.length > 0 && <span className="bound-notes"> {notes.map(noteText).join(', ')}</span>}
    </p>
  );
}

function ChangedPiece({ piece: { how, text } }: { readonly piece: Piece }) {
  const said =
    how === 'same' ? null : <VisuallyHidden>[{t(`passages.changes.${how}`, { text: '' })}</VisuallyHidden>;
  const end = how === 'same' ? null : <VisuallyHidden>] </VisuallyHidden>;
  switch (how) {
    case 'same':
      return text;
    case 'added':
      return (
        <ins>
          {said}
          {text}
          {end}
        </ins>
      );
    case 'removed':
      return (
        <del>
          {said}
          {text}
          {end}
        </del>
      );
    case 'restyled':
      return (
        <span className="bound-restyled">
          {said}
          {text}
          {end}
        </span>
      );
  }
}
