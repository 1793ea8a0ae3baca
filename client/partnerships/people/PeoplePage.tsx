import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { linksWords } from '../../../shared/messages/en/links.ts';
import type { OwnMember, PartnershipAnswer } from '../../../shared/partnerships/api.ts';
import { missingFrom } from '../../../shared/partnerships/missing.ts';
import { SIDES } from '../../../shared/partnerships/sides.ts';
import { sayZone } from '../../../shared/partnerships/timeZone.ts';
import { refusalOf } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { t } from '../../words.ts';
import { usePartnership } from '../queries.ts';
import { SideMark } from '../SideMark.tsx';
import { AboutDialog } from './AboutDialog.tsx';
import { PersonLine } from './PersonLine.tsx';
import { SeatCard } from './SeatCard.tsx';
import { AddSeatDialog } from './SeatDialogs.tsx';
import './people.css';

export interface PeoplePageProps {
  readonly partnershipId: string;
  /** The one who looks. */
  readonly me: OwnMember;
  /** What else those who run it have to know. */
  readonly children?: ReactNode;
}

/** Who is at the table, who is missing from it, and, for those who run it, how to change that. */
export function PeoplePage({ partnershipId, me, children }: PeoplePageProps) {
  const partnership = usePartnership(partnershipId);
  return (
    <main id="main" className="page people-page" tabIndex={-1}>
      <PageHeading title={t('running.heading')} />
      <p className="lead">{t('running.about')}</p>
      {children}
      {partnership.isPending && <Loading what={t('running.loading')} />}
      {partnership.isError && !partnership.data && (
        <ErrorMessage
          message={refusalOf(partnership.error).message}
          onRetry={() => void partnership.refetch()}
        />
      )}
      {partnership.data && <Everyone partnership={partnership.data} me={me} />}
    </main>
  );
}

interface EveryoneProps {
  readonly partnership: PartnershipAnswer;
  readonly me: OwnMember;
}

function Everyone({ partnership, me }: EveryoneProps) {
  const { seats, members } = partnership;
  const [adding, setAdding] = useState(false);
  const runs = me.roles.includes('facilitator');
  const serving = members.filter(({ seatIds }) => seatIds.length === 0);
  return (
    <>
      {runs && (
        <div className="button-row first-row">
          <Link className="button main" href={`/partnerships/${partnership.id}/invite`}>
            {t('running.invite')}
          </Link>
          <Link className="button plain" href={`/partnerships/${partnership.id}/links`}>
            {linksWords.open}
          </Link>
          <Button look="plain" onClick={() => setAdding(true)}>
            {t('running.addSeat')}
          </Button>
        </div>
      )}
      <MissingNotice partnership={partnership} />
      <div className="people-sides">
        {SIDES.map((side) => (
          <section key={side} className="people-side" data-side={side} aria-labelledby={`people-${side}`}>
            <h2 id={`people-${side}`}>
              <SideMark side={side} />
            </h2>
            {!seats.some((seat) => seat.side === side) && <p className="small">{t('running.noSeats')}</p>}
            <ul className="seat-cards">
              {seats
                .filter((seat) => seat.side === side)
                .map((seat) => (
                  <SeatCard key={seat.id} {...{ partnership, seat, me }} />
                ))}
            </ul>
          </section>
        ))}
      </div>
      {serving.length > 0 && (
        <section aria-labelledby="people-serving">
          <h2 id="people-serving">{t('running.serving')}</h2>
          <p className="small">{t('running.servingAbout')}</p>
          <ul className="person-lines wide">
            {serving.map((person) => (
              <PersonLine key={person.id} {...{ partnership, person, me }} />
            ))}
          </ul>
        </section>
      )}
      <About partnership={partnership} runs={runs} />
      {adding && <AddSeatDialog partnership={partnership} onClose={() => setAdding(false)} />}
    </>
  );
}

function MissingNotice({ partnership }: { readonly partnership: PartnershipAnswer }) {
  const missing = missingFrom(partnership);
  if (missing.length === 0) return null;
  return (
    <section className="missing" aria-labelledby="people-missing">
      <h2 id="people-missing">{t('running.missingHeading')}</h2>
      <ul>
        {missing.map((one) =>
          one.what === 'side' ? (
            <li key={one.side}>{t('running.missing.side', { side: t(`partnerships.sides.${one.side}`) })}</li>
          ) : (
            <li key={one.seat.id}>{t(`running.missing.${one.what}`, { seat: one.seat.name })}</li>
          ),
        )}
      </ul>
    </section>
  );
}

function About({ partnership, runs }: { readonly partnership: PartnershipAnswer; readonly runs: boolean }) {
  const [changing, setChanging] = useState(false);
  const { purpose, place, whyTogether, whyNow, preset, timeZone } = partnership;
  const facts = [
    [t('running.place'), place],
    [t('running.timeZone'), sayZone(timeZone)],
    [t('running.whyTogether'), whyTogether],
    [t('running.whyNow'), whyNow],
    [t('running.preset'), t(`documents.presets.${preset}`)],
  ].filter(([, said]) => said !== '');
  return (
    <section className="about-partnership" aria-labelledby="people-about">
      <h2 id="people-about">{t('running.aboutHeading')}</h2>
      <p className="as-typed" dir="auto">
        {purpose}
      </p>
      <dl>
        {facts.map(([what, said]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd className="as-typed" dir="auto">
              {said}
            </dd>
          </div>
        ))}
      </dl>
      {runs && (
        <Button look="plain" onClick={() => setChanging(true)}>
          {t('running.changeAbout')}
        </Button>
      )}
      {changing && <AboutDialog partnership={partnership} onClose={() => setChanging(false)} />}
    </section>
  );
}
