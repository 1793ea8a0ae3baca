/** @jsxImportSource hono/jsx */
import { LONGEST_SUPPORTER } from '../../shared/comments/comment.ts';
import { takePartWords as words } from '../../shared/messages/en/takePart.ts';
import type { Typed } from './typed.ts';

/** A form as it is shown: what was typed into it so far, and what is wrong beside which field. */
export interface Filled {
  readonly typed: Typed;
  readonly errors: Readonly<Record<string, string>>;
}

export const EMPTY_FORM: Filled = { typed: {}, errors: {} };

interface TextProps {
  readonly filled: Filled;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly rows: number;
}

/** No most letters here: a browser would cut off what is pasted, and say nothing. */
export function TextField({ filled, name, label, hint, rows }: TextProps) {
  const error = filled.errors[name];
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={name}>{label}</label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <FieldError {...{ name, error }} />
      <textarea
        id={name}
        {...{ name, rows }}
        dir="auto"
        aria-describedby={described(name, hint, error)}
        aria-invalid={error ? 'true' : undefined}
      >
        {/* The first line break of a text field is eaten by browsers. */}
        {`\n${filled.typed[name] ?? ''}`}
      </textarea>
    </div>
  );
}

interface SupporterProps {
  readonly filled: Filled;
  /** Where a page has two forms: so that each field has an id of its own. */
  readonly prefix?: string;
}

/** Whoever is helped may say by whom. */
export function Supporter({ filled, prefix = '' }: SupporterProps) {
  const error = filled.errors.supporter;
  const hint = words.fields.supporterHint;
  const id = `${prefix}supporter`;
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>{words.fields.supporter}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <FieldError name={id} error={error} />
      <input
        id={id}
        name="supporter"
        dir="auto"
        autocomplete="off"
        maxlength={LONGEST_SUPPORTER}
        value={filled.typed.supporter ?? ''}
        aria-describedby={described(id, hint, error)}
        aria-invalid={error ? 'true' : undefined}
      />
    </div>
  );
}

export function FieldError({ name, error }: { readonly name: string; readonly error: string | undefined }) {
  return error === undefined ? null : (
    <p class="error" id={`${name}-error`}>
      {error}
    </p>
  );
}

export function described(name: string, hint: string | undefined, error: string | undefined) {
  const ids = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** Why nothing was sent, over the whole page, with a way to each field that is to be put right. */
export function Problem({ message, errors }: { readonly message: string } & Pick<Filled, 'errors'>) {
  return (
    <div class="problem" role="alert" id="problem">
      <h2>{words.problem}</h2>
      <p>{message}</p>
      {Object.keys(errors).length > 0 && (
        <ul>
          {Object.entries(errors).map(([name, error]) => (
            <li key={name}>
              <a href={`#${name}`}>{error}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What a form carries besides what is typed. */
export function Carried(fields: Readonly<Record<string, string>>) {
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" {...{ name, value }} />
      ))}
    </>
  );
}
