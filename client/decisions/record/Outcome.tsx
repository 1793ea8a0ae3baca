import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { say } from '../../../shared/decisions/say.ts';
import { recordWords } from '../../../shared/messages/en/decisionPage.ts';
import { sayWhen } from '../../words.ts';
import { personIn, seatName } from '../names.ts';
import { sayMoment } from '../times.ts';
import { BodyLines } from './BodyLines.tsx';

const words = recordWords.outcome;

/** What came of it, what it counts for now, and what was said with it. Only for a decision that has an outcome. */
export function Outcome({ decision }: { readonly decision: DecisionAnswer }) {
  const { line, bodies, minority, minorityUntil, corrections, now } = decision;
  if (!line.outcome) return null;
  return (
    <section className="record-card record-outcome" aria-labelledby="record-outcome">
      <h2 id="record-outcome">{words.heading}</h2>
      <p className="lead">
        <b>{outcomeWords(decision)}.</b>
      </p>
      <Force decision={decision} />
      <Statement decision={decision} />
      {bodies.length > 0 && <BodyLines decision={decision} />}
      {minority.length > 0 && (
        <>
          <h3>{words.minority}</h3>
          {minority.map(({ seat, at, text }) => (
            <blockquote key={seat} className="record-said">
              <p dir="auto">{text}</p>
              <footer className="small">
                {say(words.minorityOf, { seat: seatName(decision, seat), when: sayWhen(at, now) })}
              </footer>
            </blockquote>
          ))}
        </>
      )}
      {minorityUntil !== null && (minorityUntil > now || minority.length === 0) && (
        <p className="small">
          {say(minorityUntil > now ? words.minorityUntil : words.minorityNever, {
            when: sayMoment(minorityUntil, now),
          })}
        </p>
      )}
      {corrections.length > 0 && (
        <>
          <h3>{words.corrections}</h3>
          <ul>
            {corrections.map(({ about, text, by, at }) => (
              <li key={`${at} ${about}`} dir="auto">
                {say(words.correction, { about, text })}{' '}
                <span className="small">
                  {say(words.by, { who: personIn(decision, by), when: sayWhen(at, now) })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function outcomeWords({ line, steps, sealed, now }: DecisionAnswer): string {
  const { outcome } = line;
  if (!outcome) return '';
  const number = 'step' in outcome ? steps.findIndex(({ id }) => id === outcome.step) + 2 : 0;
  switch (outcome.kind) {
    case 'passed_by_fallback': {
      const option = sealed?.alternatives?.find(({ id }) => id === outcome.option)?.name;
      return option === undefined
        ? say(words.kinds.passed_by_fallback, { number })
        : say(words.kinds.passed_option, { number, option });
    }
    case 'adopted_as_trial':
    case 'paused':
      return say(words.kinds[outcome.kind], { when: sayMoment(outcome.until, now) });
    case 'agreed_by_consensus':
    case 'not_agreed':
    case 'referred':
    case 'lapsed':
    case 'withdrawn':
      return words.kinds[outcome.kind];
  }
}

/** Agreed, in principle or in part; in force or not, and what for want of. */
function Force({ decision }: { readonly decision: DecisionAnswer }) {
  const { effect, line, bodies, conditions, sealed, now } = decision;
  if (line.life.kind === 'over')
    return <p>{say(words.life[line.life.why], { when: sayWhen(line.life.at, now) })}</p>;
  if (!effect || effect.agreement === 'none') return null;
  const named = new Map(bodies.map(({ body }) => [body.id, body.name]));
  const waits = [
    ...effect.waitsFor.bodies.map((id) => named.get(id) ?? id),
    ...effect.waitsFor.conditionsOf.map((id) => named.get(id) ?? id),
    ...effect.waitsFor.conditions.map((id) => conditions.find((each) => each.id === id)?.text ?? id),
  ];
  return (
    <>
      {bodies.length > 0 && <p>{words.agreement[effect.agreement]}</p>}
      {sealed?.standing.kind === 'advisory' ? (
        <p>{words.force.advice}</p>
      ) : effect.force === 'not_in_force' && waits.length > 0 ? (
        <>
          <p>
            <b>{words.force.until}</b>
          </p>
          <ul>
            {waits.map((each) => (
              <li key={each} dir="auto">
                {each}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>
          <b>{words.force[effect.force]}</b>
        </p>
      )}
    </>
  );
}

function Statement({ decision }: { readonly decision: DecisionAnswer }) {
  const { statement, statementUntil: until, state, now } = decision;
  if (state.kind !== 'ended') return null;
  if (!statement) {
    const waits = until !== null && until > now;
    const says = waits ? say(words.noStatement, { when: sayMoment(until, now) }) : words.statementNever;
    return <p className="small">{says}</p>;
  }
  return (
    <>
      <h3>{words.statement}</h3>
      <blockquote className="record-said">
        <p dir="auto">{statement.text}</p>
        <footer className="small">
          {say(words.by, { who: personIn(decision, statement.by), when: sayWhen(statement.at, now) })}
        </footer>
      </blockquote>
    </>
  );
}
