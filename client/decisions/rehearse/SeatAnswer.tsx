import type { KeyboardEvent } from 'react';
import { tryRuleWords as words } from '../../../shared/messages/en/tryRule.ts';
import type { Side } from '../../../shared/partnerships/sides.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { type Answer, sayAnswer } from './answers.ts';
import { Sign } from './Sign.tsx';

export interface SeatAnswerProps {
  readonly seat: { readonly id: string; readonly name: string; readonly side: Side };
  readonly answer: Answer;
  readonly answers: readonly Answer[];
  readonly noVote: boolean;
  readonly nameOf: (option: string) => string;
  readonly onChange: (answer: Answer) => void;
}

/** A seat that goes through its answers, one at each press; the arrow keys go either way. */
export function SeatAnswer({ seat, answer, answers, noVote, nameOf, onChange }: SeatAnswerProps) {
  const said = noVote ? words.noVote : sayAnswer(answer, nameOf);
  const turn = (by: number) => {
    const at = answers.indexOf(answer);
    onChange(answers[(at + by + answers.length) % answers.length] ?? 'silent');
  };
  const keys = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined || noVote) return;
    event.preventDefault();
    turn(by);
  };
  return (
    <button
      type="button"
      className="seat-answer"
      aria-disabled={noVote || undefined}
      data-answer={noVote ? 'none' : answer.split(' ')[0]}
      onClick={() => !noVote && turn(1)}
      onKeyDown={keys}
    >
      <Sign answer={noVote ? 'none' : answer} />
      <span>
        <b>
          {seat.name}
          <VisuallyHidden>: </VisuallyHidden>
        </b>
        <span className="seat-says">{said}</span>
      </span>
    </button>
  );
}
