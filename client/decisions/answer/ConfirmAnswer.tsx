import type { GivenPosition } from '../../../shared/decisions/decision.ts';
import type { ActReceipt, DecisionAnswer, RecordRound } from '../../../shared/decisions/recordApi.ts';
import { say } from '../../../shared/decisions/say.ts';
import { answerWords as words } from '../../../shared/messages/en/decisionAnswer.ts';
import { refusalOf } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { useAct } from '../useAct.ts';
import { ChangedWords } from '../words/ChangedWords.tsx';
import { SaidCard } from './SaidCard.tsx';

export interface ConfirmAnswerProps {
  readonly decision: DecisionAnswer;
  readonly round: RecordRound;
  readonly seat: string;
  readonly given: GivenPosition;
  readonly why: 'new_words' | 'new_round';
  readonly onDone: (receipt: ActReceipt) => void;
  readonly onChange: () => void;
}

/** An answer about other words, or in the round before: what changed since, and to say it again or change it. */
export function ConfirmAnswer(props: ConfirmAnswerProps) {
  const { decision, round, seat, given, why, onDone, onChange } = props;
  const { versions, texts } = decision;
  const act = useAct(decision.id);
  const answer = words.choices[given.position.choice];
  const told = why === 'new_words' ? words.confirm : words.again;
  const textOfVersion = (number: number) =>
    texts[versions.find((each) => each.number === number)?.hash ?? ''] ?? [];
  const since = versions.filter(({ number }) => number > given.version && number <= round.version);
  const confirm = () => {
    act.mutate(
      { kind: 'confirm_position', seat },
      {
        onSuccess: ({ receipt }) => {
          onDone(receipt);
        },
      },
    );
  };
  return (
    <>
      <p>
        <b>{told.heading}.</b> {say(told.about, { answer })}
      </p>
      {why === 'new_words' && (
        <div className="confirm-changes">
          <h3>{words.confirm.see}</h3>
          {since.map(
            ({ number, change }) =>
              change && (
                <p key={number} dir="auto">
                  {say(words.confirm.why, { change })}
                </p>
              ),
          )}
          <ChangedWords before={textOfVersion(given.version)} after={textOfVersion(round.version)} />
        </div>
      )}
      <SaidCard {...{ decision, round, given }} earlier={0} />
      {act.isError && <ErrorMessage message={refusalOf(act.error).message} onRetry={confirm} />}
      <div className="button-row">
        <Button busy={act.isPending} onClick={confirm}>
          {say(words.confirm.still, { answer })}
        </Button>
        <Button look="plain" onClick={onChange}>
          {words.confirm.other}
        </Button>
      </div>
    </>
  );
}
