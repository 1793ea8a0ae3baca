/** @jsxImportSource hono/jsx */
import { html, raw } from 'hono/html';
import type { OutlineEntry } from '../../shared/documents/outline.ts';
import { publicViewWords as words } from '../../shared/messages/en/publicView.ts';
import { readingWords } from '../../shared/messages/en/reading.ts';
import { fill } from '../../shared/messages/fill.ts';
import { Fact, inFours, Outline, Page, type Sheet, whenWords } from '../reading/sheetPage.tsx';

/** All that the public page of a document shows. `body` is HTML from `documentHtml`. */
export interface PublicReading {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly partnership: string;
  readonly partnershipId: string;
  /** By which clock times are said. */
  readonly timeZone: string;
  readonly publishedAt: number;
  readonly hash: string;
  readonly outline: readonly OutlineEntry[];
  readonly body: string;
  readonly address: string;
}

/** A document that its partnership made public, for anyone, without JavaScript. */
export function publicPage(reading: PublicReading, sheet: Sheet) {
  const { id, title, kind, partnership, partnershipId, publishedAt, hash, timeZone } = reading;
  const outlined = reading.outline.length > 1;
  const here = `/public/${id}`;
  return html`<!doctype html>${(
    <Page title={title} sheet={sheet}>
      <div class={outlined ? 'shell outlined' : 'shell'}>
        <nav class="ways" aria-label={words.waysToRead}>
          <ul>
            <li>
              <a href={sheet.large ? here : `${here}?size=large`}>
                {sheet.large ? readingWords.usualPrint : readingWords.largePrint}
              </a>
            </li>
            <li>
              <a href={`/public/of/${partnershipId}`}>{fill(words.more, { partnership })}</a>
            </li>
          </ul>
        </nav>
        <main id="document" class="sheet">
          <p class="kicker">
            {kind} · {partnership}
          </p>
          <h1 dir="auto">{title}</h1>
          <p class="note">{fill(words.asOf, { date: whenWords(publishedAt, timeZone) })}</p>
          {outlined && <Outline entries={reading.outline} />}
          <div class="words">{reading.body === '' ? <p>{readingWords.empty}</p> : raw(reading.body)}</div>
        </main>
        <footer class="about">
          <h2>{readingWords.about}</h2>
          <dl>
            <Fact name={readingWords.partnership}>{partnership}</Fact>
            <Fact name={words.publishedOn}>
              <time datetime={new Date(publishedAt).toISOString()}>{whenWords(publishedAt, timeZone)}</time>
            </Fact>
            <Fact name={readingWords.fingerprint}>
              <code>{inFours(hash.slice(0, 12))}</code>
            </Fact>
          </dl>
          <details>
            <summary>{readingWords.howToCheck}</summary>
            {readingWords.check.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            <p>
              {readingWords.wholeFingerprint} <code>{inFours(hash)}</code>
            </p>
          </details>
          <p class="only-print">
            {readingWords.readAt} {reading.address}
          </p>
        </footer>
      </div>
    </Page>
  )}`;
}

export interface PublicList {
  readonly partnership: string;
  readonly timeZone: string;
  readonly place: string;
  readonly documents: readonly {
    readonly id: string;
    readonly title: string;
    readonly publishedAt: number;
  }[];
}

/** Everything that one partnership has made public. */
export function publicListPage({ partnership, timeZone, place, documents }: PublicList, sheet: Sheet) {
  return html`<!doctype html>${(
    <Page title={partnership} sheet={sheet}>
      <div class="shell">
        <main id="document" class="sheet">
          <p class="kicker">{place}</p>
          <h1 dir="auto">{partnership}</h1>
          <h2>{words.listHeading}</h2>
          <ul>
            {documents.map(({ id, title, publishedAt }) => (
              <li key={id}>
                <a href={`/public/${id}`} dir="auto">
                  {title}
                </a>
                {` · ${whenWords(publishedAt, timeZone)}`}
              </li>
            ))}
          </ul>
        </main>
      </div>
    </Page>
  )}`;
}
