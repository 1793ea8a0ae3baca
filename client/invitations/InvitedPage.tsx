import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { LookAnswer } from '../../shared/invitations/api.ts';
import { refusalOf } from '../api.ts';
import { useMe } from '../people/queries.ts';
import { Brand } from '../ui/Brand.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { sayWhen, t } from '../words.ts';
import { AnswerPart } from './AnswerPart.tsx';
import './invitations.css';
import { takeLinkToken } from './linkToken.ts';
import { OfferPart } from './OfferPart.tsx';
import { useLook } from './queries.ts';

/** Where a mailed invitation leads: what is offered, by whom and until when; and the answer to it. */
export function InvitedPage() {
  const [{ token, declined }, setOpened] = useState(() => ({ token: takeLinkToken(), declined: false }));
  useEffect(() => {
    // A link that is pasted into the same page is opened anew.
    const changed = () => setOpened({ token: takeLinkToken(), declined: false });
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return (
    <>
      <header className="top-bar">
        <Brand />
      </header>
      <main id="main" className="page invited-page" tabIndex={-1}>
        {token === '' && (
          <Nothing title={t('invitations.invited.noLink')}>{t('invitations.invited.noLinkHow')}</Nothing>
        )}
        {token !== '' && declined && (
          <Nothing title={t('invitations.invited.declined')}>{t('invitations.invited.declinedHow')}</Nothing>
        )}
        {token !== '' && !declined && (
          <Invitation key={token} token={token} onDeclined={() => setOpened({ token, declined: true })} />
        )}
      </main>
    </>
  );
}

function Nothing({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <>
      <PageHeading title={title} takesFocus />
      <p className="lead">{children}</p>
    </>
  );
}

function Invitation({ token, onDeclined }: { readonly token: string; readonly onDeclined: () => void }) {
  const me = useMe();
  const look = useLook(token, me.data?.account?.id);
  const refusal = look.error ? refusalOf(look.error) : undefined;
  // It may end while it is being read.
  if (refusal?.refused === 'not_found')
    return <Nothing title={t('invitations.invited.cannotUse')}>{refusal.message}</Nothing>;
  if (look.data)
    return <Found found={look.data} {...{ token, onDeclined }} onChanged={() => void look.refetch()} />;
  if (refusal) return <ErrorMessage message={refusal.message} onRetry={() => void look.refetch()} />;
  return <Loading what={t('invitations.invited.loading')} />;
}

interface FoundProps {
  readonly found: LookAnswer;
  readonly token: string;
  readonly onDeclined: () => void;
  readonly onChanged: () => void;
}

function Found({ found, ...rest }: FoundProps) {
  const whoever = t('invitations.invited.whoever');
  switch (found.state) {
    case 'open':
      return (
        <>
          <OfferPart offer={found} />
          <AnswerPart offer={found} {...rest} />
        </>
      );
    case 'expired': {
      const { partnership, invitedBy, expiresAt } = found;
      const gaps = { partnership, who: invitedBy ?? whoever, when: sayWhen(expiresAt, Date.now()) };
      return (
        <Nothing title={t('invitations.invited.ranOut')}>{t('invitations.invited.ranOutHow', gaps)}</Nothing>
      );
    }
    case 'seat_gone': {
      const { partnership, invitedBy } = found;
      const gaps = { partnership, who: invitedBy ?? whoever };
      return (
        <Nothing title={t('invitations.invited.seatGone')}>
          {t('invitations.invited.seatGoneHow', gaps)}
        </Nothing>
      );
    }
    case 'accepted':
      return (
        <>
          <Nothing title={t('invitations.invited.already')}>{t('invitations.invited.alreadyHow')}</Nothing>
          <Link className="button main" href={`/partnerships/${found.partnershipId}`}>
            {t('invitations.invited.toPartnership')}
          </Link>
        </>
      );
  }
}
