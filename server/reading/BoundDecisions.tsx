/** @jsxImportSource hono/jsx */
import { howMuchChanged, noteText } from '../../shared/decisions/changesText.ts';
import type { BoundHere } from '../../shared/decisions/passageApi.ts';
import type { Piece } from '../../shared/decisions/wordPieces.ts';
import { type LineChange, wordsChanged } from '../../shared/decisions/wordsChanged.ts';
import { renderText } from '../../shared/documents/renderText.ts';
import { passagesWords as words } from '../../shared/messages/en/passages.ts';
import { fill } from '../../shared/messages/fill.ts';
import { stateOf } from './boundWords.ts';

/** The decisions whose words stand in the document, each with what has changed since it was agreed. */
export function BoundDecisions({ passages }: { passages: readonly BoundHere[] }) {
  if (passages.length === 0) return null;
  return (
    <section class="bound-decisions" aria-labelledby="decisions">
      <h2 id="decisions">{words.list.title}</h2>
      <ul>
        {passages.map((bound) => (
          <BoundDecision key={bound.decisionId} bound={bound} />
        ))}
      </ul>
    </section>
  );
}

function BoundDecision({ bound }: { bound: BoundHere }) {
  const { look, says } = stateOf(bound);
  const { number, question, decisionId, now } = bound;
  return (
    <li id={`decision-${number}`} data-look={look}>
      <p>
        <a href={`/decisions/${decisionId}`}>{fill(words.number, { number: String(number) })}</a>{' '}
        <b>{says}</b>
        <br />
        {question || words.noQuestion}
      </p>
      {now.state === 'changed' && <Difference changes={wordsChanged(bound.words, now.blocks)} />}
      {(now.state === 'gone' || now.state === 'cannot_tell') && (
        <>
          <p>{words.says[now.state === 'gone' ? 'gone' : now.why]}</p>
          <blockquote>{renderText(bound.words).trim()}</blockquote>
        </>
      )}
      {'stretch' in now && (
        <p class="no-print">
          <a href={`#words-${number}`}>{words.show}</a>
        </p>
      )}
    </li>
  );
}

function Difference({ changes }: { changes: readonly LineChange[] }) {
  return (
    <div class="difference">
      <p>
        <b>{howMuchChanged(changes)}</b>
      </p>
      {changes.map(({ pieces, notes }, index) => (
        <p key={String(index)} dir="auto">
          {pieces.map((piece, place) => (
            <ChangedPiece key={String(place)} piece={piece} />
          ))}
          {notes.length > 0 && <i> {notes.map(noteText).join(', ')}</i>}
        </p>
      ))}
    </div>
  );
}

function ChangedPiece({ piece: { how, text } }: { piece: Piece }) {
  const said = (inner: string) => <span class="said">{inner}</span>;
  switch (how) {
    case 'same':
      return <>{text}</>;
    case 'added':
      return (
        <ins>
          {said(`[${fill(words.changes.added, { text: '' })}`)}
          {text}
          {said(']')}
        </ins>
      );
    case 'removed':
      return (
        <del>
          {said(`[${fill(words.changes.removed, { text: '' })}`)}
          {text}
          {said(']')}
        </del>
      );
    case 'restyled':
      return (
        <u>
          {said(`[${fill(words.changes.restyled, { text: '' })}`)}
          {text}
          {said(']')}
        </u>
      );
  }
}
