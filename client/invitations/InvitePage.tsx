import { useState } from 'react';
import { refusalOf } from '../api.ts';
import { usePartnership } from '../partnerships/queries.ts';
import { useSignInWays } from '../people/queries.ts';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { t } from '../words.ts';
import { InvitationList } from './InvitationList.tsx';
import { InviteMany } from './InviteMany.tsx';
import { InviteOne } from './InviteOne.tsx';
import './invitations.css';

const WAYS = ['one', 'many'] as const;

export interface InvitePageProps {
  readonly partnershipId: string;
  readonly mayInvite: boolean;
}

/** Where facilitators invite people, one or many, and see what became of it. */
export function InvitePage({ partnershipId, mayInvite }: InvitePageProps) {
  const partnership = usePartnership(partnershipId);
  const ways = useSignInWays().data;
  const [way, setWay] = useState<(typeof WAYS)[number]>('one');
  return (
    <main id="main" className="page invite-page" tabIndex={-1}>
      <PageHeading title={t('invitations.heading')} />
      <p className="lead">{t(mayInvite ? 'invitations.about' : 'invitations.onlyFacilitators')}</p>
      {mayInvite && ways?.openOutbox && (
        <p>
          {t('people.signIn.openOutbox')}{' '}
          <a href="/outbox" target="_blank" rel="noreferrer">
            {t('people.signIn.readOutbox')}
          </a>
        </p>
      )}
      {partnership.isPending && <Loading what={t('invitations.loadingSeats')} />}
      {partnership.isError && (
        <ErrorMessage
          message={refusalOf(partnership.error).message}
          onRetry={() => void partnership.refetch()}
        />
      )}
      {mayInvite && partnership.data && (
        <div className="invite-columns">
          <div>
            <fieldset className="invite-ways">
              <legend className="visually-hidden">{t('invitations.ways')}</legend>
              {WAYS.map((one) => (
                <label key={one}>
                  <input type="radio" name="invite-way" checked={way === one} onChange={() => setWay(one)} />
                  <span>{t(`invitations.${one}`)}</span>
                </label>
              ))}
            </fieldset>
            {/* Both stay, so that what was typed in one is there when one comes back to it. */}
            <div hidden={way !== 'one'}>
              <InviteOne partnership={partnership.data} />
            </div>
            <div hidden={way !== 'many'}>
              <InviteMany partnership={partnership.data} />
            </div>
          </div>
          <InvitationList partnershipId={partnershipId} />
        </div>
      )}
    </main>
  );
}
