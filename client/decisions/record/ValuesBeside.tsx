import { stands } from '../../../shared/decisions/blocks.ts';
import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { say } from '../../../shared/decisions/say.ts';
import { recordWords } from '../../../shared/messages/en/decisionPage.ts';
import type { ValuesInUse } from '../../../shared/values/api.ts';
import { Fold } from '../../ui/Fold.tsx';

const words = recordWords.blocks;

export interface ValuesBesideProps {
  readonly decision: DecisionAnswer;
  /** What the leaders signed; undefined while it is being fetched. */
  readonly behaviours: ValuesInUse['behaviours'] | undefined;
}

/** The shared values and behaviours, as soon as somebody blocks or stands aside: those called upon first. */
export function ValuesBeside({ decision, behaviours = [] }: ValuesBesideProps) {
  const { valuesToShow, values, blocks, state } = decision;
  if (valuesToShow === null || (values.length === 0 && behaviours.length === 0)) return null;
  const cited = new Set(blocks.filter(({ state }) => stands(state)).map(({ position }) => position.value));
  const ordered = valuesToShow.flatMap((id) => values.find((value) => value.id === id) ?? []);
  const heading = <h2 id="record-values">{words.values}</h2>;
  const all = (
    <>
      <p className="small">{words.valuesWhy}</p>
      <ul>
        {ordered.map(({ id, words: text, practice, question }) => (
          <li key={id} data-cited={cited.has(id)} dir="auto">
            <b>{text}</b>
            {cited.has(id) && <span className="record-cited">{words.cited}</span>}
            {practice && <p className="small value-note">{say(words.practice, { practice })}</p>}
            {question && <p className="small value-note">{say(words.test, { question })}</p>}
          </li>
        ))}
      </ul>
      {behaviours.length > 0 && (
        <Fold title={words.behaviours}>
          <ul>
            {behaviours.map(({ id, leader: { name }, will, willNot }) => (
              <li key={id} dir="auto">
                {will && <p className="value-note">{say(words.will, { name, will })}</p>}
                {willNot && <p className="value-note">{say(words.willNot, { name, willNot })}</p>}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </>
  );
  // When it is over, what was called upon stands with the block; the others are there for whoever wants them.
  return state.kind === 'ended' ? (
    <section className="record-part record-values no-print" aria-labelledby="record-values">
      <Fold title={heading}>{all}</Fold>
    </section>
  ) : (
    <section className="record-values" aria-labelledby="record-values">
      {heading}
      {all}
    </section>
  );
}
