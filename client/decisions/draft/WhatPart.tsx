import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { textOf } from '../../../shared/decisions/textOf.ts';
import { draftWords as words } from '../../../shared/messages/en/draft.ts';
import { answerOf, api } from '../../api.ts';
import { TextField } from '../../ui/Field.tsx';
import { LinesField } from '../../ui/LinesField.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { usePassage } from '../usePassage.ts';
import { BoundWords } from './BoundWords.tsx';
import type { DraftPartProps } from './draftPart.ts';
import { FollowsField } from './FollowsField.tsx';
import { Kept } from './Kept.tsx';
import { RejectedField } from './RejectedField.tsx';
import { patchField, useDraftField } from './useDraftField.ts';

/** What is asked: the question, the exact words, in plain words, and what else was looked at. */
export function WhatPart(props: DraftPartProps) {
  return (
    <>
      <QuestionField {...props} />
      <WordsField {...props} />
      <EasyReadField {...props} />
      <RejectedField {...props} />
      <FollowsField {...props} />
    </>
  );
}

const asIs = (text: string) => text;

function QuestionField({ decision, problems }: DraftPartProps) {
  const field = useDraftField(decision, {
    field: 'question',
    kept: decision.terms.question ?? '',
    send: (value, basedOn) => patchField(decision.id, 'question', value.trim() || null, basedOn),
  });
  return (
    <Kept id="question" field={field} describe={asIs}>
      <TextField
        label={words.question}
        hint={words.questionHint}
        error={problems.question}
        value={field.value}
        dir="auto"
        autoComplete="off"
        onChange={(event) => field.change(event.target.value)}
      />
    </Kept>
  );
}

/** Words of a document are written there; all others are typed here. */
function WordsField(props: DraftPartProps) {
  const { data: passage, isPending } = usePassage(props.decision.id);
  if (isPending) return <Loading what={words.proposal} />;
  return passage ? <BoundWords decision={props.decision} passage={passage} /> : <TypedWords {...props} />;
}

function TypedWords({ decision, problems }: DraftPartProps) {
  const { proposal } = decision.terms;
  const field = useDraftField(decision, {
    field: 'proposal',
    kept: proposal === undefined ? '' : textOf(decision.texts[proposal] ?? []),
    send: (value, basedOn) =>
      value.trim() === ''
        ? patchField(decision.id, 'proposal', null, basedOn)
        : putProposal(decision.id, value, basedOn),
  });
  return (
    <Kept id="proposal" field={field} describe={asIs}>
      <LinesField
        label={words.proposal}
        hint={words.proposalHint}
        error={problems.proposal}
        value={field.value}
        rows={6}
        dir="auto"
        className="draft-words"
        onChange={(event) => field.change(event.target.value)}
      />
    </Kept>
  );
}

async function putProposal(decisionId: string, text: string, basedOn: string): Promise<DecisionAnswer> {
  const { decision } = await answerOf(
    api.decisions[':decisionId'].words.$put({
      param: { decisionId },
      json: { role: 'proposal', text, basedOn },
    }),
  );
  return decision as DecisionAnswer;
}

function EasyReadField({ decision, problems }: DraftPartProps) {
  const field = useDraftField(decision, {
    field: 'easyRead',
    kept: decision.terms.easyRead ?? '',
    send: (value, basedOn) => patchField(decision.id, 'easyRead', value.trim() || null, basedOn),
  });
  return (
    <Kept id="easyRead" field={field} describe={asIs}>
      <LinesField
        label={words.easyRead}
        hint={words.easyReadHint}
        error={problems.easyRead}
        value={field.value}
        dir="auto"
        onChange={(event) => field.change(event.target.value)}
      />
    </Kept>
  );
}
