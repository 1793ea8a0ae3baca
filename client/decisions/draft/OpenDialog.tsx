import { useState } from 'react';
import { useLocation } from 'wouter';
import { readRule } from '../../../shared/decisions/reading.ts';
import { say } from '../../../shared/decisions/say.ts';
import { draftWords } from '../../../shared/messages/en/draft.ts';
import { refusalOf } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { Checks } from '../../ui/Checks.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Form } from '../../ui/Form.tsx';
import { toast } from '../../ui/toast.ts';
import { sayUntil } from '../../words.ts';
import { useAct } from '../useAct.ts';
import { BlockWords } from '../words/BlockWords.tsx';
import type { DraftPartProps } from './draftPart.ts';
import { sayStanding } from './WhoPart.tsx';

const words = draftWords.open;

export interface OpenDialogProps extends DraftPartProps {
  readonly onClose: () => void;
}

/** What opening seals, in plain words, and a second confirmation. */
export function OpenDialog({ decision, partnership, onClose }: OpenDialogProps) {
  const [sure, setSure] = useState(false);
  const [error, setError] = useState<string>();
  const [, go] = useLocation();
  const act = useAct(decision.id);
  const submit = () => {
    setError(sure ? undefined : words.sureFirst);
    if (!sure) return;
    act.mutate(
      { kind: 'open' },
      {
        onSuccess: () => {
          toast(words.opened, { takesFocus: true });
          onClose();
          go(`/decisions/${decision.id}`);
        },
      },
    );
  };
  return (
    <Dialog title={words.heading} onClose={onClose}>
      <Form className="act-form" onSubmit={submit} errors={error ? { sure: error } : {}}>
        <p>{words.about}</p>
        <Sealed {...{ decision, partnership }} />
        {act.isError && <ErrorMessage message={refusalOf(act.error).message} />}
        <Checks
          legend={draftWords.open.do}
          error={error}
          chosen={sure ? ['sure'] : []}
          onChange={(chosen) => setSure(chosen.length > 0)}
          options={[{ value: 'sure', name: words.sure }]}
        />
        <div className="button-row">
          <Button type="submit" busy={act.isPending}>
            {act.isPending ? words.opening : words.confirm}
          </Button>
          <Button look="plain" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

function Sealed({ decision, partnership }: Pick<OpenDialogProps, 'decision' | 'partnership'>) {
  const { terms, texts } = decision;
  const { question, proposal, standing, rule, closesAt, reviewAt, conflicts = [], conditions = [] } = terms;
  const voting = new Set(terms.electorate?.map(({ id }) => id));
  const seats = partnership.seats.filter(({ id }) => voting.has(id));
  const seatName = (id: string) => partnership.seats.find((seat) => seat.id === id)?.name ?? id;
  const noVote = conflicts
    .filter(({ handling }) => handling !== 'may_vote')
    .map(({ seat }) => seatName(seat));
  const facts: readonly (readonly [string, string])[] = [
    ...(standing ? [[words.standing, sayStanding(standing)] as const] : []),
    [
      words.electorate,
      say(words.electorateSeats, { count: seats.length, names: seats.map(({ name }) => name).join(', ') }),
    ],
    ...(noVote.length > 0 ? [['', say(words.noVote, { names: noVote.join(', ') })] as const] : []),
    ...(closesAt === undefined ? [] : [[words.closes, sayUntil(closesAt)] as const]),
    ...(reviewAt === undefined ? [] : [[words.review, sayUntil(reviewAt)] as const]),
    ...(conditions.length > 0
      ? [[words.conditions, conditions.map(({ text }) => text).join('; ')] as const]
      : []),
  ];
  return (
    <>
      <p>
        <b dir="auto">{question}</b>
      </p>
      <dl className="draft-sealed">
        <div>
          <dt>{words.words}</dt>
          <dd>
            <BlockWords blocks={texts[proposal ?? ''] ?? []} />
          </dd>
        </div>
        {facts.map(([name, says]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="as-typed" dir="auto">
              {says}
            </dd>
          </div>
        ))}
        {rule && (
          <div>
            <dt>{words.rule}</dt>
            <dd>
              {rule.name}
              <details>
                <summary>{words.ruleMeans}</summary>
                <ul>
                  {readRule(rule, seats).map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              </details>
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}
