import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Offer } from '../../../shared/decisions/offers.ts';
import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { say } from '../../../shared/decisions/say.ts';
import { textOf } from '../../../shared/decisions/textOf.ts';
import type { Block } from '../../../shared/documents/blocks.ts';
import { actsWords as words } from '../../../shared/messages/en/acts.ts';
import type { PassageNow } from '../../../shared/passages/findPassage.ts';
import { answerOf, api, refusalOf } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Form } from '../../ui/Form.tsx';
import { LinesField } from '../../ui/LinesField.tsx';
import { usePassage, useTakeFromDocument } from '../usePassage.ts';
import { ChangedWords } from '../words/ChangedWords.tsx';
import { ActDialog } from './ActDialog.tsx';

export interface AmendActProps {
  readonly decision: DecisionAnswer;
  readonly offer: Extract<Offer, { kind: 'amend' }>;
  readonly onClose: () => void;
}

interface Written {
  readonly hash: string;
  readonly blocks: readonly Block[];
}

/** New words: first written, then seen word by word against the old, and only then put. */
export function AmendAct({ decision, offer, onClose }: AmendActProps) {
  const { versions, texts } = decision;
  const before = texts[versions.at(-1)?.hash ?? ''] ?? [];
  const [text, setText] = useState(() => textOf(before));
  const [written, setWritten] = useState<Written>();
  if (written)
    return (
      <PutWords {...{ decision, offer, before, written, onClose }} onBack={() => setWritten(undefined)} />
    );
  return <WriteWords {...{ decision, text, setText, onClose }} onWritten={setWritten} />;
}

interface WriteWordsProps {
  readonly decision: DecisionAnswer;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly onWritten: (written: Written) => void;
  readonly onClose: () => void;
}

function WriteWords({ decision, text, setText, onWritten, onClose }: WriteWordsProps) {
  const { name, about } = words.acts.amend;
  const put = useMutation({
    mutationFn: () =>
      answerOf(
        api.decisions[':decisionId'].words.$put({
          param: { decisionId: decision.id },
          json: { role: 'amendment', text },
        }),
      ),
    onSuccess: ({ hash, blocks }) => onWritten({ hash, blocks: blocks as readonly Block[] }),
  });
  const document = usePassage(decision.id).data?.document;
  const take = useTakeFromDocument(decision.id);
  const takeOver = (now: PassageNow) => {
    if (now.state !== 'changed') return;
    take.mutate({ role: 'amendment', blocks: now.blocks }, { onSuccess: onWritten });
  };
  const failed = take.error ?? put.error;
  const refusal = failed ? refusalOf(failed) : undefined;
  return (
    <Dialog title={name} onClose={onClose}>
      <Form className="act-form" onSubmit={() => put.mutate()} errors={refusal?.fields ?? {}}>
        <p>{about}</p>
        {refusal && !refusal.fields && <ErrorMessage message={refusal.message} keepsWords />}
        <LinesField
          label={words.fields.newWords}
          hint={words.fields.newWordsHint}
          error={refusal?.fields?.text}
          value={text}
          dir="auto"
          rows={8}
          onChange={(event) => setText(event.target.value)}
        />
        {document && document.now.state === 'changed' && (
          <Button look="plain" busy={take.isPending} onClick={() => takeOver(document.now)}>
            {say(words.fields.fromDocument, { title: document.title })}
          </Button>
        )}
        <div className="button-row">
          <Button type="submit" busy={put.isPending}>
            {words.fields.see}
          </Button>
          <Button look="plain" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

interface PutWordsProps extends AmendActProps {
  readonly before: readonly Block[];
  readonly written: Written;
  readonly onBack: () => void;
}

function PutWords({ decision, offer, before, written, onBack, onClose }: PutWordsProps) {
  const [change, setChange] = useState('');
  const frozen = isFrozen(decision);
  const [ifFrozen, setIfFrozen] = useState(frozen ? undefined : offer.ifFrozen[0]);
  const { name, about, do: verb } = words.acts.amend;
  return (
    <ActDialog
      {...{ decision, name, about, verb, onClose }}
      wanted={{ kind: 'amend', hash: written.hash, change, ifFrozen: ifFrozen ?? 'move_closing' }}
      check={() => (ifFrozen === undefined ? { ifFrozen: words.pickOne } : {})}
    >
      {(errors) => (
        <>
          <h3>{words.fields.whatChanges}</h3>
          <div className="act-words">
            <ChangedWords before={before} after={written.blocks} />
          </div>
          <Button look="plain" onClick={onBack}>
            {words.fields.back}
          </Button>
          <LinesField
            label={words.fields.change}
            hint={words.reasonHint}
            error={errors.change}
            value={change}
            onChange={(event) => setChange(event.target.value)}
          />
          {frozen && (
            <>
              <p>{words.freeze.about}</p>
              <Choices
                legend={words.freeze.heading}
                error={errors.ifFrozen}
                chosen={ifFrozen}
                onChoose={setIfFrozen}
                choices={offer.ifFrozen.map((value) => ({
                  value,
                  name: words.freeze[value],
                  about: say(words.freeze[`${value}About`], {
                    hours: decision.sealed?.rule.rounds.freezeHours ?? 0,
                  }),
                }))}
              />
            </>
          )}
        </>
      )}
    </ActDialog>
  );
}

function isFrozen({ rounds, now, state }: DecisionAnswer): boolean {
  const fixed = rounds.at(-1)?.wordsFixedFrom ?? null;
  return state.kind === 'open' && state.stage.kind === 'round' && fixed !== null && now >= fixed;
}
