import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { recordWords } from '../../../shared/messages/en/decisionPage.ts';
import { Fold } from '../../ui/Fold.tsx';
import { sayWhen } from '../../words.ts';

const words = recordWords.timeline;

/** Everything that happened, the newest first, as sentences with what was written along. */
export function Timeline({ decision: { timeline, now } }: { readonly decision: DecisionAnswer }) {
  if (timeline.length === 0) return null;
  const lines = [...timeline].reverse();
  return (
    <section className="record-part">
      <Fold title={<h2>{words.heading}</h2>}>
        <ol className="timeline">
          {lines.map(({ key, at, says, words: written }) => (
            <li key={key}>
              <time dateTime={new Date(at).toISOString()}>{sayWhen(at, now)}</time>
              <div>
                <p dir="auto">{says}</p>
                {written && (
                  <p className="timeline-written" dir="auto">
                    {written}
                  </p>
                )}
              </div>
            </li>
          ))}
        </ol>
      </Fold>
    </section>
  );
}
