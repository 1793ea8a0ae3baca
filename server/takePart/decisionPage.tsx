/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html';
import { answerWords } from '../../shared/messages/en/decisionAnswer.ts';
import { takePartWords as words } from '../../shared/messages/en/takePart.ts';
import { fill } from '../../shared/messages/fill.ts';
import { AnswerFields, typedOf } from './AnswerFields.tsx';
import type { LinkAccess } from './access.ts';
import type { AnswerAsked } from './askedHere.ts';
import { CommentForm } from './CommentForm.tsx';
import { Conversations } from './Conversations.tsx';
import { Carried, EMPTY_FORM, type Filled, Problem, Supporter } from './Fields.tsx';
import { formProof } from './formProof.ts';
import { at, linkPage, moment, Plain } from './linkPage.tsx';
import { Foot, ForWhom } from './parts.tsx';
import { Said } from './Said.tsx';
import { wordsWithLinks } from './sayLinks.ts';
import type { Showing } from './showing.ts';
import type { ShownDecision } from './shownDecision.ts';

/** The decision that a link is about: what is asked, the words, and the forms to answer and to comment. */
export function decisionPage(shown: ShownDecision, showing: Showing) {
  const { access, look, again } = showing;
  const { asked, easyRead, question } = shown;
  const title = again ? `${words.problem}: ${question}` : question;
  return linkPage(
    title,
    look,
    <>
      {again && <Problem message={again.message} errors={again.errors} />}
      <p class="kicker">{fill(words.kicker, { number: shown.number, partnership: access.partnership })}</p>
      <h1 dir="auto">{question}</h1>
      <ForWhom access={access} answers={access.mayAnswer} />
      {easyRead !== null && (
        <section class="short">
          <h2>{words.inShort}</h2>
          <Plain text={easyRead} />
        </section>
      )}
      <section>
        <h2>{words.asked.heading}</h2>
        <WhatIsAsked {...{ shown, access }} />
        <p class="jumps">
          {asked.kind === 'answer' && (
            <a class="button" href="#answer">
              {words.asked.toAnswer}
            </a>
          )}
          {access.mayComment && (
            <a class={asked.kind === 'answer' ? 'button plain' : 'button'} href="#comment">
              {words.asked.toComment}
            </a>
          )}
        </p>
      </section>
      <section>
        <h2>{words.words.decision}</h2>
        {access.mayComment && shown.words.length > 0 && <p class="hint">{words.words.how}</p>}
        <div class="words">
          {shown.words.length === 0 ? (
            <p>{words.words.none}</p>
          ) : (
            raw(
              wordsWithLinks(
                shown.words,
                access.mayComment
                  ? ({ number, version }) => at(look, '/say', { paragraph: number, shown: version })
                  : undefined,
              ),
            )
          )}
        </div>
      </section>
      {asked.kind === 'answer' && <AnswerPart {...{ shown, asked, showing }} />}
      {asked.kind === 'say_for_whom' && <CapacityPart {...{ shown, showing }} />}
      {asked.kind === 'nothing' && shown.own.kind === 'given' && (
        <section>
          <h2>{words.own.heading}</h2>
          <Said given={shown.own.given} names={new Map()} timeZone={access.timeZone} />
        </section>
      )}
      <Conversations {...{ showing }} />
      {access.mayComment && <CommentForm {...{ showing }} quote={undefined} />}
      <Foot {...{ access, look }} />
    </>,
  );
}

function WhatIsAsked({ shown, access }: { readonly shown: ShownDecision; readonly access: LinkAccess }) {
  const { asked, says } = shown;
  if (asked.kind !== 'answer')
    return (
      <>
        <p>{says}</p>
        {asked.kind === 'nothing' && asked.why !== '' && <p>{asked.why}</p>}
        {access.mayComment && <p>{words.asked.comment}</p>}
      </>
    );
  return (
    <>
      <p>{access.seat ? fill(words.asked.answer, { seat: access.seat.name }) : words.asked.answerSelf}</p>
      <p>
        <b>{fill(words.asked.until, { when: moment(asked.closesAt, access.timeZone) })}</b>
        {asked.hidden && ` ${words.hidden}`}
      </p>
    </>
  );
}

interface AnswerPartProps {
  readonly shown: ShownDecision;
  readonly asked: AnswerAsked;
  readonly showing: Showing;
}

function AnswerPart({ shown, asked, showing }: AnswerPartProps) {
  const { access, look, again } = showing;
  const { own } = shown;
  const names = new Map(asked.options.map(({ id, name }) => [id, name]));
  const before = own.kind === 'none' ? {} : typedOf(own.given);
  const sent = again?.form === 'answer' ? again : EMPTY_FORM;
  // Whoever only pressed a button typed nothing: the form stays as it was.
  const filled: Filled = sent.typed.choice === undefined ? { ...sent, typed: before } : sent;
  return (
    <section id="answer" class="card">
      <h2>{access.seat ? fill(words.own.headingSeat, { seat: access.seat.name }) : words.own.heading}</h2>
      {own.kind === 'given' && <Said given={own.given} {...{ names }} timeZone={access.timeZone} />}
      {own.kind === 'to_confirm' && (
        <>
          <p>
            <b>{own.why === 'new_words' ? words.own.newWords : words.own.newRound}</b>
          </p>
          {shown.changes.map((change) => (
            <p key={change} dir="auto">
              {fill(words.own.changed, { change })}
            </p>
          ))}
          <Said given={own.given} {...{ names }} timeZone={access.timeZone} />
          <form method="post" action={at(look, '/answer')}>
            <Carried {...carried(showing, shown.version)} act="confirm" />
            <button type="submit">
              {fill(words.own.still, { answer: answerWords.choices[own.given.position.choice] })}
            </button>
          </form>
        </>
      )}
      <form method="post" action={at(look, '/answer')}>
        <Carried {...carried(showing, shown.version)} />
        {own.kind !== 'none' && <h3>{words.own.changeIt}</h3>}
        <AnswerFields {...{ asked, filled }} />
        <Supporter filled={filled} />
        <button type="submit">{own.kind === 'none' ? words.fields.send : words.fields.sendChanged}</button>
      </form>
    </section>
  );
}

function CapacityPart({ shown, showing }: { readonly shown: ShownDecision; readonly showing: Showing }) {
  const seat = showing.access.seat?.name ?? '';
  return (
    <section id="answer" class="card">
      <h2>{fill(words.capacity.heading, { seat })}</h2>
      <p>{fill(words.capacity.about, { seat })}</p>
      <form method="post" action={at(showing.look, '/answer')}>
        <Carried {...carried(showing, shown.version)} act="capacity" />
        <button type="submit">{fill(words.capacity.yes, { seat })}</button>
      </form>
    </section>
  );
}

function carried({ access, request }: Showing, version: string) {
  return { version, proof: formProof(access.token, version), request };
}
