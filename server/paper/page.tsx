/** @jsxImportSource hono/jsx */
import { html, raw } from 'hono/html';
import type { PropsWithChildren } from 'hono/jsx';
import { paperWords as words } from '../../shared/messages/en/paper.ts';
import { readingWords } from '../../shared/messages/en/reading.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Side } from '../../shared/partnerships/sides.ts';
import { whenWords } from '../reading/sheetPage.tsx';
import { onePage, type Pack } from './pack.ts';

/** Everything that a sheet shows. `body` is HTML from `documentHtml`. */
export interface PaperSheet {
  readonly pack: Pack;
  readonly body: string;
  readonly size: 'usual' | 'large';
  readonly form: 'one-page' | 'full';
  readonly madeAt: number;
  /** By which clock times are said. */
  readonly timeZone: string;
  readonly reference: string;
  readonly styleSheet: string;
  /** Whom it is made for; null: for anyone. */
  readonly for: { readonly name: string | null; readonly seat: { name: string; side: Side } | null } | null;
  /** Where to answer online: a page, or the personal way in of the one it is made for. */
  readonly online: {
    readonly address: string;
    readonly qr: string;
    readonly code: { readonly at: string; readonly code: string } | null;
  };
}

/** A sheet to print: what it is about above, and a part to cut off and give back below. */
export function paperPage(sheet: PaperSheet) {
  const { pack, size, form } = sheet;
  return html`<!doctype html>${(
    <html lang={words.language} class={size === 'large' ? 'large' : undefined} data-form={form}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${pack.title} · ${readingWords.product}`}</title>
        <link rel="stylesheet" href={sheet.styleSheet} />
      </head>
      <body>
        <Ways sheet={sheet} />
        <main class="paper">
          <header>
            <p class="kicker">
              {pack.kicker} · {fill(words.asOf, { when: whenWords(sheet.madeAt, sheet.timeZone) })}
            </p>
            <h1 dir="auto">{pack.title}</h1>
            <p class="facts">{pack.facts.join(' ')}</p>
          </header>
          {form === 'one-page' ? <OnePage pack={pack} /> : <Full sheet={sheet} />}
          <Slip sheet={sheet} />
        </main>
      </body>
    </html>
  )}`;
}

function Ways({ sheet: { pack, size, form, for: whom } }: { sheet: PaperSheet }) {
  const here = `/${pack.kind}s/${pack.id}`;
  const to = (pack: string, large: boolean) => `${here}/paper?pack=${pack}${large ? '&size=large' : ''}`;
  return (
    <nav class="ways" aria-label={words.ways.name}>
      <ul>
        {whom === null && (
          <>
            <li>
              <a href={to(form === 'full' ? 'one-page' : 'full', size === 'large')}>
                {form === 'full' ? words.ways.onePage : words.ways.full}
              </a>
            </li>
            <li>
              <a href={to(form, size !== 'large')}>
                {size === 'large' ? words.ways.usual : words.ways.large}
              </a>
            </li>
          </>
        )}
        <li>
          <a href={here}>{words.ways.back}</a>
        </li>
      </ul>
      <p>{words.ways.print}</p>
    </nav>
  );
}

function OnePage({ pack }: { pack: Pack }) {
  const { summary, text } = onePage(pack);
  return (
    <div class="text">
      {summary.paragraphs.length > 0 && (
        <section>
          <h2>{words.inShort}</h2>
          <Paragraphs of={summary.paragraphs} />
        </section>
      )}
      <section class="exact">
        <h2>{pack.kind === 'decision' ? words.theWords : words.words}</h2>
        <Paragraphs of={pack.blocks.length === 0 ? [words.noWords] : text.paragraphs} />
        {(text.cut || summary.cut) && <p class="cut">{words.cut}</p>}
      </section>
    </div>
  );
}

function Paragraphs({ of }: { of: readonly string[] }) {
  return (
    <>
      {of.map((paragraph) => (
        <p dir="auto" key={paragraph}>
          {paragraph}
        </p>
      ))}
    </>
  );
}

function Full({ sheet: { pack, body } }: { sheet: PaperSheet }) {
  return (
    <div class="text">
      {pack.easyRead !== '' && (
        <section>
          <h2>{words.inShort}</h2>
          <Paragraphs of={pack.easyRead.split(/\n+/)} />
        </section>
      )}
      <section class="exact">
        <h2>{pack.kind === 'decision' ? words.theWords : words.words}</h2>
        <div class="words">{body === '' ? <p>{words.noWords}</p> : raw(body)}</div>
      </section>
      {pack.options.length > 0 && (
        <section>
          <h2>{words.options}</h2>
          <ul>
            {pack.options.map((option) => (
              <li dir="auto" key={option}>
                {option}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** The part to cut off and give back. */
function Slip({ sheet }: { sheet: PaperSheet }) {
  const { pack, reference, for: whom, timeZone } = sheet;
  return (
    <section class="slip" aria-label={words.slip}>
      <p class="tear">
        <span aria-hidden="true">✂</span> {words.tear}
      </p>
      <div class="slip-head">
        <h2>{words.slip}</h2>
        <p class="reference">
          {words.reference} <b>{reference}</b>
        </p>
      </div>
      {whom?.name && <p class="for">{fill(words.forPerson, { name: whom.name })}</p>}
      <div class="slip-body">
        <div class="slip-fields">
          <p class="line">
            {words.seat}: {whom?.seat ? <b>{whom.seat.name}</b> : <span class="blank" />}
          </p>
          {!whom?.name && (
            <p class="line">
              {words.name}: <span class="blank" />
            </p>
          )}
          <Asked pack={pack} />
        </div>
        <Online sheet={sheet} />
      </div>
      {pack.asks.kind !== 'nothing' && <Lines label={words.reason} rows={2} />}
      {pack.asks.kind === 'tick' && pack.asks.choices.length > 3 && <Lines label={words.blockToo} rows={1} />}
      <Lines
        label={pack.kind === 'decision' ? words.comment : words.commentDocument}
        rows={pack.kind === 'decision' ? 2 : 6}
      />
      <p class="small">
        {[
          ...(pack.until === null
            ? []
            : [fill(words.until, { when: whenWords(pack.until, timeZone) }), words.silence]),
          words.giveTo,
        ].join(' ')}
      </p>
    </section>
  );
}

function Asked({ pack: { asks, kind } }: { pack: Pack }) {
  switch (asks.kind) {
    case 'nothing':
      return <p>{kind === 'decision' ? words.notAsked : ''}</p>;
    case 'tick':
      return (
        <>
          <p class="ask">{words.position}:</p>
          <ul class="boxes">
            {asks.choices.map(({ name, about }) => (
              <li key={name}>
                <Box />
                <span>
                  <b>{name}.</b> {about}
                </span>
              </li>
            ))}
          </ul>
        </>
      );
    case 'order':
      return (
        <>
          <p class="ask">{words.order}:</p>
          <ul class="boxes">
            {asks.options.map((option) => (
              <li key={option}>
                <Box />
                <span dir="auto">{option}</span>
              </li>
            ))}
          </ul>
        </>
      );
  }
}

function Box() {
  return <span class="box" aria-hidden="true" />;
}

const RULES = [1, 2, 3, 4, 5, 6];

function Lines({ label, rows }: { label: string; rows: number }) {
  return (
    <div class="lines">
      <p>{label}</p>
      {RULES.slice(0, rows).map((rule) => (
        <span key={rule} class="rule" />
      ))}
    </div>
  );
}

function Online({ sheet: { online, for: whom } }: { sheet: PaperSheet }) {
  return (
    <Aside>
      <p>{whom?.name ? fill(words.onlinePersonal, { name: whom.name }) : words.online}</p>
      <div class="qr">{raw(online.qr)}</div>
      <p class="address">{online.address}</p>
      {online.code && <p>{fill(words.code, { address: online.code.at, code: online.code.code })}</p>}
    </Aside>
  );
}

function Aside({ children }: PropsWithChildren) {
  return <div class="online">{children}</div>;
}
