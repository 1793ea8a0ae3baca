import { Link } from 'wouter';
import type { WelcomeAnswer } from '../../shared/newcomers/api.ts';
import { refusalOf } from '../api.ts';
import { SideMark } from '../partnerships/SideMark.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { ValuesNow } from '../values/ValuesNow.tsx';
import { sayWhen, t } from '../words.ts';
import './newcomers.css';
import { useWelcome } from './queries.ts';
import { ValuesCard } from './ValuesCard.tsx';

/** What someone who is new needs to know first: what this is, who they are here, what is agreed, what is open. */
export function CatchUpPage({ partnershipId }: { readonly partnershipId: string }) {
  const welcome = useWelcome(partnershipId);
  return (
    <main id="main" className="page catch-up" tabIndex={-1}>
      {welcome.isError && !welcome.data && (
        <ErrorMessage message={refusalOf(welcome.error).message} onRetry={() => void welcome.refetch()} />
      )}
      {welcome.data ? (
        <CatchUp welcome={welcome.data} />
      ) : (
        welcome.isPending && <Loading what={t('newcomers.loading')} />
      )}
    </main>
  );
}

function CatchUp({ welcome }: { readonly welcome: WelcomeAnswer }) {
  const { partnership, me, values, agreements, open, more } = welcome;
  return (
    <>
      <PageHeading title={t('newcomers.heading', { partnership: partnership.name })} takesFocus />
      <p className="lead">{partnership.purpose}</p>
      <Reasons {...partnership} />

      <h2>{t('newcomers.you')}</h2>
      <WhoYouAre me={me} />

      <h2>{t('newcomers.values')}</h2>
      <p>{t(values.length > 0 ? 'newcomers.valuesAbout' : 'newcomers.noValues')}</p>
      <ValuesNow partnershipId={partnership.id} />
      {values.map((one) => (
        <ValuesCard key={one.id} values={one} />
      ))}

      <h2>{t('newcomers.agreed')}</h2>
      <p>{t(agreements.length > 0 ? 'newcomers.agreedAbout' : 'newcomers.nothingAgreed')}</p>
      <ul className="rows">
        {agreements.map((line) => (
          <ToRead key={line.id} line={line} />
        ))}
      </ul>

      <h2>{t('newcomers.open')}</h2>
      <p>{t(open.length > 0 ? 'newcomers.openAbout' : 'newcomers.nothingOpen')}</p>
      <ul className="rows">
        {open.map((line) => (
          <ToRead key={line.id} line={line} />
        ))}
      </ul>
      <p className="button-row">
        <Link className="button plain" href={`/partnerships/${partnership.id}`}>
          {t(more ? 'newcomers.more' : 'newcomers.goOn')}
        </Link>
        <Link className="button plain" href={`/partnerships/${partnership.id}/people`}>
          {t('newcomers.people')}
        </Link>
      </p>
    </>
  );
}

function Reasons({ whyTogether, whyNow }: { readonly whyTogether: string; readonly whyNow: string }) {
  if (whyTogether === '' && whyNow === '') return null;
  return (
    <dl className="reasons">
      {whyTogether && (
        <div>
          <dt>{t('newcomers.whyTogether')}</dt>
          <dd>{whyTogether}</dd>
        </div>
      )}
      {whyNow && (
        <div>
          <dt>{t('newcomers.whyNow')}</dt>
          <dd>{whyNow}</dd>
        </div>
      )}
    </dl>
  );
}

function WhoYouAre({ me }: { readonly me: WelcomeAnswer['me'] }) {
  const [seat] = me.seats;
  const { name, roles, isPseudonym } = me;
  const said = { holder: 'newcomers.youHolder', substitute: 'newcomers.youSubstitute' } as const;
  return (
    <>
      {seat && (
        <p>
          <SideMark side={seat.side}>{seat.name}</SideMark>
        </p>
      )}
      <p>
        {seat ? t(said[seat.kind], { name, seat: seat.name }) : t('newcomers.youServe', { name })}{' '}
        {roles.length > 0 &&
          t('newcomers.yourRoles', {
            roles: roles.map((role) => t(`partnerships.roles.${role}`)).join(', '),
          })}{' '}
        {isPseudonym && t('newcomers.chosen')}
      </p>
    </>
  );
}

function ToRead({ line }: { readonly line: WelcomeAnswer['open'][number] }) {
  const { id, title, right, changedAt } = line;
  return (
    <li className="row">
      <div className="row-words">
        <Link className="row-title" href={`/documents/${id}`} dir="auto">
          {title}
        </Link>
        <p className="row-facts">
          {t('documents.changedWhen', { when: sayWhen(changedAt, Date.now()) })} ·{' '}
          {t(`documents.youCan.${right}`)}
        </p>
      </div>
      <a className="button plain" href={`/read/${id}`} aria-label={`${t('newcomers.read')}: ${title}`}>
        {t('newcomers.read')}
      </a>
    </li>
  );
}
