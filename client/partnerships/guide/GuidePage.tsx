import { useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import {
  firstOpenStep,
  foundingOf,
  GUIDE_STEPS,
  type GuideStep,
  wrongInStep,
} from '../../../shared/partnerships/guide.ts';
import { refusalOf } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Form } from '../../ui/Form.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { toast } from '../../ui/toast.ts';
import { t } from '../../words.ts';
import { useFound } from '../changes.ts';
import { Overview } from './Overview.tsx';
import { Question } from './Question.tsx';
import { useDraft } from './useDraft.ts';
import './guide.css';

export interface GuidePageProps {
  readonly accountId: string;
  readonly name: string;
}

/** Sets up a partnership, one question at a time; the answers stand beside it. */
export function GuidePage({ accountId, name }: GuidePageProps) {
  const { draft, wasKept, change, forget } = useDraft(accountId, name);
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const found = useFound();
  const step = GUIDE_STEPS.find((one) => one === search.get('question')) ?? 'name';
  const at = GUIDE_STEPS.indexOf(step);
  const goTo = (to: GuideStep | undefined) => {
    setErrors({});
    if (to) go(`/new-partnership?question=${to}`);
  };
  const submit = () => {
    const wrong = wrongInStep(step, draft);
    if (step !== 'check') {
      setErrors(wrong);
      if (Object.keys(wrong).length === 0) goTo(GUIDE_STEPS[at + 1]);
      return;
    }
    const open = firstOpenStep(draft);
    if (open !== 'check') return goTo(open);
    found.mutate(foundingOf(draft), {
      onSuccess: ({ id }) => {
        toast(t('guide.created', { name: draft.name.trim() }));
        forget();
        go(`/partnerships/${id}/people`);
      },
    });
  };
  return (
    <main id="main" className="page guide" tabIndex={-1}>
      <div className="guide-question" key={step}>
        <p className="small guide-at">{t('guide.step', { at: at + 1, of: GUIDE_STEPS.length })}</p>
        <PageHeading title={t(`guide.questions.${step}`)} />
        <p className="lead">{t(`guide.abouts.${step}`)}</p>
        {step === 'name' && <p className="small">{t('guide.time')}</p>}
        <Form onSubmit={submit} errors={errors}>
          <Question {...{ step, draft, change, errors, goTo }} />
          {found.isError && <ErrorMessage message={refusalOf(found.error).message} keepsWords />}
          <div className="button-row">
            <Button type="submit" busy={found.isPending}>
              {t(step === 'check' ? 'guide.create' : 'guide.next')}
            </Button>
            {at > 0 && (
              <Button look="plain" onClick={() => goTo(GUIDE_STEPS[at - 1])}>
                {t('guide.back')}
              </Button>
            )}
          </div>
        </Form>
      </div>
      <Overview {...{ draft, step, goTo }}>
        {wasKept && (
          <div className="guide-kept">
            <p className="small">{t('guide.kept')}</p>
            <Button
              look="plain"
              onClick={() => {
                forget();
                toast(t('guide.afresh'));
                goTo('name');
              }}
            >
              {t('guide.startAfresh')}
            </Button>
          </div>
        )}
      </Overview>
    </main>
  );
}
