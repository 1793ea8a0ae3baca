/** @jsxImportSource hono/jsx */
import type { PropsWithChildren } from 'hono/jsx';
import type { OutlineEntry } from '../../shared/documents/outline.ts';
import { readingWords as words } from '../../shared/messages/en/reading.ts';
import { sayIn } from '../../shared/partnerships/timeZone.ts';

/** How a page that is read looks. */
export interface Sheet {
  readonly styleSheet: string;
  readonly large: boolean;
}

/** The mark, in the page itself: three rings that meet. */
const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke-width="3"><circle cx="11" cy="12" r="8" stroke="#0b7d88"/><circle cx="21" cy="12" r="8" stroke="#b86414"/><circle cx="16" cy="21" r="8" stroke="#b0408c"/></svg>',
)}`;

/** A whole page that needs no JavaScript, under the mark. */
export function Page({ title, sheet, children }: PropsWithChildren<{ title: string; sheet: Sheet }>) {
  return (
    <html lang={words.language} class={sheet.large ? 'large' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · ${words.product}`}</title>
        <link rel="icon" href={ICON} />
        <link rel="stylesheet" href={sheet.styleSheet} />
      </head>
      <body>
        <a class="skip" href="#document">
          {words.skip}
        </a>
        <header class="top">
          <a class="brand" href="/">
            <svg width="28" height="28" viewBox="0 0 32 32" fill="none" stroke-width="3" aria-hidden="true">
              <circle cx="11" cy="12" r="8" />
              <circle cx="21" cy="12" r="8" />
              <circle cx="16" cy="21" r="8" />
            </svg>
            {words.product}
          </a>
        </header>
        {children}
      </body>
    </html>
  );
}

export function Outline({ entries }: { entries: readonly OutlineEntry[] }) {
  return (
    <nav class="outline" aria-labelledby="outline-title">
      <h2 id="outline-title">{words.onThisPage}</h2>
      <ul>
        {entries.map(({ id, level, text }) => (
          <li key={id} data-level={level}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function Fact({ name, children }: PropsWithChildren<{ name: string }>) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Hexadecimal digits four by four, which is how people compare them. */
export function inFours(digits: string): string {
  return digits.replace(/(.{4})(?=.)/g, '$1 ');
}

/** A moment by the partnership's clock. */
export function whenWords(at: number, timeZone: string): string {
  return sayIn(timeZone, at, { dateStyle: 'long', timeStyle: 'short' });
}
