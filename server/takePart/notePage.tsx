/** @jsxImportSource hono/jsx */
import { notesWords as words } from '../../shared/messages/en/notes.ts';
import { takePartWords } from '../../shared/messages/en/takePart.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { NotesAnswer, OwnNote } from '../../shared/notes/api.ts';
import { Choice } from './AnswerFields.tsx';
import type { LinkAccess } from './access.ts';
import { Carried, EMPTY_FORM, FieldError, type Filled, Problem, TextField } from './Fields.tsx';
import { at, type Look, linkPage, moment, Plain } from './linkPage.tsx';
import { Foot } from './parts.tsx';

interface NotePageProps {
  readonly access: LinkAccess;
  readonly look: Look;
  readonly to: NotesAnswer['to'];
  readonly came: readonly OwnNote[];
  readonly carried: Readonly<Record<string, string>>;
  readonly again?: Filled & { readonly message: string };
}

/** To write a private note, and to read what came of those that this link sent. */
export function notePage({ access, look, to, came, carried, again }: NotePageProps) {
  const { title, answerHere } = words.byLink;
  const filled: Filled = again ?? EMPTY_FORM;
  return linkPage(
    again ? `${takePartWords.problem}: ${title}` : title,
    look,
    <>
      {again && <Problem message={again.message} errors={again.errors} />}
      <h1>{title}</h1>
      <p>{words.about}</p>
      <p>
        <b>{words.emergency}</b>
      </p>
      <p dir="auto">{fill(words.asWho, { name: access.member.name })}</p>
      {came.length > 0 && <WhatCame came={came} zone={access.timeZone} />}
      <section class="card">
        <form method="post" action={at(look, '/private-note')}>
          <Carried {...carried} />
          <fieldset id="to" class={filled.errors.to ? 'wrong' : undefined}>
            <legend>{words.whom}</legend>
            <FieldError name="to" error={filled.errors.to} />
            {to.map((one) => (
              <Whom key={one.role} one={one} chosen={filled.typed.to === one.role} />
            ))}
          </fieldset>
          <TextField {...{ filled, name: 'words', label: words.words, rows: 6 }} hint={words.wordsHint} />
          <p class="hint">{answerHere}</p>
          <button type="submit">{words.send}</button>
        </form>
      </section>
      <BackAndFoot {...{ access, look }} />
    </>,
  );
}

interface WhomProps {
  readonly one: NotesAnswer['to'][number];
  readonly chosen: boolean;
}

function Whom({ one: { role, people, days }, chosen }: WhomProps) {
  if (people.length === 0) return <p dir="auto">{words.nobody[role]}</p>;
  const about = fill(words.whomAbout[role], { people: people.join(', '), days });
  return <Choice name="to" value={role} label={words.roles[role]} {...{ chosen, about }} />;
}

/** Not the notes themselves: the link may be in other hands. */
function WhatCame({ came, zone }: { readonly came: readonly OwnNote[]; readonly zone: string }) {
  return (
    <section>
      <h2>{words.byLink.came}</h2>
      {came.map((note) => (
        <div key={note.id} class="card">
          <p>{fill(words.wrote, { to: words.roles[note.to], when: moment(note.at, zone) })}</p>
          <p>{fill(words.states[note.state], { when: moment(note.answerBy, zone) })}</p>
          {note.answeredAt !== null && (
            <Reply title={words.answered} at={moment(note.answeredAt, zone)} text={note.answer} />
          )}
          {note.closedAt !== null && (
            <Reply title={words.closed} at={moment(note.closedAt, zone)} text={note.done} />
          )}
        </div>
      ))}
    </section>
  );
}

function Reply({
  title,
  at: when,
  text,
}: {
  readonly title: string;
  readonly at: string;
  readonly text: string;
}) {
  return (
    <>
      <p>
        <b>{fill(title, { when })}</b>
      </p>
      <blockquote dir="auto">
        <Plain text={text} />
      </blockquote>
    </>
  );
}

/** That a note was sent, and until when an answer is due. */
export function noteSentPage(answerBy: number, access: LinkAccess, look: Look) {
  const { sentTitle, answerHere } = words.byLink;
  return linkPage(
    sentTitle,
    look,
    <>
      <h1>
        <span aria-hidden="true">✓ </span>
        {sentTitle}
      </h1>
      <p>{fill(words.sent, { when: moment(answerBy, access.timeZone) })}</p>
      <p>{answerHere}</p>
      <BackAndFoot {...{ access, look }} />
    </>,
  );
}

function BackAndFoot({ access, look }: { readonly access: LinkAccess; readonly look: Look }) {
  const { back, backDocument } = takePartWords.done;
  return (
    <>
      <p class="jumps">
        <a class="button plain" href={at(look)}>
          {access.about.kind === 'decision' ? back : backDocument}
        </a>
      </p>
      <Foot {...{ access, look }} />
    </>
  );
}
