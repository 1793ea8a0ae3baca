import { useState } from 'react';
import { paperWords } from '../../shared/messages/en/paper.ts';
import type { FoundPaper } from '../../shared/paper/api.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { refusalOf } from '../api.ts';
import { usePartnership } from '../partnerships/queries.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Form } from '../ui/Form.tsx';
import { LinesField } from '../ui/LinesField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { toast } from '../ui/toast.ts';
import { usePaperComment } from './queries.ts';

const words = paperWords.enter;

interface PaperCommentProps {
  readonly partnershipId: string;
  readonly me: OwnMember;
  readonly found: FoundPaper;
}

/** A comment from a sheet: whose it is, who else has seen it, and exactly what stands there. */
export function PaperComment({ partnershipId, me, found }: PaperCommentProps) {
  const people = usePartnership(partnershipId).data?.members ?? [];
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const [typed, setTyped] = useState({ memberId: '', witness: '', words: '' });
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const enter = usePaperComment(found);
  const refusal = enter.isError ? refusalOf(enter.error) : undefined;
  const errors = { ...refusal?.fields, ...missing };
  const submit = () => {
    const without = {
      ...(typed.memberId === '' && { memberId: words.whoseMissing }),
      ...(typed.witness === '' && { witness: words.witnessMissing }),
      ...(typed.words.trim() === '' && { words: words.wordsMissing }),
    };
    setMissing(without);
    if (Object.keys(without).length > 0) return;
    const writer = people.find(({ id }) => id === typed.memberId);
    enter.mutate(
      { requestId, ...typed, seatId: writer?.seatIds[0] ?? null },
      {
        onSuccess: () => {
          toast(words.saved);
          setRequestId(crypto.randomUUID());
          setTyped({ memberId: '', witness: '', words: '' });
        },
      },
    );
  };
  const named = people.map(({ id, name }) => ({ value: id, name }));
  const choose = { value: '', name: words.choose };
  return (
    <Form errors={errors} onSubmit={submit}>
      <SelectField
        label={words.whose}
        error={errors.memberId}
        value={typed.memberId}
        options={[choose, ...named]}
        onChange={(memberId) => setTyped({ ...typed, memberId })}
      />
      <SelectField
        label={words.witness}
        hint={words.witnessHint}
        error={errors.witness}
        value={typed.witness}
        options={[choose, ...named.filter(({ value }) => value !== me.id)]}
        onChange={(witness) => setTyped({ ...typed, witness })}
      />
      <LinesField
        label={words.words}
        hint={words.wordsHint}
        error={errors.words}
        value={typed.words}
        onChange={(event) => setTyped({ ...typed, words: event.target.value })}
      />
      {refusal && <ErrorMessage message={refusal.message} keepsWords />}
      <Button type="submit" busy={enter.isPending}>
        {words.save}
      </Button>
    </Form>
  );
}
