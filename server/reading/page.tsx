/** @jsxImportSource hono/jsx */
import { html, raw } from 'hono/html';
import type { Thread } from '../../shared/comments/api.ts';
import type { BoundHere } from '../../shared/decisions/passageApi.ts';
import type { OutlineEntry } from '../../shared/documents/outline.ts';
import { asSeatWords } from '../../shared/messages/en/asSeat.ts';
import { partnershipsWords } from '../../shared/messages/en/partnerships.ts';
import { readingWords as words } from '../../shared/messages/en/reading.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Side } from '../../shared/partnerships/sides.ts';
import { BoundDecisions } from './BoundDecisions.tsx';
import { Comments } from './Comments.tsx';
import { Fact, inFours, Outline, Page, type Sheet, whenWords } from './sheetPage.tsx';

/** All that the reading view of a document shows. `body` is HTML from `documentHtml`; times are in milliseconds. */
export interface Reading {
  readonly documentId: string;
  readonly title: string;
  readonly kind: string;
  readonly source: string | undefined;
  readonly partnership: string;
  /** By which clock times are said. */
  readonly timeZone: string;
  readonly right: 'edit' | 'comment' | 'read';
  readonly changedAt: number;
  readonly archived: boolean;
  readonly hash: string;
  readonly outline: readonly OutlineEntry[];
  readonly body: string;
  /** Decisions whose words stand in it. */
  readonly passages: readonly BoundHere[];
  /** What people say about it. */
  readonly threads: readonly Thread[];
  readonly named: readonly { readonly side: Side; readonly names: readonly string[] }[];
  /** Set when a facilitator looks as a seat does; `right` is then that seat's. */
  readonly as:
    | {
        readonly seatId: string;
        readonly seat: string;
        readonly right: 'edit' | 'comment' | 'read';
        readonly partnershipId: string;
      }
    | undefined;
  /** Where this page is, as a whole address: it is printed at the end. */
  readonly address: string;
}

/** A document to read and to print, which needs no JavaScript. */
export function readingPage(reading: Reading, sheet: Sheet) {
  const outlined = reading.outline.length > 1;
  return html`<!doctype html>${(
    <Page title={reading.title} sheet={sheet}>
      <div class={outlined ? 'shell outlined' : 'shell'}>
        {reading.as && <SeenAs as={reading.as} />}
        <Ways reading={reading} large={sheet.large} />
        <main id="document" class="sheet">
          <p class="kicker">
            {reading.kind} · {reading.partnership}
          </p>
          <h1 dir="auto">{reading.title}</h1>
          {reading.archived && <p class="note">{words.inArchive}</p>}
          {outlined && <Outline entries={reading.outline} />}
          <div class="words">{reading.body === '' ? <p>{words.empty}</p> : raw(reading.body)}</div>
          <BoundDecisions passages={reading.passages} />
          <Comments threads={reading.threads} timeZone={reading.timeZone} />
        </main>
        <About reading={reading} />
      </div>
    </Page>
  )}`;
}

/** Why there is nothing to read, in plain words. The same whether it does not exist or is not open to the reader. */
export function refusalPage(message: string, signIn: boolean, sheet: Sheet) {
  return html`<!doctype html>${(
    <Page title={words.refused.title} sheet={sheet}>
      <div class="shell">
        <main id="document" class="sheet">
          <h1>{words.refused.title}</h1>
          <p>{message}</p>
          <p>
            <a class="button" href="/">
              {signIn ? words.refused.signIn : words.refused.home}
            </a>
          </p>
        </main>
      </div>
    </Page>
  )}`;
}

function SeenAs({ as }: { as: NonNullable<Reading['as']> }) {
  return (
    <p class="note seen-as">
      {fill(asSeatWords.banner, { seat: as.seat, can: asSeatWords.can[as.right] })}{' '}
      <a href={`/partnerships/${as.partnershipId}/as/${as.seatId}`}>{asSeatWords.bannerBack}</a>
    </p>
  );
}

function Ways({ reading, large }: { reading: Reading; large: boolean }) {
  const here = `/read/${reading.documentId}`;
  const as = reading.as ? `as=${encodeURIComponent(reading.as.seatId)}` : '';
  const sizes = { usual: as ? `${here}?${as}` : here, large: `${here}?size=large${as && `&${as}`}` };
  return (
    <nav class="ways" aria-label={words.waysToRead}>
      <ul>
        {reading.right !== 'read' && !reading.archived && !reading.as && (
          <li>
            <a class="button" href={`/documents/${reading.documentId}`}>
              {reading.right === 'edit' ? words.edit : words.comment}
            </a>
          </li>
        )}
        <li>
          <a href={large ? sizes.usual : sizes.large}>{large ? words.usualPrint : words.largePrint}</a>
        </li>
        <li>
          <a href={`${here}.txt`}>{words.plainText}</a>
        </li>
        <li>
          <a href={`${here}.md`}>{words.markdown}</a>
        </li>
      </ul>
    </nav>
  );
}

function About({ reading }: { reading: Reading }) {
  return (
    <footer class="about">
      <h2>{words.about}</h2>
      <dl>
        <Fact name={words.partnership}>{reading.partnership}</Fact>
        <Fact name={words.kind}>{reading.kind}</Fact>
        {reading.source !== undefined && <Fact name={words.source}>{reading.source}</Fact>}
        <Fact name={words.lastChanged}>
          <time datetime={new Date(reading.changedAt).toISOString()}>
            {whenWords(reading.changedAt, reading.timeZone)}
          </time>
        </Fact>
        <Fact name={words.yourRight}>{words.rights[reading.right]}</Fact>
        <Fact name={words.fingerprint}>
          <code>{inFours(reading.hash.slice(0, 12))}</code>
        </Fact>
      </dl>
      <details>
        <summary>{words.howToCheck}</summary>
        {words.check.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>
          {words.wholeFingerprint} <code>{inFours(reading.hash)}</code>
        </p>
      </details>
      {reading.named.length > 0 && (
        <>
          <h2>{words.signs}</h2>
          <ul class="signs">
            {reading.named.map(({ side, names }) => (
              <li key={side}>
                <b class="mention" data-side={side}>
                  {partnershipsWords.sides[side]}
                </b>
                {`: ${names.join('; ')}`}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="only-print">
        {words.readAt} {reading.address}
      </p>
    </footer>
  );
}
