/** @jsxImportSource hono/jsx */
import { html, raw } from 'hono/html';
import type { PropsWithChildren } from 'hono/jsx';
import { paperWords as words } from '../../shared/messages/en/paper.ts';
import { readingWords } from '../../shared/messages/en/reading.ts';
import { fill } from '../../shared/messages/fill.ts';
import { whenWords } from '../reading/sheetPage.tsx';
import { onePage, type Pack } from './pack.ts';
import type { Copy, PaperSheet } from './sheet.ts';
import { Ways } from './Ways.tsx';

/** A sheet to print: what it is about above, and a part to cut off and give back below. */
export function paperPage(sheet: PaperSheet) {
  const { pack, size, form, copies } = sheet;
  return html`<!doctype html>${(
    <html lang={words.language} class={size === 'large' ? 'large' : undefined} data-form={form}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {/* A form of this page says where it comes from: to nobody else. */}
        <meta name="referrer" content="same-origin" />
        <title>{`${pack.title} · ${readingWords.product}`}</title>
        <link rel="stylesheet" href={sheet.styleSheet} />
      </head>
      <body>
        <Ways sheet={sheet} />
        <main>
          {copies.map((copy) => (
            <article class="paper" key={copy.online.address}>
              <header>
                <p class="kicker">
                  {pack.kicker} · {fill(words.asOf, { when: whenWords(sheet.madeAt, sheet.timeZone) })}
                </p>
                <h1 dir="auto">{pack.title}</h1>
                <p class="facts">{pack.facts.join(' ')}</p>
              </header>
              {form === 'one-page' ? <OnePage pack={pack} /> : <Full sheet={sheet} />}
              <Slip {...{ sheet, copy }} />
            </article>
          ))}
        </main>
      </body>
    </html>
  )}`;
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
function Slip({ sheet, copy }: { sheet: PaperSheet; copy: Copy }) {
  const { pack, reference, timeZone } = sheet;
  const whom = copy.for;
  return (
    <section class="slip" aria-label={whom?.name ? fill(words.slipFor, { name: whom.name }) : words.slip}>
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
        <Online copy={copy} />
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

function Online({ copy: { online, for: whom } }: { copy: Copy }) {
  return (
    <Aside>
      <p>{whom?.name && online.code ? fill(words.onlinePersonal, { name: whom.name }) : words.online}</p>
      <div class="qr">{raw(online.qr)}</div>
      <p class="address">{online.address}</p>
      {online.code && <p>{fill(words.code, { address: online.code.at, code: online.code.code })}</p>}
    </Aside>
  );
}

function Aside({ children }: PropsWithChildren) {
  return <div class="online">{children}</div>;
}
