import type { ReactNode } from 'react';
import type { LookAnswer } from '../../shared/invitations/api.ts';
import { SideMark } from '../partnerships/SideMark.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { sayUntil, t } from '../words.ts';

export type OpenOffer = Extract<LookAnswer, { state: 'open' }>;

/** Everything that one should know before answering: who, what for, as whom, until when, and what it commits to. */
export function OfferPart({ offer }: { readonly offer: OpenOffer }) {
  const { partnership, invitedBy, seat, roles, note, expiresAt } = offer;
  return (
    <>
      <p className="small invited-place">{partnership.place}</p>
      <PageHeading title={t('invitations.invited.heading', { partnership: partnership.name })} takesFocus />
      <p className="lead">
        {invitedBy
          ? t('invitations.invited.whoInvites', { who: invitedBy })
          : t('invitations.invited.whoLeft')}
      </p>
      {note && (
        <figure className="invited-note">
          <figcaption>{t('invitations.invited.note')}</figcaption>
          <blockquote dir="auto">{note}</blockquote>
        </figure>
      )}
      <dl className="offer">
        <Fact name={t('invitations.invited.whatFor')}>
          <p>{partnership.purpose}</p>
        </Fact>
        <Fact name={t('invitations.invited.asWhom')}>
          {seat && (
            <>
              <p>
                <SideMark side={seat.side}>{seat.name}</SideMark>
              </p>
              <p>{t(`invitations.invited.${seat.kind}`, { seat: seat.name })}</p>
              {seat.kind !== seat.invitedAs && <p>{t('invitations.invited.nowSubstitute')}</p>}
            </>
          )}
          {roles.map((role) => (
            <p key={role}>
              <b>{t(`partnerships.roles.${role}`)}.</b> {t(`invitations.invited.rolesMean.${role}`)}
            </p>
          ))}
        </Fact>
        <Fact name={t('invitations.invited.means')}>
          <p>{t('invitations.invited.meansRead')}</p>
          <p>{t('invitations.invited.meansSeen')}</p>
        </Fact>
        <Fact name={t('invitations.invited.commits')}>
          <p>{t('invitations.invited.commitsValues')}</p>
          <p>{t('invitations.invited.commitsNothing')}</p>
        </Fact>
        <Fact name={t('invitations.invited.until')}>
          <p>{t('invitations.invited.untilWhen', { when: sayUntil(expiresAt) })}</p>
        </Fact>
      </dl>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
