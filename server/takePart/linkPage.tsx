/** @jsxImportSource hono/jsx */
import { readFileSync } from 'node:fs';
import { html, raw } from 'hono/html';
import type { Child, PropsWithChildren } from 'hono/jsx';
import { readingWords } from '../../shared/messages/en/reading.ts';
import { takePartWords as words } from '../../shared/messages/en/takePart.ts';
import { sayUntilIn } from '../../shared/partnerships/timeZone.ts';

/** How a page by a link looks, and where it is. */
export interface Look {
  /** For the page's own style sheet, which is in the page: an old phone asks for one thing only. */
  readonly nonce: string;
  readonly large: boolean;
  /** `/p/` and the token. */
  readonly here: string;
}

const STYLE = readFileSync(new URL('./takePart.css', import.meta.url), 'utf8').replace(/\s*\n\s*/g, '\n');

/** A whole page that asks for nothing else: no script, no font, no picture, no style sheet of its own. */
export function linkPage(title: string, look: Look, inner: Child) {
  return html`<!doctype html>${<Page {...{ title, look }}>{inner}</Page>}`;
}

function Page({ title, look, children }: PropsWithChildren<{ title: string; look: Look }>) {
  return (
    <html lang={readingWords.language} class={look.large ? 'large' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <title>{`${title} · ${readingWords.product}`}</title>
        <link rel="icon" href="data:," />
        <style nonce={look.nonce}>{raw(STYLE)}</style>
      </head>
      <body>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        <header>
          <svg width="28" height="28" viewBox="0 0 32 32" fill="none" stroke-width="3" aria-hidden="true">
            <circle cx="11" cy="12" r="8" />
            <circle cx="21" cy="12" r="8" />
            <circle cx="16" cy="21" r="8" />
          </svg>
          {readingWords.product}
        </header>
        <main id="main">{children}</main>
      </body>
    </html>
  );
}

/** An address of this link's pages, in the size that the reader chose. */
export function at({ here, large }: Look, path = '', query: Readonly<Record<string, string | number>> = {}) {
  const asked = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  if (large) asked.set('size', 'large');
  return `${here}${path}${asked.size > 0 ? `?${asked}` : ''}`;
}

/** A moment with its day, by the partnership's clock: "Friday 4 April 2025 at 17:00". */
export function moment(time: number, timeZone: string): string {
  return sayUntilIn(timeZone, time).replace(',', '');
}

/** Plain text as paragraphs. */
export function Plain({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/\n\s*\n/)
        .filter((each) => each.trim() !== '')
        .map((each) => (
          <p key={each} dir="auto" class="plain">
            {each.trim()}
          </p>
        ))}
    </>
  );
}
