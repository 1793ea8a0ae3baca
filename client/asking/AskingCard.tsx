import type { AskingLine } from '../../shared/asking/api.ts';
import { many } from '../../shared/decisions/say.ts';
import { askingWords } from '../../shared/messages/en/asking.ts';
import { fill } from '../../shared/messages/fill.ts';
import { SideMark } from '../partnerships/SideMark.tsx';
import { Fold } from '../ui/Fold.tsx';
import { sayUntil, sayWhen } from '../words.ts';

const words = askingWords.page;

/** One asking: how much say one has, until when, what difference it makes; who has answered, for those who ask. */
export function AskingCard({ asking }: { readonly asking: AskingLine }) {
  const { state, me, means, outcome, withdrawn } = asking;
  const isMine = me.asked && state === 'open';
  return (
    <section
      className="asking"
      data-mine={isMine && !me.answered}
      data-state={state}
      aria-labelledby={`asking-${asking.id}`}
    >
      <h2 id={`asking-${asking.id}`}>{titleOf(asking)}</h2>
      {withdrawn && <p>{fill(words.withdrawn, { reason: withdrawn.reason })}</p>}
      {state === 'over' && <p>{words.over}</p>}
      {isMine && me.answered && <p className="asking-thanks">{words.answered}</p>}
      {outcome && <YouSaid outcome={outcome} />}
      {state === 'over' || (state === 'open' && !(me.asked && me.answered)) ? (
        <>
          {means.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <Facts asking={asking} />
        </>
      ) : (
        <Fold title={words.wereAskedWhat}>
          {means.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <Facts asking={asking} />
        </Fold>
      )}
      {asking.answers && <WhoAnswered answers={asking.answers} />}
    </section>
  );
}

function titleOf({ state, me, rung, outcome }: AskingLine): string {
  const name = askingWords.rungs[rung];
  if (outcome) return words.youSaid;
  if (state !== 'open') return fill(words.wereAsked, { rung: name });
  if (!me.asked) return fill(words.peopleAsked, { rung: name });
  return rung === 'inform' ? words.youAreTold : fill(words.youAreAsked, { rung: name });
}

function Facts({ asking }: { readonly asking: AskingLine }) {
  const { closesAt, difference, minutes, background, timeEnough, askedBy, askedAt, asked } = asking;
  const when = sayWhen(askedAt, Date.now());
  return (
    <dl className="asking-facts">
      <Fact name={words.until}>{sayUntil(closesAt)}</Fact>
      <Fact name={words.difference}>{difference}</Fact>
      <Fact name={words.minutes}>{many(minutes, words.minutesCount)}</Fact>
      {background !== '' && <Fact name={words.background}>{background}</Fact>}
      {timeEnough !== '' && <Fact name={words.timeEnough}>{timeEnough}</Fact>}
      <Fact name={words.askedBy}>
        {fill(words.toldBy, { by: askedBy, when })} · {many(asked, words.askedCount)}
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

function YouSaid({ outcome }: { readonly outcome: NonNullable<AskingLine['outcome']> }) {
  const when = sayWhen(outcome.at, Date.now());
  return (
    <>
      <p dir="auto">{outcome.summary}</p>
      <ol className="you-said">
        {outcome.points.map(({ said, did, what, why }) => (
          <li key={`${said}${what}${why}`} data-did={did}>
            <p dir="auto">
              <b>{words.said}:</b> {said}
            </p>
            <p dir="auto">
              <b>{askingWords.did[did]}:</b> {[what, why].filter(Boolean).join(' ')}
            </p>
          </li>
        ))}
      </ol>
      <p className="small">{fill(words.toldBy, { by: outcome.by, when })}</p>
    </>
  );
}

function WhoAnswered({ answers }: { readonly answers: NonNullable<AskingLine['answers']> }) {
  const answered = answers.filter((each) => each.answered).length;
  return (
    <Fold title={fill(words.whoAnsweredCount, { answered, asked: answers.length })}>
      <ul className="asking-answers" aria-label={words.whoAnswered}>
        {answers.map(({ seat, name, answered: has }) => (
          <li key={seat?.id ?? name}>
            {seat ? <SideMark side={seat.side}>{seat.name}</SideMark> : name}
            {seat && <span className="small"> {name}</span>}
            <b data-answered={has}>{has ? words.hasAnswered : words.notAnswered}</b>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
