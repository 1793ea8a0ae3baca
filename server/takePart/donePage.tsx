/** @jsxImportSource hono/jsx */
import type { GivenPosition } from '../../shared/decisions/decision.ts';
import { takePartWords as words } from '../../shared/messages/en/takePart.ts';
import { fill } from '../../shared/messages/fill.ts';
import { inFours } from '../reading/sheetPage.tsx';
import type { LinkAccess } from './access.ts';
import { at, type Look, linkPage, moment, Plain } from './linkPage.tsx';
import { Foot, ForWhom } from './parts.tsx';
import { Said } from './Said.tsx';

/** What was just done by a link. */
export type Done =
  | {
      readonly kind: 'answer';
      readonly given: GivenPosition;
      readonly names: ReadonlyMap<string, string>;
      readonly receipt: string;
      readonly closesAt: number | null;
      readonly hidden: boolean;
    }
  | { readonly kind: 'capacity'; readonly seat: string }
  | {
      readonly kind: 'comment';
      readonly words: string;
      readonly quote: string | null;
      readonly supporter: string | null;
    };

/** What was recorded, its receipt, and how to change it until when. */
export function donePage(done: Done, access: LinkAccess, look: Look) {
  const title = titleOf(done);
  return linkPage(
    title,
    look,
    <>
      <h1>
        <span aria-hidden="true">✓ </span>
        {title}
      </h1>
      <ForWhom access={access} answers={done.kind !== 'comment' && access.mayAnswer} />
      <section class="card">
        <WhatWasDone {...{ done }} timeZone={access.timeZone} />
      </section>
      <p class="jumps">
        <a class="button" href={at(look)}>
          {access.about.kind === 'decision' ? words.done.back : words.done.backDocument}
        </a>
      </p>
      <Foot {...{ access, look }} />
    </>,
  );
}

function titleOf(done: Done): string {
  return done.kind === 'capacity' ? fill(words.done.capacity, { seat: done.seat }) : words.done[done.kind];
}

function WhatWasDone({ done, timeZone }: { readonly done: Done; readonly timeZone: string }) {
  switch (done.kind) {
    case 'answer':
      return (
        <>
          <p>{done.hidden ? words.done.thanksHidden : words.done.thanks}</p>
          <Said given={done.given} names={done.names} {...{ timeZone }} />
          {done.closesAt !== null && (
            <p>
              <b>{fill(words.done.change, { when: moment(done.closesAt, timeZone) })}</b>
            </p>
          )}
          <h2>{words.done.receipt}</h2>
          <p>{words.done.receiptAbout}</p>
          <p>
            <code>{inFours(done.receipt)}</code>
          </p>
        </>
      );
    case 'comment':
      return (
        <>
          <p>{words.done.thanks}</p>
          {done.quote !== null && (
            <p dir="auto" class="hint">
              {words.done.about} “{done.quote}”
            </p>
          )}
          <blockquote dir="auto">
            <Plain text={done.words} />
          </blockquote>
          {done.supporter !== null && (
            <p dir="auto">{fill(words.done.helped, { supporter: done.supporter })}</p>
          )}
          <p>{words.done.commentStays}</p>
        </>
      );
    case 'capacity':
      return <p>{words.done.thanks}</p>;
  }
}
