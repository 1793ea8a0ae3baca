import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { beside, checkForm, EMPTY } from '../../../shared/decisions/answerForm.ts';
import type { Offer } from '../../../shared/decisions/offers.ts';
import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { say } from '../../../shared/decisions/say.ts';
import { answerWords } from '../../../shared/messages/en/decisionAnswer.ts';
import { paperWords } from '../../../shared/messages/en/paper.ts';
import { refusalOf } from '../../api.ts';
import { usePartnership } from '../../partnerships/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Fold } from '../../ui/Fold.tsx';
import { Form } from '../../ui/Form.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { toast } from '../../ui/toast.ts';
import { seatName } from '../names.ts';
import { useAct } from '../useAct.ts';
import { PositionFields } from './PositionFields.tsx';
import { unrankedIn } from './unranked.ts';
import { useAnswerForm } from './useAnswerForm.ts';

const words = answerWords.recorder;
type Recording = Extract<Offer, { kind: 'record_position' }>;

export interface RecorderPartProps {
  readonly decision: DecisionAnswer;
  readonly accountId: string;
  /** Who I am in the partnership: I can't be my own witness. */
  readonly memberId: string;
}

/** For the recorder: an answer that came on paper or was spoken, with who saw it and where it is kept. */
export function RecorderPart({ decision, accountId, memberId }: RecorderPartProps) {
  const [search] = useSearchParams();
  const offer = decision.acts.find((each): each is Recording => each.kind === 'record_position');
  if (!offer) return null;
  return (
    <section className="record-card no-print">
      <Fold title={<h2>{words.heading}</h2>} startsOpen={search.has('paper')}>
        <p className="small">{words.about}</p>
        <p className="small">
          <Link href={`/partnerships/${decision.partnershipId}/paper`}>{paperWords.enter.link}</Link>
        </p>
        <RecorderForm key={decision.rounds.length} {...{ decision, accountId, memberId, offer }} />
      </Fold>
    </section>
  );
}

interface From {
  readonly seat: string;
  readonly channel: 'paper' | 'spoken' | undefined;
  readonly witness: string;
  readonly reference: string;
}
const NOWHERE: From = { seat: '', channel: undefined, witness: '', reference: '' };

function RecorderForm(props: RecorderPartProps & { readonly offer: Recording }) {
  const { decision, accountId, memberId, offer } = props;
  const { form, change, begin } = useAnswerForm(`trialogue-recorder-${accountId}-${decision.id}`);
  const [search] = useSearchParams();
  const [from, setFrom] = useState<From>({ ...NOWHERE, ...fromSheet(search.get('paper')) });
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const partnership = usePartnership(decision.partnershipId);
  const act = useAct(decision.id);
  const round = decision.rounds.at(-1);
  if (!round) return null;
  const people = (partnership.data?.members ?? []).filter(({ id }) => id !== memberId);
  const submit = () => {
    const checked = checkForm(form);
    const missing = { ...missingIn(from), ...(checked.ok ? {} : checked.errors) };
    setErrors(missing);
    const { seat, channel, witness, reference } = from;
    if (!checked.ok || channel === undefined || Object.keys(missing).length > 0) return;
    const action = {
      kind: 'take_position' as const,
      seat,
      position: checked.position,
      through: { channel, witness, reference },
    };
    act.mutate(action, {
      onSuccess: () => {
        const answer = answerWords.choices[checked.position.choice];
        toast(say(words.saved, { seat: seatName(decision, seat), answer }));
        begin(EMPTY);
        setFrom(NOWHERE);
      },
      onError: (failed) => setErrors(beside(refusalOf(failed).fields)),
    });
  };
  return (
    <Form onSubmit={submit} errors={errors}>
      <SelectField
        label={words.seat}
        value={from.seat}
        error={errors.seat}
        onChange={(seat) => setFrom({ ...from, seat })}
        options={[
          { value: '', name: words.chooseSeat },
          ...offer.seats.map((id) => ({ value: id, name: seatName(decision, id) })),
        ]}
      />
      <Choices
        legend={words.how}
        choices={(['paper', 'spoken'] as const).map((value) => ({
          value,
          name: words.channels[value],
          about: words.channelsAbout[value],
        }))}
        chosen={from.channel}
        onChoose={(channel) => setFrom({ ...from, channel })}
        error={errors.channel}
      />
      <SelectField
        label={words.witness}
        hint={words.witnessHint}
        value={from.witness}
        error={errors.witness}
        onChange={(witness) => setFrom({ ...from, witness })}
        options={[
          { value: '', name: words.choosePerson },
          ...people.map(({ id, name }) => ({ value: id, name })),
        ]}
      />
      <TextField
        label={words.reference}
        hint={words.referenceHint}
        value={from.reference}
        error={errors.reference}
        maxLength={300}
        onChange={(event) => setFrom({ ...from, reference: event.target.value })}
      />
      <PositionFields
        seatName={seatName(decision, from.seat)}
        choices={offer.choices}
        {...{ form, change, errors }}
        options={round.options.filter(({ id }) => offer.options.includes(id))}
        unranked={unrankedIn(decision, round)}
        values={decision.values}
      />
      {act.isError && <ErrorMessage message={refusalOf(act.error).message} keepsWords />}
      <Button type="submit" busy={act.isPending}>
        {words.save}
      </Button>
    </Form>
  );
}

/** Whoever comes from a sheet brings its reference. */
function fromSheet(reference: string | null): Partial<From> {
  return reference === null ? {} : { channel: 'paper', reference: reference.slice(0, 300) };
}

function missingIn({ seat, channel, witness, reference }: From): Record<string, string> {
  return {
    ...(seat === '' && { seat: words.seatMissing }),
    ...(channel === undefined && { channel: words.howMissing }),
    ...(witness === '' && { witness: words.witnessMissing }),
    ...(reference.trim() === '' && { reference: words.referenceMissing }),
  };
}
