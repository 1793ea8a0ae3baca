/** @jsxImportSource hono/jsx */
import type { Comment, Thread } from '../../shared/comments/api.ts';
import { partnershipsWords } from '../../shared/messages/en/partnerships.ts';
import { threadsWords as words } from '../../shared/messages/en/threads.ts';
import { fill } from '../../shared/messages/fill.ts';
import { whenWords } from './sheetPage.tsx';

/** Everything that people say about the document: the words that it is about, who said what, and what came of it. */
export function Comments({ threads, timeZone }: { threads: readonly Thread[]; timeZone: string }) {
  const numbered = threads.map((thread, index) => ({ thread, number: index + 1 }));
  const open = numbered.filter(({ thread }) => thread.state === 'open');
  const ended = numbered.filter(({ thread }) => thread.state !== 'open');
  if (threads.length === 0) return null;
  return (
    <section class="threads" aria-labelledby="comments">
      <h2 id="comments">{words.reading.title}</h2>
      {open.map((each) => (
        <ReadThread key={each.thread.id} {...each} {...{ timeZone }} Heading="h3" />
      ))}
      {ended.length > 0 && <h3>{words.reading.ended}</h3>}
      {ended.map((each) => (
        <ReadThread key={each.thread.id} {...each} {...{ timeZone }} Heading="h4" />
      ))}
    </section>
  );
}

interface ReadThreadProps {
  readonly thread: Thread;
  readonly number: number;
  readonly timeZone: string;
  readonly Heading: 'h3' | 'h4';
}

function ReadThread({ thread, number, timeZone, Heading }: ReadThreadProps) {
  const title = thread.kind === 'suggestion' ? words.numberSuggestion : words.number;
  return (
    <article id={`thread-${thread.id}`} class="thread">
      <Heading>
        {fill(title, { number: String(number) })} <small>{words.state[thread.state]}</small>
      </Heading>
      <AboutWords thread={thread} />
      {thread.comments.map((comment) => (
        <Said key={comment.id} {...{ comment, timeZone }} />
      ))}
      {thread.endedBy && (
        <p>
          <b>
            {fill(words.card.endedBy, {
              state: words.state[thread.state],
              name: thread.endedBy.name,
              when: whenWords(thread.endedAt ?? 0, timeZone),
            })}
          </b>
          {thread.endedReason && ` ${fill(words.card.because, { reason: thread.endedReason })}`}
        </p>
      )}
    </article>
  );
}

function AboutWords({ thread: { passage, quote, suggestion, state } }: { thread: Thread }) {
  if (!passage) return <p>{words.whole}</p>;
  const { now } = passage;
  return (
    <>
      {now.state !== 'as_quoted' && state !== 'accepted' && (
        <p>
          <b>{words.now[now.state === 'cannot_tell' ? now.why : now.state]}</b>
        </p>
      )}
      <blockquote dir="auto">{quote}</blockquote>
      {now.state === 'changed' && state !== 'accepted' && (
        <>
          <p>{words.now.changedTo}</p>
          <blockquote dir="auto">{now.words}</blockquote>
        </>
      )}
      {suggestion && (
        <>
          <p>{suggestion.words.trim() === '' ? words.card.suggestsNothing : words.reading.suggested}</p>
          {suggestion.words.trim() !== '' && <blockquote dir="auto">{suggestion.words}</blockquote>}
        </>
      )}
    </>
  );
}

function Said({ comment, timeZone }: { comment: Comment; timeZone: string }) {
  const { author, at, words: said, hidden, same } = comment;
  const seat = author.seat && `${author.seat.name}, ${partnershipsWords.sides[author.seat.side]}`;
  return (
    <div class="said-by">
      <p>
        <b>{author.name}</b> {[seat, whenWords(at, timeZone)].filter(Boolean).join(' · ')}
      </p>
      {hidden && (
        <p>
          <i>
            {fill(said === null ? words.card.hidden : words.card.hiddenYouSee, {
              name: hidden.byName,
              when: whenWords(hidden.at, timeZone),
              reason: hidden.reason,
            })}
          </i>
        </p>
      )}
      {said?.split(/\n+/).map((line, index) => (
        <p key={String(index)} dir="auto">
          {line.replace(/@\[([^\]]+)\]\((?:member|seat|side):[A-Za-z0-9_-]+\)/g, '@$1')}
        </p>
      ))}
      {same.names.length > 0 && <p>{fill(words.card.sameNames, { names: same.names.join(', ') })}</p>}
    </div>
  );
}
