import { useState } from 'react';
import { say } from '../../shared/decisions/say.ts';
import { linksWords as words } from '../../shared/messages/en/links.ts';
import type { PartnershipAnswer } from '../../shared/partnerships/api.ts';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { TextField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { toast } from '../ui/toast.ts';
import { useAddPerson } from './queries.ts';

/** Someone without a mail address gets a place in a seat: to hold it where nobody does, else to stand in. */
export function AddPersonForm({ partnership }: { readonly partnership: PartnershipAnswer }) {
  const [name, setName] = useState('');
  const [seatId, setSeatId] = useState('');
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const add = useAddPerson(partnership.id);
  const submit = () => {
    const seat = partnership.seats.find(({ id }) => id === seatId);
    if (!seat) return setErrors({ seatId: words.chooseSeat });
    const held = seat.holders.some(({ kind }) => kind === 'holder');
    add.mutate(
      { name, seatId, kind: held ? 'substitute' : 'holder' },
      {
        onSuccess: () => {
          toast(say(words.added, { name }));
          setName('');
          setErrors({});
        },
        onError: (failed) => setErrors({ ...refusalOf(failed).fields }),
      },
    );
  };
  return (
    <section aria-labelledby="add-person" className="no-print">
      <h2 id="add-person">{words.add}</h2>
      <p>{words.addAbout}</p>
      <Form onSubmit={submit} errors={errors}>
        <TextField
          label={words.name}
          value={name}
          error={errors.name}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        <SelectField
          label={words.seat}
          value={seatId}
          error={errors.seatId}
          onChange={setSeatId}
          options={[
            { value: '', name: words.chooseSeat },
            ...partnership.seats.map((seat) => ({ value: seat.id, name: seat.name })),
          ]}
        />
        {add.isError && <ErrorMessage message={refusalOf(add.error).message} keepsWords />}
        <Button type="submit" busy={add.isPending}>
          {words.addSubmit}
        </Button>
      </Form>
    </section>
  );
}
