import { Link } from 'wouter';
import type { OwnNameAnswer } from '../../shared/partnerships/pseudonymApi.ts';
import { refusalOf } from '../api.ts';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { toast } from '../ui/toast.ts';
import { sayWhen, t } from '../words.ts';
import { NameForm } from './NameForm.tsx';
import { useChangeName, useNamedIn, useOwnName } from './queries.ts';

/** The name that I go by in one partnership: what choosing another does, what it can't, and who opened mine. */
export function ChosenNamePage({ partnershipId }: { readonly partnershipId: string }) {
  const own = useOwnName(partnershipId);
  return (
    <main id="main" className="page narrow" tabIndex={-1}>
      <p className="small">
        <Link className="back-link" href="/me">
          {t('pseudonyms.backTo', { title: t('people.me.heading') })}
        </Link>
      </p>
      <PageHeading title={t('pseudonyms.heading')} />
      {own.isPending && <Loading what={t('pseudonyms.loading')} />}
      {own.isError && (
        <ErrorMessage message={refusalOf(own.error).message} onRetry={() => void own.refetch()} />
      )}
      {own.data && <OwnName partnershipId={partnershipId} own={own.data} />}
    </main>
  );
}

interface OwnNameProps {
  readonly partnershipId: string;
  readonly own: OwnNameAnswer;
}

function OwnName({ partnershipId, own }: OwnNameProps) {
  const { name, isPseudonym, sealed } = own;
  const take = useChangeName(partnershipId);
  const back = useChangeName(partnershipId);
  const done = (now: string) => toast(t('pseudonyms.isTaken', { name: now }), { takesFocus: true });
  return (
    <>
      <p className="lead" dir="auto">
        {t(isPseudonym ? 'pseudonyms.nowChosen' : 'pseudonyms.now', { name })}
      </p>
      {sealed && <Openings openings={own.openings} />}
      <p>{t('pseudonyms.what')}</p>
      <p>
        {t('pseudonyms.sealing')} {keeperWords(own)}
      </p>
      <NameForm
        label={t('pseudonyms.choose')}
        hint={t('pseudonyms.chooseHint')}
        button={t(isPseudonym ? 'pseudonyms.change' : 'pseudonyms.take')}
        changing={take}
        onSubmit={(chosen, end) =>
          take.mutate(
            { name: chosen, chosen: true },
            end(() => done(chosen)),
          )
        }
      >
        {!isPseudonym && <NamedIn partnershipId={partnershipId} />}
        <h2>{t('pseudonyms.limitsHeading')}</h2>
        <ul>
          {(t('pseudonyms.limits', { returnObjects: true }) as readonly string[]).map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </NameForm>
      {isPseudonym && (
        <section>
          <h2>{t('pseudonyms.back')}</h2>
          <NameForm
            label={t('pseudonyms.ownName')}
            hint={t('pseudonyms.backHow')}
            button={t('pseudonyms.back')}
            look="plain"
            changing={back}
            onSubmit={(typed, end) =>
              back.mutate(
                { name: typed, chosen: false },
                end(() => done(typed)),
              )
            }
          />
        </section>
      )}
    </>
  );
}

/** Words that are written stay: so they are shown before the name is changed. */
function NamedIn({ partnershipId }: Pick<OwnNameProps, 'partnershipId'>) {
  const found = useNamedIn(partnershipId);
  if (!found.data || found.data.length === 0) return null;
  return (
    <>
      <h2>{t('pseudonyms.namedIn')}</h2>
      <p>{t('pseudonyms.namedInHow')}</p>
      <ul>
        {found.data.map(({ id, title }) => (
          <li key={id}>
            <Link href={`/documents/${id}`} dir="auto">
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function keeperWords({ keepers }: OwnNameAnswer): string {
  if (keepers.length === 0) return t('pseudonyms.noKeeper');
  return t('pseudonyms.keepers', { names: new Intl.ListFormat('en-GB').format(keepers) });
}

function Openings({ openings }: Pick<OwnNameAnswer, 'openings'>) {
  if (openings.length === 0) return <p>{t('pseudonyms.neverOpened')}</p>;
  return (
    <section>
      <h2>{t('pseudonyms.openings')}</h2>
      <ul>
        {openings.map(({ at, by, reason }) => (
          <li key={`${at} ${reason}`}>
            {t('pseudonyms.opening', {
              when: sayWhen(at, Date.now()),
              by: by ?? t('pseudonyms.someone'),
              reason,
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
