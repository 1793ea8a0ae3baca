import type { ReactNode } from 'react';
import { stands } from '../../../shared/decisions/blocks.ts';
import type { DecisionAnswer, RecordBlock } from '../../../shared/decisions/recordApi.ts';
import { say } from '../../../shared/decisions/say.ts';
import { recordWords } from '../../../shared/messages/en/decisionPage.ts';
import { SideMark } from '../../partnerships/SideMark.tsx';
import { Fold } from '../../ui/Fold.tsx';
import { sayWhen } from '../../words.ts';
import { personIn, seatIn, seatName } from '../names.ts';
import { AnswerMark } from '../picture/AnswerMark.tsx';

const words = recordWords.blocks;

export interface BlocksProps {
  readonly decision: DecisionAnswer;
  /** What can be done about a block, by those who may. */
  readonly actsOn?: ((block: RecordBlock) => ReactNode) | undefined;
}

/** The blocks that stand, each with its reason, the value it rests on and what would lift it; then those that are settled. */
export function Blocks({ decision, actsOn }: BlocksProps) {
  const standing = decision.blocks.filter(({ state }) => stands(state));
  const ended = decision.state.kind === 'ended';
  const over = decision.blocks.filter(({ state }) => !stands(state));
  return (
    <>
      {standing.map((block) => (
        <section
          key={block.block}
          className={ended ? 'record-block settled' : 'record-block'}
          aria-labelledby={`block-${block.block}`}
        >
          <h2 id={`block-${block.block}`}>
            <AnswerMark kind="block" />
            {standingTitle(decision, block, ended)}
          </h2>
          <BlockBody {...{ decision, block }} />
          {actsOn?.(block)}
        </section>
      ))}
      {over.length > 0 && (
        <section className="record-part">
          <h2>{words.over}</h2>
          {over.map((block) => (
            <Fold key={block.block} title={overTitle(decision, block)}>
              <BlockBody {...{ decision, block }} />
            </Fold>
          ))}
        </section>
      )}
    </>
  );
}

function standingTitle(decision: DecisionAnswer, { seat }: RecordBlock, ended: boolean): string {
  if (seat === null) return ended ? words.someoneEnded : words.someone;
  return say(ended ? words.oneEnded : words.one, { seat: seatName(decision, seat) });
}

function overTitle(decision: DecisionAnswer, { seat, state }: RecordBlock): string {
  const named = { seat: seatName(decision, seat), state: words.states[state] };
  return say(seat === null ? words.overSomeone : words.overOne, named);
}

function BlockBody({ decision, block }: { readonly decision: DecisionAnswer; readonly block: RecordBlock }) {
  const { reason, value: valueId, harm, change } = block.position;
  const value = decision.values.find(({ id }) => id === valueId);
  const side = seatIn(decision, block.seat)?.side ?? block.side;
  return (
    <>
      <p className="small">
        <SideMark side={side} /> · {words.states[block.state]}
      </p>
      <p className="record-said" dir="auto">
        “{reason}”
      </p>
      {harm && (
        <p dir="auto">
          <b>{words.harm}</b> {harm}
        </p>
      )}
      {value && (
        <>
          <p>
            <b>{words.rests}</b>
          </p>
          <p className="record-value" dir="auto">
            <b>{value.words}</b>
            {value.practice && <span> {value.practice}</span>}
          </p>
        </>
      )}
      {change && (
        <p dir="auto">
          <b>{words.change}</b> {change}
        </p>
      )}
      {block.answer !== null && (
        <p dir="auto">
          <b>{words.answer}</b> {block.answer}
        </p>
      )}
      <BlockLife {...{ decision, block }} />
    </>
  );
}

/** Every step with who took it, when and why. By side only, neither person nor time is told. */
function BlockLife({ decision, block }: { readonly decision: DecisionAnswer; readonly block: RecordBlock }) {
  if (block.steps.length < 2) return null;
  return (
    <Fold title={words.life} startsOpen={stands(block.state)}>
      <ol className="record-life">
        {block.steps.map(({ state, by, at, reason }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added at the end
          <li key={index}>
            <b>{words.steps[state]}</b>
            {by !== '' && ` · ${personIn(decision, by)}, ${sayWhen(at, decision.now)}`}
            {reason !== '' && <span dir="auto"> “{reason}”</span>}
          </li>
        ))}
      </ol>
    </Fold>
  );
}
