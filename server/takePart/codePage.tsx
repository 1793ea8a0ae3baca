/** @jsxImportSource hono/jsx */
import { takePartWords } from '../../shared/messages/en/takePart.ts';
import { FieldError } from './Fields.tsx';
import { type Look, linkPage } from './linkPage.tsx';

const words = takePartWords.code;

/** To type a code from paper. */
export function codePage(typed: string, error: string | undefined, look: Look) {
  return linkPage(
    error === undefined ? words.title : `${takePartWords.problem}: ${words.title}`,
    look,
    <>
      <h1>{words.title}</h1>
      <p>{words.about}</p>
      <form method="post" action="/p">
        <div class={error ? 'field wrong' : 'field'}>
          <label for="code">{words.label}</label>
          <FieldError name="code" error={error} />
          <input
            id="code"
            name="code"
            class="code"
            value={typed}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            aria-describedby={error ? 'code-error' : undefined}
            aria-invalid={error ? 'true' : undefined}
          />
        </div>
        <button type="submit">{words.go}</button>
      </form>
    </>,
  );
}
