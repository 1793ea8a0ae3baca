/** @jsxImportSource hono/jsx */
import { takePartWords as words } from '../../shared/messages/en/takePart.ts';
import { type Look, linkPage } from './linkPage.tsx';

/**
 * Why there is nothing here, and what to do next. Whatever somebody had typed when they were refused is on it, to be
 * copied.
 */
export function refusedPage(message: string, kept: readonly string[], look: Look, back?: string) {
  return linkPage(
    words.refused.title,
    look,
    <>
      <h1>{words.refused.title}</h1>
      <p role="alert">{message}</p>
      {kept.length > 0 && (
        <section class="card">
          <h2>{words.refused.kept}</h2>
          <p class="hint">{words.refused.keptAbout}</p>
          {kept.map((text, index) => (
            <textarea
              key={text}
              readonly
              dir="auto"
              rows={Math.min(12, 2 + text.length / 40)}
              aria-label={`${words.refused.kept} ${index + 1}`}
            >
              {`\n${text}`}
            </textarea>
          ))}
        </section>
      )}
      <p>
        <a href={back ?? '/p'}>{back === undefined ? words.refused.toCode : words.done.back}</a>
      </p>
    </>,
  );
}
