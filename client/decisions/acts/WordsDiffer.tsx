import { howMuchChanged, noteText } from '../../../shared/decisions/changesText.ts';
import type { Piece } from '../../../shared/decisions/wordPieces.ts';
import { wordsChanged } from '../../../shared/decisions/wordsChanged.ts';
import type { Block } from '../../../shared/documents/blocks.ts';
import { passagesWords } from '../../../shared/messages/en/passages.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';

const words = passagesWords.changes;

/** What differs between two texts, word by word: struck through and underlined, and said to those who listen. */
export function WordsDiffer({
  before,
  now,
}: {
  readonly before: readonly Block[];
  readonly now: readonly Block[];
}) {
  const changes = wordsChanged(before, now);
  return (
    <div className="words-differ">
      <p className="small">{howMuchChanged(changes)}.</p>
      {changes.map(({ how, kind, notes, pieces }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the texts are fixed, and their lines have no other name
        <p key={index} data-kind={kind} dir="auto">
          {how !== 'same' && <VisuallyHidden>{LINES[how]}: </VisuallyHidden>}
          {pieces.map((piece, place) => (
            <PieceWords
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              key={place}
              piece={how === 'added' || how === 'removed' ? { ...piece, how } : piece}
            />
          ))}
          {notes.length > 0 && <span className="small"> ({notes.map(noteText).join(', ')})</span>}
        </p>
      ))}
    </div>
  );
}

const LINES = { added: words.lineAdded, removed: words.lineRemoved, changed: words.lineChanged } as const;

function PieceWords({ piece: { how, text } }: { readonly piece: Piece }) {
  switch (how) {
    case 'same':
    case 'restyled':
      return text;
    case 'added':
      return <ins>{text}</ins>;
    case 'removed':
      return <del>{text}</del>;
  }
}
