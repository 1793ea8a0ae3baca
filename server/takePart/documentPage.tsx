/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html';
import { takePartWords as words } from '../../shared/messages/en/takePart.ts';
import { fill } from '../../shared/messages/fill.ts';
import { CommentForm } from './CommentForm.tsx';
import { Conversations } from './Conversations.tsx';
import { Problem } from './Fields.tsx';
import { at, linkPage } from './linkPage.tsx';
import { Foot, ForWhom } from './parts.tsx';
import { wordsWithLinks } from './sayLinks.ts';
import type { Showing } from './showing.ts';
import type { Part, ShownDocument } from './shownDocument.ts';

/** The document that a link is about, a part at a time, with a form to comment on it. */
export function documentPage(shown: ShownDocument, number: number, showing: Showing) {
  const { access, look, again } = showing;
  const { parts, title } = shown;
  const part = parts[number] as Part;
  return linkPage(
    again ? `${words.problem}: ${title}` : title,
    look,
    <>
      {again && <Problem message={again.message} errors={again.errors} />}
      <p class="kicker">
        {fill(words.kickerDocument, { kind: shown.kind, partnership: access.partnership })}
      </p>
      <h1 dir="auto">{title}</h1>
      <ForWhom access={access} answers={false} />
      {access.mayComment && number === 0 && (
        <section>
          <h2>{words.asked.heading}</h2>
          <p>{words.asked.comment}</p>
          <p class="jumps">
            <a class="button" href="#comment">
              {words.asked.toComment}
            </a>
          </p>
        </section>
      )}
      <section>
        <h2>
          {parts.length > 1
            ? fill(words.words.part, { number: number + 1, of: parts.length })
            : words.words.document}
        </h2>
        {access.mayComment && part.blocks.length > 0 && <p class="hint">{words.words.how}</p>}
        <div class="words">
          {part.blocks.length === 0 ? <p>{words.words.none}</p> : raw(partHtml(part, showing))}
        </div>
        {parts.length > 1 && <Parts {...{ parts, number, showing }} />}
      </section>
      <Conversations {...{ showing }} />
      {access.mayComment && <CommentForm {...{ showing }} quote={undefined} />}
      <Foot {...{ access, look }} />
    </>,
  );
}

function partHtml({ blocks, before }: Part, { access, look }: Showing): string {
  return wordsWithLinks(
    blocks,
    access.mayComment
      ? ({ number, version }) => at(look, '/say', { paragraph: before + number, shown: version })
      : undefined,
  );
}

interface PartsProps {
  readonly parts: readonly Part[];
  readonly number: number;
  readonly showing: Showing;
}

function Parts({ parts, number, showing: { look } }: PartsProps) {
  return (
    <nav aria-label={words.words.parts}>
      <p class="jumps">
        {number > 0 && (
          <a class="button plain" href={at(look, '', { part: number })}>
            {words.words.previous}
          </a>
        )}
        {number < parts.length - 1 && (
          <a class="button plain" href={at(look, '', { part: number + 2 })}>
            {words.words.next}
          </a>
        )}
      </p>
      <details>
        <summary>{words.words.parts}</summary>
        <ol>
          {parts.map(({ title }, index) => (
            <li key={String(index)} dir="auto">
              {index === number ? <b>{title}</b> : <a href={at(look, '', { part: index + 1 })}>{title}</a>}
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
