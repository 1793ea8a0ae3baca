import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { say } from '../../../shared/decisions/say.ts';
import { recordWords as words } from '../../../shared/messages/en/decisionPage.ts';
import { SIDES } from '../../../shared/partnerships/sides.ts';
import { SideMark } from '../../partnerships/SideMark.tsx';
import { Fold } from '../../ui/Fold.tsx';
import { sayWhen } from '../../words.ts';
import { Acts } from '../acts/Acts.tsx';
import { personIn, seatIn, seatName } from '../names.ts';
import { sayMoment } from '../times.ts';
import { BlockWords } from '../words/BlockWords.tsx';

type Props = { readonly decision: DecisionAnswer };

/** The options that can be ranked beside the proposal, with their words, and those that were looked at and not chosen. */
export function Options({ decision: { terms, texts } }: Props) {
  const { alternatives = [], rejected = [] } = terms;
  return (
    <>
      {alternatives.length > 0 && (
        <section className="record-part">
          <h2>{words.alternatives}</h2>
          {alternatives.map(({ id, name, hash }) => (
            <Fold key={id} title={name}>
              <BlockWords blocks={texts[hash] ?? []} />
            </Fold>
          ))}
        </section>
      )}
      {rejected.length > 0 && (
        <section className="record-part">
          <h2>{words.rejected}</h2>
          <dl className="record-list">
            {rejected.map(({ option, why }) => (
              <div key={option}>
                <dt dir="auto">{option}</dt>
                <dd dir="auto">{why}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}

/** Who has another interest here, how it was judged, by whom and why. */
export function Interests({ decision }: Props) {
  const { conflicts, now } = decision;
  if (conflicts.length === 0) return null;
  return (
    <section className="record-part">
      <h2>{words.interests}</h2>
      <ul className="record-plain">
        {conflicts.map(({ seat, kind, handling, reason, by, at }) => {
          const known = seatIn(decision, seat);
          return (
            <li key={`${seat} ${at}`}>
              {known && <SideMark side={known.side}>{known.name}</SideMark>}: {words.handlings[handling]}.{' '}
              {words.interestKinds[kind]}. <span dir="auto">“{reason}”</span>{' '}
              {at !== null && (
                <span className="small">
                  {say(words.versionBy, { who: personIn(decision, by), when: sayWhen(at, now) })}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What must be so before it is in force, and what is so already. */
export function Conditions({ decision }: Props) {
  const { conditions, now } = decision;
  if (conditions.length === 0) return null;
  return (
    <section className="record-part">
      <h2>{words.outcome.conditions}</h2>
      <ul className="record-plain">
        {conditions.map(({ id, text, met }) => (
          <li key={id} dir="auto">
            {text}{' '}
            <b className="small">
              {met
                ? `✓ ${say(words.outcome.met, { when: sayWhen(met.at, now), reference: met.reference })}`
                : words.outcome.notMet}
            </b>
            <Acts {...{ decision }} about={id} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who decides: every seat by its side, and those that came or went after the opening. */
export function Electorate({ decision }: Props) {
  const { seats, leavers, now } = decision;
  const joined = seats.filter(({ here }) => here === 'joined_later').map(({ name }) => name);
  return (
    <>
      <ul className="record-plain record-electorate">
        {SIDES.map((side) => {
          const here = seats.filter((seat) => seat.side === side && seat.here === 'voting');
          return (
            here.length > 0 && (
              <li key={side}>
                <SideMark side={side} />: {here.map(({ name }) => name).join(', ')}
              </li>
            )
          );
        })}
      </ul>
      {leavers.map(({ seat, at, reason }) => (
        <p key={seat} className="small">
          {say(words.leaver, { seat: seatName(decision, seat), when: sayWhen(at, now), reason })}
        </p>
      ))}
      {joined.length > 0 && <p className="small">{say(words.joined, { seats: joined.join(', ') })}</p>}
    </>
  );
}

/** The rule as sentences, what a yes counts for, and who decides. */
export function RuleInWords({ decision }: Props) {
  const { terms, ruleReading, line, now } = decision;
  const { standing } = terms;
  const bodies = standing && 'bodies' in standing ? standing.bodies.map(({ name }) => name).join(', ') : '';
  return (
    <section className="record-part">
      <h2>{words.rule}</h2>
      {standing && <p>{say(words.standingAbout[standing.kind], { bodies })}</p>}
      {terms.rule ? (
        <>
          <p className="small">
            {say(line.openedAt === null ? words.ruleNameDraft : words.ruleName, {
              name: terms.rule.name,
              when: line.openedAt === null ? '' : `at ${sayMoment(line.openedAt, now)}`,
            })}
          </p>
          <Fold title={words.ruleSentences}>
            <ul className="record-rule">
              {ruleReading.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Fold>
        </>
      ) : (
        <p>{words.ruleNone}</p>
      )}
      <Fold title={words.electorate}>
        <Electorate decision={decision} />
      </Fold>
    </section>
  );
}
