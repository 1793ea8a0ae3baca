import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { draftWords } from '../../../shared/messages/en/draft.ts';
import type { OwnMember } from '../../../shared/partnerships/api.ts';
import { answerOf, api, refusalOf } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { Checks } from '../../ui/Checks.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Form } from '../../ui/Form.tsx';
import { NotFound } from '../../ui/NotFound.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';

const words = draftWords.start;

export interface NewDecisionPageProps {
  readonly partnershipId: string;
  readonly me: OwnMember;
}

/** Begins a draft with its question. */
export function NewDecisionPage({ partnershipId, me }: NewDecisionPageProps) {
  const [question, setQuestion] = useState('');
  const [restricted, setRestricted] = useState(false);
  const [, go] = useLocation();
  const client = useQueryClient();
  const start = useMutation({
    mutationFn: () =>
      answerOf(
        api.partnerships[':partnershipId'].decisions.$post({
          param: { partnershipId },
          json: { ...(question.trim() ? { question } : {}), restricted },
        }),
      ),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ['decisions', partnershipId] });
      go(`/decisions/${id}/draft`);
    },
  });
  const may = me.seats.length > 0 || me.roles.includes('facilitator') || me.roles.includes('recorder');
  if (!may) return <NotFound title={words.mayNot}>{words.mayNotHow}</NotFound>;
  const fields = start.error ? (refusalOf(start.error).fields ?? {}) : {};
  return (
    <main id="main" className="page narrow" tabIndex={-1}>
      <PageHeading title={words.heading} />
      <p className="lead">{words.about}</p>
      <Form onSubmit={() => start.mutate()} errors={fields}>
        <TextField
          label={words.question}
          hint={words.questionHint}
          error={fields.question}
          value={question}
          dir="auto"
          autoComplete="off"
          onChange={(event) => setQuestion(event.target.value)}
        />
        <Checks
          legend={draftWords.restricted}
          chosen={restricted ? ['restricted'] : []}
          onChange={(chosen) => setRestricted(chosen.length > 0)}
          options={[{ value: 'restricted', name: words.restricted }]}
        />
        {start.isError && Object.keys(fields).length === 0 && (
          <ErrorMessage message={refusalOf(start.error).message} keepsWords />
        )}
        <Button type="submit" busy={start.isPending}>
          {words.do}
        </Button>
      </Form>
    </main>
  );
}
