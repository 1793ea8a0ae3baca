import { useState } from 'react';
import { say } from '../../shared/decisions/say.ts';
import { linksWords as words } from '../../shared/messages/en/links.ts';
import type { OwnMember, PartnershipAnswer } from '../../shared/partnerships/api.ts';
import { type MadeLinkAnswer, MOST_DAYS } from '../../shared/takePart/api.ts';
import { refusalOf } from '../api.ts';
import { useRegister } from '../decisions/queries.ts';
import { useDocuments } from '../documents/queries.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { TextField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { useMakeLink } from './queries.ts';

export interface MakeLinkFormProps {
  readonly partnership: PartnershipAnswer;
  readonly me: OwnMember;
  readonly onMade: (made: MadeLinkAnswer) => void;
}

/** Whom the link is for, to take part in what, for how long. */
export function MakeLinkForm({ partnership, me, onMade }: MakeLinkFormProps) {
  const open = useRegister(partnership.id, 'open').data?.pages.flatMap(({ decisions }) => decisions) ?? [];
  const documents = useDocuments(partnership.id, '', false).data ?? [];
  const [who, setWho] = useState('');
  const [what, setWhat] = useState('');
  const [days, setDays] = useState('14');
  const [answer, setAnswer] = useState(true);
  const [mail, setMail] = useState(false);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const make = useMakeLink(partnership.id);
  const submit = () => {
    const missing = {
      ...(who === '' && { memberId: words.choosePerson }),
      ...(what === '' && { about: words.chooseWhat }),
      ...(!(Number(days) >= 1 && Number(days) <= MOST_DAYS) && { days: words.days }),
    };
    setErrors(missing);
    if (Object.keys(missing).length > 0) return;
    const [memberId = '', seatId = ''] = who.split(' ');
    const [kind, id = ''] = what.split(' ');
    make.mutate(
      {
        ...{ memberId, seatId: seatId || null, answer, mail, days: Number(days) },
        about: { kind: kind === 'document' ? 'document' : 'decision', id },
      },
      { onSuccess: onMade, onError: (failed) => setErrors({ ...refusalOf(failed).fields }) },
    );
  };
  return (
    <section aria-labelledby="make-link" className="no-print">
      <h2 id="make-link">{words.make}</h2>
      <Form onSubmit={submit} errors={errors}>
        <SelectField
          label={words.person}
          value={who}
          error={errors.memberId}
          onChange={setWho}
          options={[{ value: '', name: words.pickPerson }, ...peopleFor(partnership, me)]}
        />
        <SelectField
          label={words.what}
          value={what}
          error={errors.about}
          onChange={setWhat}
          options={[
            { value: '', name: words.pickWhat },
            ...open.map(({ id, number, question }) => ({
              value: `decision ${id}`,
              name: say(words.decision, { number, question }),
            })),
            ...documents.map(({ id, title }) => ({
              value: `document ${id}`,
              name: say(words.document, { title }),
            })),
          ]}
        />
        <TextField
          label={words.daysLabel}
          inputMode="numeric"
          value={days}
          error={errors.days}
          onChange={(event) => setDays(event.target.value)}
        />
        <div className="links-checks">
          <Check label={words.answer} about={words.answerAbout} on={answer} onChange={setAnswer} />
          <Check label={words.mail} about={errors.mail ?? words.mailAbout} on={mail} onChange={setMail} />
        </div>
        {make.isError && <ErrorMessage message={refusalOf(make.error).message} keepsWords />}
        <Button type="submit" busy={make.isPending}>
          {words.submit}
        </Button>
      </Form>
    </section>
  );
}

/** Everyone in each seat; for whoever only holds a seat, those in that one. */
function peopleFor({ seats }: PartnershipAnswer, me: OwnMember) {
  const held = me.seats.flatMap(({ id, kind }) => (kind === 'holder' ? [id] : []));
  return seats
    .filter(({ id }) => me.roles.includes('facilitator') || held.includes(id))
    .flatMap((seat) =>
      seat.holders.map(({ memberId, name }) => ({
        value: `${memberId} ${seat.id}`,
        name: say(words.inSeat, { person: name, seat: seat.name }),
      })),
    );
}

interface CheckProps {
  readonly label: string;
  readonly about: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

function Check({ label, about, on, onChange }: CheckProps) {
  return (
    <label className="check">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {label} <span className="small">{about}</span>
      </span>
    </label>
  );
}
