import type { DecisionAnswer, TimelineLine } from '../../../shared/decisions/recordApi.ts';
import { say } from '../../../shared/decisions/say.ts';
import { recordWords } from '../../../shared/messages/en/decisionPage.ts';
import { Fold } from '../../ui/Fold.tsx';
import { sayWhen } from '../../words.ts';
import { personIn } from '../names.ts';
import { type Run, runsOf } from './runs.ts';

const words = recordWords.timeline;

/** Everything that happened, from the first line on, as sentences with what was written along. */
export function Timeline({ decision }: { readonly decision: DecisionAnswer }) {
  const { timeline, now } = decision;
  if (timeline.length === 0) return null;
  return (
    <section className="record-part">
      <Fold title={<h2>{words.heading}</h2>}>
        <ol className="timeline">
          {runsOf([...timeline].reverse()).map((run) => (
            <li key={run.first.key}>
              <Moment at={run.first.at} now={now} />
              {run.lines.length > 1 ? (
                <Fold title={<span dir="auto">{runWords(decision, run)}</span>}>
                  <ol className="timeline no-print">
                    {run.lines.map((line) => (
                      <li key={line.key}>
                        <Moment at={line.at} now={now} clock />
                        <Said line={line} />
                      </li>
                    ))}
                  </ol>
                </Fold>
              ) : (
                <Said line={run.first} />
              )}
            </li>
          ))}
        </ol>
      </Fold>
    </section>
  );
}

function runWords(decision: DecisionAnswer, { first, last, lines }: Run): string {
  const when = sayWhen(last.at, decision.now);
  const count = lines.length;
  return first.kind === 'drafted'
    ? say(words.drafted, { who: personIn(decision, first.by), count, when })
    : say(words.again, { says: first.says, count, when });
}

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Within a run the day is known, or nearly: what tells its lines apart is the clock. */
function Moment({ at, now, clock }: { readonly at: number; readonly now: number; readonly clock?: boolean }) {
  const day = sayWhen(at, now);
  return <time dateTime={new Date(at).toISOString()}>{clock ? `${day} · ${CLOCK.format(at)}` : day}</time>;
}

function Said({ line: { says, words: written } }: { readonly line: TimelineLine }) {
  return (
    <div>
      <p dir="auto">{says}</p>
      {written && (
        <p className="timeline-written" dir="auto">
          {written}
        </p>
      )}
    </div>
  );
}
