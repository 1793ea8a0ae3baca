import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { DecisionPassage } from '../../../shared/decisions/passageApi.ts';
import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { say } from '../../../shared/decisions/say.ts';
import { draftWords } from '../../../shared/messages/en/draft.ts';
import { refusalOf } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { useTakeFromDocument } from '../usePassage.ts';
import { BlockWords } from '../words/BlockWords.tsx';
import { ChangedWords } from '../words/ChangedWords.tsx';

const words = draftWords.bound;

export interface BoundWordsProps {
  readonly decision: DecisionAnswer;
  readonly passage: NonNullable<DecisionPassage['passage']>;
}

/** The proposed words where they are words of a document: they are changed there, and taken over from there. */
export function BoundWords({ decision, passage }: BoundWordsProps) {
  const { document } = passage;
  const client = useQueryClient();
  const take = useTakeFromDocument(decision.id);
  const now = document?.now;
  const takeOver = () => {
    if (now?.state !== 'changed') return;
    const basedOn = decision.draft?.versions.proposal ?? '';
    take.mutate(
      { role: 'proposal', blocks: now.blocks, basedOn },
      {
        onSuccess: ({ decision: answer }) => {
          client.setQueryData(['decision', decision.id], answer);
          void client.invalidateQueries({ queryKey: ['decision-passage', decision.id] });
        },
      },
    );
  };
  return (
    <div className="draft-field" id="field-proposal">
      <h3>{draftWords.proposal}</h3>
      <p className="small">
        {document ? say(words.standIn, { title: document.title }) : words.standHidden}{' '}
        {document && <Link href={`/documents/${document.id}`}>{words.openDocument}</Link>}
      </p>
      <div className="bound-words">
        <BlockWords blocks={passage.words} />
      </div>
      {now?.state === 'changed' && (
        <div className="draft-clash">
          <p>
            <b>{words.changed}</b>
          </p>
          <ChangedWords before={passage.words} after={now.blocks} />
          {take.isError && <ErrorMessage message={refusalOf(take.error).message} />}
          <Button look="plain" busy={take.isPending} onClick={takeOver}>
            {words.takeOver}
          </Button>
        </div>
      )}
      {now?.state === 'gone' && <p className="small">{words.gone}</p>}
      {now?.state === 'cannot_tell' && <p className="small">{words.cannotTell}</p>}
    </div>
  );
}
