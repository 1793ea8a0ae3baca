/** @jsxImportSource hono/jsx */
import { takePartWords as words } from '../../shared/messages/en/takePart.ts';
import { fill } from '../../shared/messages/fill.ts';
import { Choice } from './AnswerFields.tsx';
import { Carried, EMPTY_FORM, FieldError, type Filled, Supporter, TextField } from './Fields.tsx';
import { formProof } from './formProof.ts';
import { at } from './linkPage.tsx';
import type { Paragraph } from './paragraphs.ts';
import { sentencesIn } from './sentences.ts';
import type { Showing } from './showing.ts';

export interface CommentFormProps {
  readonly showing: Showing;
  /** The paragraph that it is about; undefined: all of it. */
  readonly quote: Paragraph | undefined;
}

/** To write a comment, on all of it or on a paragraph, a sentence of which can be chosen. */
export function CommentForm({ showing, quote }: CommentFormProps) {
  const { access, look, again, request } = showing;
  const filled: Filled = again?.form === 'comment' ? again : EMPTY_FORM;
  const shown = quote?.version ?? '';
  return (
    <section id="comment" class="card">
      {quote === undefined && (
        <>
          <h2>{words.comment.heading}</h2>
          <p class="hint">{words.comment.about}</p>
        </>
      )}
      <form method="post" action={at(look, '/comment')}>
        <Carried {...{ shown, proof: formProof(access.token, shown), request }} />
        {quote !== undefined && (
          <>
            <Carried paragraph={String(quote.number)} />
            <Which {...{ quote, filled }} />
          </>
        )}
        <TextField
          {...{ filled, name: 'words', label: words.comment.label, rows: 5 }}
          hint={fill(words.comment.hint, { partnership: access.partnership })}
        />
        {/* One field of a name is enough for a page; the answer's own is sent with the answer. */}
        <Supporter filled={filled} prefix={quote === undefined ? 'comment-' : ''} />
        <button type="submit">{words.comment.send}</button>
      </form>
    </section>
  );
}

function Which({ quote, filled }: { readonly quote: Paragraph; readonly filled: Filled }) {
  const sentences = sentencesIn(quote.text);
  const chosen = filled.typed.which ?? (sentences.length > 1 ? '' : WHOLE);
  return (
    <fieldset id="which" class={filled.errors.which ? 'wrong' : undefined}>
      <legend>{words.sentence.which}</legend>
      <FieldError name="which" error={filled.errors.which} />
      {sentences.length > 1 &&
        sentences.map(({ text }, index) => (
          <Choice
            key={text}
            name="which"
            value={String(index)}
            chosen={chosen === String(index)}
            label={text}
          />
        ))}
      <Choice
        name="which"
        value={WHOLE}
        chosen={chosen === WHOLE}
        label={sentences.length > 1 ? words.sentence.whole : quote.text}
      />
    </fieldset>
  );
}

/** Chosen in place of a sentence. */
export const WHOLE = 'whole';
