import { useState } from 'react';
import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { answerWords } from '../../../shared/messages/en/decisionAnswer.ts';
import { partnershipsWords } from '../../../shared/messages/en/partnerships.ts';
import { refusalOf } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Form } from '../../ui/Form.tsx';
import { seatIn, seatName } from '../names.ts';
import { useAct } from '../useAct.ts';

const words = answerWords.capacity;

export interface CapacityFormProps {
  readonly decision: DecisionAnswer;
  readonly seats: readonly string[];
}

/** Whoever holds several seats says once, for this decision, for which of them they speak. */
export function CapacityForm({ decision, seats }: CapacityFormProps) {
  const [chosen, setChosen] = useState<string>();
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const act = useAct(decision.id);
  const submit = () => {
    if (chosen === undefined) return setErrors({ seat: words.choose });
    act.mutate({ kind: 'declare_capacity', seat: chosen });
  };
  return (
    <section className="record-card answer-card" id="answer" tabIndex={-1} aria-labelledby="capacity">
      <h2 id="capacity">{words.heading}</h2>
      <p>{words.about}</p>
      <Form onSubmit={submit} errors={errors}>
        <Choices
          legend={words.legend}
          hideLegend
          choices={seats.map((id) => ({
            value: id,
            name: seatName(decision, id),
            about: partnershipsWords.sides[seatIn(decision, id)?.side ?? 'commissioner'],
          }))}
          chosen={chosen}
          onChoose={setChosen}
          error={errors.seat}
        />
        {act.isError && <ErrorMessage message={refusalOf(act.error).message} />}
        <Button type="submit" busy={act.isPending}>
          {words.save}
        </Button>
      </Form>
    </section>
  );
}
