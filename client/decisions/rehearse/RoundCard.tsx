import { useId } from 'react';
import { say } from '../../../shared/decisions/say.ts';
import { tryRuleWords as words } from '../../../shared/messages/en/tryRule.ts';
import type { PartnershipAnswer } from '../../../shared/partnerships/api.ts';
import { SIDES } from '../../../shared/partnerships/sides.ts';
import { SideMark } from '../../partnerships/SideMark.tsx';
import { Button } from '../../ui/Button.tsx';
import { type Answer, answersIn, type MadeUp, sayAnswer } from './answers.ts';
import { SeatAnswer } from './SeatAnswer.tsx';

export interface RoundCardProps {
  readonly name: string;
  readonly round: MadeUp;
  readonly seats: PartnershipAnswer['seats'];
  readonly noVote: readonly string[];
  readonly options: readonly string[];
  readonly nameOf: (option: string) => string;
  readonly onChange: (round: MadeUp) => void;
  /** Takes the last round back; undefined: it is not the last, or the only one. */
  readonly onTakeBack: (() => void) | undefined;
  /** How it was counted, in sentences; the last one is the result. Undefined until it has been. */
  readonly working: readonly string[] | undefined;
}

/** One made-up round: everyone's answer, and what the count makes of it. */
export function RoundCard(props: RoundCardProps) {
  const { name, round, seats, noVote, options, nameOf, onChange, onTakeBack, working } = props;
  const id = useId();
  const answers = answersIn(round.kind, options);
  const set = (more: MadeUp['answers']) => onChange({ ...round, answers: { ...round.answers, ...more } });
  const all = (answer: Answer) => set(Object.fromEntries(seats.map((seat) => [seat.id, answer])));
  return (
    <section className="try-round" aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      <p className="small">{words.howTo}</p>
      <div className="try-all">
        {answers.slice(0, 2).map((answer) => (
          <Button key={answer} look="plain" onClick={() => all(answer)}>
            {say(words.everyone, { answer: sayAnswer(answer, nameOf) })}
          </Button>
        ))}
      </div>
      {SIDES.filter((side) => seats.some((seat) => seat.side === side)).map((side) => (
        <div className="try-side" key={side} data-side={side}>
          <SideMark side={side} />
          <div className="try-seats">
            {seats
              .filter((seat) => seat.side === side)
              .map((seat) => (
                <SeatAnswer
                  key={seat.id}
                  {...{ seat, answers, nameOf }}
                  answer={round.answers[seat.id] ?? 'silent'}
                  noVote={noVote.includes(seat.id)}
                  onChange={(answer) => set({ [seat.id]: answer })}
                />
              ))}
          </div>
        </div>
      ))}
      {working && (
        <div className="try-result">
          <p role="status">
            <b>{working.at(-1)}</b>
          </p>
          <details>
            <summary>{words.working}</summary>
            <ol>
              {working.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ol>
          </details>
        </div>
      )}
      {onTakeBack && (
        <Button look="quiet" onClick={onTakeBack}>
          {words.takeBack}
        </Button>
      )}
    </section>
  );
}
