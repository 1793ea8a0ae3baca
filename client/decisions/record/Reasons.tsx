import type { Choice, Position } from '../../../shared/decisions/positions.ts';
import type { DecisionAnswer, RecordRound } from '../../../shared/decisions/recordApi.ts';
import type { ShownPosition } from '../../../shared/decisions/view.ts';
import { recordWords } from '../../../shared/messages/en/decisionPage.ts';
import type { Side } from '../../../shared/partnerships/sides.ts';
import { SideMark } from '../../partnerships/SideMark.tsx';
import { seatIn } from '../names.ts';
import { AnswerMark } from '../picture/AnswerMark.tsx';

const words = recordWords.reasons;
const GROUPS = [
  { choice: 'stand_aside', title: words.aside },
  { choice: 'agree_with_reservations', title: words.worries },
  { choice: 'outside_our_powers', title: words.outside },
] as const;

/** Why seats stand aside, what worries they keep with their yes, and what is outside their powers. Blocks have their own place. */
export function Reasons({
  decision,
  round,
}: {
  readonly decision: DecisionAnswer;
  readonly round: RecordRound;
}) {
  const groups = GROUPS.map((group) => ({
    ...group,
    said: round.positions.filter((shown) => positionOf(shown).choice === group.choice && !isStale(shown)),
  })).filter(({ said }) => said.length > 0);
  if (groups.length === 0) return null;
  return (
    <section className="record-part record-reasons">
      <h2>{words.heading}</h2>
      {groups.map(({ choice, title, said }) => (
        <div key={choice}>
          <h3>
            <AnswerMark kind={choice satisfies Choice} /> {title}
          </h3>
          <ul>
            {said.map((shown, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: where no seat is told, an answer has no other name
              <li key={index}>
                <Whose {...{ decision, shown }} />: <span dir="auto">“{positionOf(shown).reason}”</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function positionOf(shown: ShownPosition): Position {
  return shown.by === 'seat' ? shown.given.position : shown.position;
}

const isStale = (shown: ShownPosition) => shown.by === 'seat' && shown.stale;

function Whose({ decision, shown }: { readonly decision: DecisionAnswer; readonly shown: ShownPosition }) {
  if (shown.by === 'side') return <SideMark side={shown.side} />;
  const seat = seatIn(decision, shown.given.seat);
  const side: Side = seat?.side ?? 'commissioner';
  return <SideMark side={side}>{seat?.name ?? recordWords.someSeat}</SideMark>;
}
