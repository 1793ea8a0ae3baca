import { Link } from 'wouter';
import { RIGHTS, type Right } from '../../shared/access.ts';
import type { AsSeatAnswer } from '../../shared/documents/asSeatApi.ts';
import { refusalOf } from '../api.ts';
import { SideMark } from '../partnerships/SideMark.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { NotFound } from '../ui/NotFound.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { t } from '../words.ts';
import { useAsSeat } from './queries.ts';

export interface AsSeatPageProps {
  readonly partnershipId: string;
  readonly seatId: string;
}

/** For a facilitator: which documents a seat can see and do what with, and how it looks to whoever is in it. */
export function AsSeatPage({ partnershipId, seatId }: AsSeatPageProps) {
  const found = useAsSeat(partnershipId, seatId);
  if (found.isError && refusalOf(found.error).refused === 'not_found')
    return <NotFound title={t('asSeat.lost')}>{t('asSeat.lostHow')}</NotFound>;
  return (
    <main id="main" className="page narrow" tabIndex={-1}>
      <p className="small">
        <Link className="back-link" href={`/partnerships/${partnershipId}/people`}>
          {t('asSeat.back')}
        </Link>
      </p>
      {found.isPending && <Loading what={t('asSeat.loading')} />}
      {found.isError && (
        <ErrorMessage message={refusalOf(found.error).message} onRetry={() => void found.refetch()} />
      )}
      {found.data && <Seen seen={found.data} />}
    </main>
  );
}

function Seen({ seen: { seat, people, documents } }: { readonly seen: AsSeatAnswer }) {
  const serving = people.filter(({ roles }) => roles.length > 0);
  return (
    <>
      <PageHeading title={t('asSeat.heading', { seat: seat.name })} />
      <p>
        <SideMark side={seat.side} />
      </p>
      <p className="lead">{t('asSeat.about')}</p>
      <p>
        {people.length === 0
          ? t('asSeat.alone')
          : t('asSeat.people', { names: listed(people.map(({ name }) => name)) })}{' '}
        {serving.map(({ memberId, name, roles }) => (
          <span key={memberId}>
            {t('asSeat.rolesToo', {
              name,
              roles: listed(roles.map((role) => t(`partnerships.roles.${role}`))),
            })}{' '}
          </span>
        ))}
      </p>
      {documents.length === 0 && (
        <EmptyState title={t('asSeat.noDocuments')}>
          <p>{t('asSeat.noDocumentsHow')}</p>
        </EmptyState>
      )}
      {[...RIGHTS].reverse().map((right) => (
        <Documents
          key={right}
          right={right}
          documents={documents.filter((document) => document.right === right)}
          seatId={seat.id}
        />
      ))}
      <p className="small">{t('asSeat.onlyYours')}</p>
    </>
  );
}

interface DocumentsProps {
  readonly right: Right;
  readonly documents: AsSeatAnswer['documents'];
  readonly seatId: string;
}

function Documents({ right, documents, seatId }: DocumentsProps) {
  if (documents.length === 0) return null;
  return (
    <section>
      <h2>{t(`asSeat.groups.${right}`)}</h2>
      <ul className="rows">
        {documents.map(({ id, title, sensitivity }) => (
          <li key={id} className="row">
            <div className="row-words">
              <a className="row-title" href={`/read/${id}?as=${encodeURIComponent(seatId)}`} dir="auto">
                {title}
              </a>
              <p className="row-facts">
                {[
                  t(right === 'none' ? 'asSeat.tryAs' : 'asSeat.readAs'),
                  sensitivity !== 'members' && t(`access.short.${sensitivity}`),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(names);
}
