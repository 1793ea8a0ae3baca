/** @jsxImportSource hono/jsx */
import { takePartWords as words } from '../../shared/messages/en/takePart.ts';
import { CommentForm } from './CommentForm.tsx';
import { Problem } from './Fields.tsx';
import { at, linkPage } from './linkPage.tsx';
import type { Paragraph } from './paragraphs.ts';
import { Foot, ForWhom } from './parts.tsx';
import type { Showing } from './showing.ts';

/** One paragraph, to say something about it or about one of its sentences. */
export function sentencePage(title: string, quote: Paragraph, showing: Showing) {
  const { access, look, again } = showing;
  return linkPage(
    again ? `${words.problem}: ${words.sentence.title}` : words.sentence.title,
    look,
    <>
      {again && <Problem message={again.message} errors={again.errors} />}
      <p class="kicker" dir="auto">
        {title}
      </p>
      <h1>{words.sentence.title}</h1>
      <ForWhom access={access} answers={false} />
      <CommentForm {...{ showing, quote }} />
      <p>
        <a href={at(look)}>{words.sentence.back}</a>
      </p>
      <Foot {...{ access, look }} />
    </>,
  );
}
