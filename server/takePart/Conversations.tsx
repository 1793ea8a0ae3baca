/** @jsxImportSource hono/jsx */

import { takePartWords } from '../../shared/messages/en/takePart.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Conversation } from '../comments/conversations.ts';
import { moment, Plain } from './linkPage.tsx';
import type { Showing } from './showing.ts';

const words = takePartWords.said;

/** What was said where they took part, or were mentioned; nothing where that is nothing. */
export function Conversations({ showing: { said, access } }: { readonly showing: Showing }) {
  if (said.length === 0) return null;
  return (
    <section id="said">
      <h2>{words.heading}</h2>
      {said.map((each) => (
        <article key={each.id}>
          {each.quote !== '' && (
            <>
              <p>{words.about}:</p>
              <blockquote dir="auto">{short(each.quote, LONGEST_QUOTE)}</blockquote>
            </>
          )}
          {each.comments.map((comment) => (
            <div class="said" key={comment.id} data-side={comment.seat?.side}>
              <p dir="auto">
                <b>
                  {comment.seat
                    ? fill(words.who, { name: comment.name, seat: comment.seat.name })
                    : comment.name}
                </b>{' '}
                <small>{moment(comment.at, access.timeZone)}</small>
              </p>
              {comment.words === null ? (
                <p>{words.hidden}</p>
              ) : (
                <Plain text={short(comment.words, LONGEST_WORDS)} />
              )}
            </div>
          ))}
          {each.ended && <Ended ended={each.ended} />}
        </article>
      ))}
    </section>
  );
}

function Ended({ ended: { state, reason } }: { readonly ended: NonNullable<Conversation['ended']> }) {
  return (
    <p dir="auto">
      <b>{fill(words[state], { reason })}</b>
    </p>
  );
}

/** An old phone has this page on a slow line. */
const LONGEST_QUOTE = 300;
const LONGEST_WORDS = 1_500;

function short(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
