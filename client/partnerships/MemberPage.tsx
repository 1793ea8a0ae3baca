import { Link } from 'wouter';
import type { MemberAnswer } from '../../shared/partnerships/memberApi.ts';
import { refusalOf } from '../api.ts';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { NotFound } from '../ui/NotFound.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { t } from '../words.ts';
import { OpenName } from './OpenName.tsx';
import { useMember } from './queries.ts';
import { SideMark } from './SideMark.tsx';

export interface MemberPageProps {
  readonly partnershipId: string;
  readonly memberId: string;
}

/** One person in a partnership: for whom they speak, and what they let me see of themselves. */
export function MemberPage({ partnershipId, memberId }: MemberPageProps) {
  const member = useMember(partnershipId, memberId);
  if (member.isError && refusalOf(member.error).refused === 'not_found')
    return <NotFound title={t('profile.lost')}>{t('profile.lostHow')}</NotFound>;
  return (
    <main id="main" className="page narrow" tabIndex={-1}>
      <p className="small">
        <Link className="back-link" href={`/partnerships/${partnershipId}/people`}>
          {t('profile.backToPeople')}
        </Link>
      </p>
      {member.isPending && <Loading what={t('profile.memberLoading')} />}
      {member.isError && (
        <ErrorMessage message={refusalOf(member.error).message} onRetry={() => void member.refetch()} />
      )}
      {member.data && <Person partnershipId={partnershipId} person={member.data} />}
    </main>
  );
}

function Person({
  partnershipId,
  person,
}: {
  readonly partnershipId: string;
  readonly person: MemberAnswer;
}) {
  const { name, isPseudonym, seats, roles, isSelf, profile, mayOpenName } = person;
  return (
    <>
      <PageHeading title={name} />
      {seats.map((seat) => (
        <p key={seat.id}>
          <SideMark side={seat.side}>{seat.name}</SideMark>
          {seat.kind === 'substitute' && ` · ${t('partnerships.substitute')}`}
        </p>
      ))}
      {roles.length > 0 && <p>{roles.map((role) => t(`partnerships.roles.${role}`)).join(', ')}</p>}
      {isPseudonym && <p>{t('profile.chosen')}</p>}
      <Shown profile={profile} />
      {isSelf && (
        <p>
          {t('profile.thisIsYou')} <Link href="/me">{t('profile.change')}</Link>
        </p>
      )}
      {mayOpenName && <OpenName partnershipId={partnershipId} memberId={person.id} name={name} />}
    </>
  );
}

function Shown({ profile: { addressAs, needs } }: Pick<MemberAnswer, 'profile'>) {
  if (addressAs === null && needs === null) return <p>{t('profile.nothingShown')}</p>;
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [t('profile.needFormats'), needs?.formats],
    [t('profile.needLanguage'), needs?.language],
    [t('profile.needSupport'), needs?.support],
  ];
  return (
    <>
      {addressAs !== null && (
        <section>
          <h2>{t('profile.speakTo')}</h2>
          <p dir="auto">{addressAs}</p>
        </section>
      )}
      {needs !== null && (
        <section>
          <h2>{t('profile.needs')}</h2>
          <dl className="facts">
            {facts
              .filter(([, said]) => said)
              .map(([what, said]) => (
                <div key={what}>
                  <dt>{what}</dt>
                  <dd dir="auto">{said}</dd>
                </div>
              ))}
          </dl>
        </section>
      )}
    </>
  );
}
