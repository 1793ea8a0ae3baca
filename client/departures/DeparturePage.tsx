import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { DepartureAnswer } from '../../shared/departures/api.ts';
import { reason as reasonRule } from '../../shared/partnerships/changes.ts';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { TextField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { Loading } from '../ui/Loading.tsx';
import { NotFound } from '../ui/NotFound.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { toast } from '../ui/toast.ts';
import { t } from '../words.ts';
import { LeftBehindList } from './LeftBehindList.tsx';
import { useDepart, useDeparture } from './queries.ts';
import './departures.css';

export interface DeparturePageProps {
  readonly partnershipId: string;
  readonly memberId: string;
}

/** Leaving, or removing someone: first what is left behind, then the going. */
export function DeparturePage({ partnershipId, memberId }: DeparturePageProps) {
  const departure = useDeparture(partnershipId, memberId);
  const found = departure.data;
  if (!found && departure.isError && refusalOf(departure.error).refused !== 'unavailable')
    return <NotFound>{refusalOf(departure.error).message}</NotFound>;
  return (
    <main id="main" className="page narrow" tabIndex={-1}>
      <p className="small">
        <Link className="back-link" href={`/partnerships/${partnershipId}/people`}>
          {t('departures.back')}
        </Link>
      </p>
      {departure.isPending && <Loading what={t('departures.loading')} />}
      {departure.isError && !found && (
        <ErrorMessage message={refusalOf(departure.error).message} onRetry={() => void departure.refetch()} />
      )}
      {found && <Departure partnershipId={partnershipId} departure={found} />}
    </main>
  );
}

interface DepartureProps {
  readonly partnershipId: string;
  readonly departure: DepartureAnswer;
}

function Departure({ partnershipId, departure }: DepartureProps) {
  const { name, isYou, refusal, leaves } = departure;
  return (
    <>
      <PageHeading
        title={isYou ? t('departures.leaveHeading') : t('departures.removeHeading', { person: name })}
      />
      <p className="lead">{t(isYou ? 'departures.leaveAbout' : 'departures.removeAbout')}</p>
      <section aria-labelledby="left-behind">
        <h2 id="left-behind">{t('departures.leavesHeading')}</h2>
        {leaves.length === 0 ? (
          <p>{t('departures.leavesNothing')}</p>
        ) : (
          <>
            <p>{t('departures.leavesHow')}</p>
            <LeftBehindList {...{ partnershipId, leaves, isYou }} />
          </>
        )}
        <p className="small">{t('departures.notLookedThrough')}</p>
      </section>
      {refusal === null ? (
        <GoForm {...{ partnershipId, departure }} />
      ) : (
        <ErrorMessage message={refusal}>
          <Link className="button plain" href={`/partnerships/${partnershipId}/people`}>
            {t('departures.handOver')}
          </Link>
        </ErrorMessage>
      )}
    </>
  );
}

function GoForm({ partnershipId, departure }: DepartureProps) {
  const { name, isYou } = departure;
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const depart = useDepart(partnershipId, departure);
  const [, go] = useLocation();
  const submit = () => {
    const wrong = isYou ? undefined : reasonRule.safeParse(reason).error?.issues[0]?.message;
    setErrors(wrong ? { reason: wrong } : {});
    if (wrong) return;
    depart.mutate(reason, {
      onSuccess: () => {
        if (isYou) return;
        toast(t('departures.removed', { person: name }));
        go(`/partnerships/${partnershipId}/people`);
      },
      onError: (failed) => setErrors({ ...refusalOf(failed).fields }),
    });
  };
  return (
    <Form onSubmit={submit} errors={errors} className="departure-form">
      {depart.isError && Object.keys(errors).length === 0 && (
        <ErrorMessage message={refusalOf(depart.error).message} keepsWords />
      )}
      <TextField
        label={t(isYou ? 'departures.reasonYou' : 'running.reason')}
        hint={t('running.reasonHint')}
        error={errors.reason}
        value={reason}
        autoComplete="off"
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="button-row">
        <Button type="submit" busy={depart.isPending || depart.isSuccess}>
          {t(isYou ? 'departures.leaveDo' : 'departures.removeDo')}
        </Button>
        <Link className="button plain" href={`/partnerships/${partnershipId}/people`}>
          {t('ui.cancel')}
        </Link>
      </div>
    </Form>
  );
}
