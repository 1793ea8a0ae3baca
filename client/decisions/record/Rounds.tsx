import type { DecisionAnswer, RecordRound } from '../../../shared/decisions/recordApi.ts';
import { say } from '../../../shared/decisions/say.ts';
import { pictureWords } from '../../../shared/messages/en/consensusPicture.ts';
import { recordWords as words } from '../../../shared/messages/en/decisionPage.ts';
import { Fold } from '../../ui/Fold.tsx';
import { WhereSidesStand } from '../picture/WhereSidesStand.tsx';
import { Reasons } from './Reasons.tsx';
import { Working } from './Working.tsx';

/** The newest round: its picture, and its working once it is counted for good. */
export function CurrentRound({ decision }: { readonly decision: DecisionAnswer }) {
  const round = decision.rounds.at(-1);
  if (!round) return null;
  return (
    <section className="record-card" aria-labelledby="where-sides-stand">
      <h2 id="where-sides-stand">{pictureWords.heading}</h2>
      <WhereSidesStand {...{ decision, round }} />
      {round.counted && (
        <Fold title={words.outcome.working} titleOnPaper={false}>
          <Working round={round} />
        </Fold>
      )}
    </section>
  );
}

/** The rounds before, the newest first, each with its picture, its reasons and its working. */
export function EarlierRounds({ decision }: { readonly decision: DecisionAnswer }) {
  const earlier = decision.rounds.slice(0, -1).reverse();
  if (earlier.length === 0) return null;
  return (
    <section className="record-part">
      <h2>{words.earlierRounds}</h2>
      {earlier.map((round) => (
        <Fold key={round.number} title={roundTitle(round)}>
          <WhereSidesStand {...{ decision, round }} />
          <Reasons {...{ decision, round }} />
          <Working round={round} />
        </Fold>
      ))}
    </section>
  );
}

function roundTitle({ number, counted }: RecordRound): string {
  return say(words.roundWas, { number, result: words.results[counted?.result.kind ?? 'open'] });
}
