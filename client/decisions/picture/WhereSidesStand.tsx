import type { DecisionAnswer, RecordRound } from '../../../shared/decisions/recordApi.ts';
import { say } from '../../../shared/decisions/say.ts';
import { pictureWords as words } from '../../../shared/messages/en/consensusPicture.ts';
import { Fold } from '../../ui/Fold.tsx';
import { sayMoment } from '../times.ts';
import { AnswersTable } from './AnswersTable.tsx';
import { Legend, Picture, QuorumLine } from './Picture.tsx';
import { picturedOf, rowsOf } from './places.ts';

export interface WhereSidesStandProps {
  readonly decision: DecisionAnswer;
  readonly round: RecordRound;
}

/** A round's answers: the picture, whether enough have answered, and the same as a table. On paper the table is open. */
export function WhereSidesStand({ decision, round }: WhereSidesStandProps) {
  const pictured = picturedOf(decision, round);
  const rows = rowsOf(pictured);
  const hidesFromOthers =
    decision.sealed?.rule.visibility.when === 'when_closed' && round.closedAt === null && !round.hidden;
  const bySide = decision.sealed?.rule.visibility.by === 'side';
  return (
    <>
      {round.hidden && (
        <p className="record-note">
          {say(words.hiddenUntil, { when: sayMoment(round.closesAt, decision.now) })}
        </p>
      )}
      {hidesFromOthers && (
        <p className="record-note">
          {say(words.hiddenForFacilitator, { when: sayMoment(round.closesAt, decision.now) })}
        </p>
      )}
      <Picture pictured={pictured} />
      <QuorumLine pictured={pictured} />
      <Legend rows={rows} />
      {bySide && <p className="small">{words.bySide}</p>}
      <Fold title={words.showTable} titleOnPaper={false}>
        <AnswersTable {...{ round, rows }} people={decision.people} now={decision.now} />
      </Fold>
    </>
  );
}
