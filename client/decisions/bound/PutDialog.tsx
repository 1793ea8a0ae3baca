import { useState } from 'react';
import { useLocation } from 'wouter';
import type { BoundHere } from '../../../shared/decisions/passageApi.ts';
import type { BoundPassage } from '../../../shared/passages/passage.ts';
import { refusalOf } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Form } from '../../ui/Form.tsx';
import { toast } from '../../ui/toast.ts';
import { t } from '../../words.ts';
import { BlockWords } from '../words/BlockWords.tsx';
import { BoundText } from './BoundText.tsx';
import { usePutToDecision } from './queries.ts';

/** Words that are about to be put to a decision, or why they can't be; `follows` is the decision that they changed since. */
export interface Putting {
  readonly bound: BoundPassage | 'not_here' | 'too_long';
  readonly follows: BoundHere | undefined;
}

export interface PutDialogProps {
  readonly documentId: string;
  readonly putting: Putting;
  readonly restricted: boolean;
  readonly onClose: () => void;
}

/** Says what will happen and who will see the words, and begins the draft. */
export function PutDialog({ documentId, putting, restricted, onClose }: PutDialogProps) {
  const { bound, follows } = putting;
  if (typeof bound === 'string')
    return (
      <Dialog title={t('passages.put.title')} onClose={onClose}>
        <p>{t(bound === 'too_long' ? 'passages.put.tooLong' : 'passages.put.nothing')}</p>
        <div className="button-row">
          <Button onClick={onClose}>{t('passages.close')}</Button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title={t('passages.put.title')} onClose={onClose}>
      <PutForm
        documentId={documentId}
        bound={bound}
        follows={follows}
        restricted={restricted}
        onClose={onClose}
      />
    </Dialog>
  );
}

interface PutFormProps extends Omit<PutDialogProps, 'putting'> {
  readonly bound: BoundPassage;
  readonly follows: BoundHere | undefined;
}

const NO_ERRORS = {};

function PutForm({ documentId, bound, follows, restricted, onClose }: PutFormProps) {
  const [question, setQuestion] = useState(follows?.question ?? '');
  const put = usePutToDecision(documentId);
  const [, go] = useLocation();
  const refusal = put.error ? refusalOf(put.error) : undefined;
  const submit = () => {
    const { start, end, hash } = bound;
    const asked = question.trim();
    put.mutate(
      {
        start,
        end,
        hash,
        ...(asked && { question: asked }),
        ...(follows && { follows: follows.decisionId }),
      },
      {
        onSuccess: ({ id, number }) => {
          toast(t('passages.put.done', { number }));
          onClose();
          go(`/decisions/${id}`);
        },
      },
    );
  };
  return (
    <Form onSubmit={submit} errors={refusal?.fields ?? NO_ERRORS} className="bound-put">
      {refusal && <ErrorMessage message={refusal.message} keepsWords />}
      <BoundText>
        <BlockWords blocks={bound.blocks} />
      </BoundText>
      <p>{t('passages.put.what')}</p>
      <p>{t(restricted ? 'passages.put.whoRestricted' : 'passages.put.whoAll')}</p>
      <p className="small">{t('passages.put.bound')}</p>
      {follows && <p>{t('passages.put.follows', { number: follows.number })}</p>}
      <TextField
        label={t('passages.put.question')}
        hint={t('passages.put.questionHint')}
        value={question}
        error={refusal?.fields?.question}
        maxLength={300}
        autoComplete="off"
        onChange={(event) => setQuestion(event.target.value)}
      />
      <div className="button-row">
        <Button type="submit" busy={put.isPending}>
          {t('passages.put.send')}
        </Button>
        <Button look="plain" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </Form>
  );
}
