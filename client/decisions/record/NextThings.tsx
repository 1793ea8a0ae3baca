import type { DecisionAnswer, RecordStep } from '../../../shared/decisions/recordApi.ts';
import { many, say } from '../../../shared/decisions/say.ts';
import { recordWords } from '../../../shared/messages/en/decisionPage.ts';
import { sayWhen } from '../../words.ts';
import { sayMoment } from '../times.ts';
import { whatNext } from './whatNext.ts';

const words = recordWords.next;

/** What time and the sealed ladder bring by themselves: the next thing in sentences, then every step with where it is. */
export function NextThings({ decision }: { readonly decision: DecisionAnswer }) {
  const { steps, line, now } = decision;
  return (
    <section className="record-card record-next" aria-labelledby="record-next">
      <h2 id="record-next">{words.heading}</h2>
      {whatNext(decision).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {steps.length > 0 && (
        <>
          <h3>{line.state === 'draft' ? words.ladderDraft : words.ladder}</h3>
          <ol className="ladder">
            <ConsensusStep decision={decision} />
            {steps.map((step, index) => (
              <StepLine key={step.id} {...{ step, now }} number={index + 2} />
            ))}
          </ol>
        </>
      )}
      {line.openedAt !== null && (
        <p className="small">{say(words.sealedWhen, { when: sayMoment(line.openedAt, now) })}</p>
      )}
    </section>
  );
}

function ConsensusStep({ decision: { state, rounds, terms, line } }: { readonly decision: DecisionAnswer }) {
  const onNow = state.kind === 'open' && (state.stage.kind === 'between' || rounds.at(-1)?.step === null);
  const onStage = state.kind === 'open' && (state.stage.kind === 'round' || state.stage.kind === 'between');
  const where = line.state === 'draft' ? 'ahead' : onNow && onStage ? 'running' : 'ran';
  return (
    <li data-state={where}>
      <Dot number={1} state={where} />
      <div>
        <p className="ladder-name">{words.consensus}</p>
        <p className="small">
          {many(terms.rule?.rounds.most ?? 1, words.consensusRounds)}{' '}
          {line.state !== 'draft' && <b>{words.states[where]}</b>}
        </p>
      </div>
    </li>
  );
}

interface StepLineProps {
  readonly step: RecordStep;
  readonly number: number;
  readonly now: number;
}

function StepLine({ step: { reading, state, at }, number, now }: StepLineProps) {
  return (
    <li data-state={state}>
      <Dot {...{ number, state }} />
      <div>
        <p>{reading}</p>
        <p className="small">
          <b>
            {at === null
              ? words.states[state]
              : say(words.at, { state: words.states[state], when: sayWhen(at, now) })}
          </b>
        </p>
      </div>
    </li>
  );
}

function Dot({ number, state }: { readonly number: number; readonly state: RecordStep['state'] }) {
  return (
    <span className="ladder-dot" data-state={state} aria-hidden="true">
      {state === 'ran' ? '✓' : state === 'passed_over' ? '–' : number}
    </span>
  );
}
