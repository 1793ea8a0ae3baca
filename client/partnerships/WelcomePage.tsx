import { Link } from 'wouter';
import { SIDES, type Side } from '../../shared/partnerships/sides.ts';
import { refusalOf } from '../api.ts';
import { type ExamplePerson, useExample, useExampleSignIn } from '../people/queries.ts';
import { Brand } from '../ui/Brand.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { t } from '../words.ts';
import { SideShape } from './SideMark.tsx';

/** The first page of an example: what this is, and its people, one of whom one can be with one click. */
export function WelcomePage({ signIn: signInHref }: { readonly signIn: string }) {
  const example = useExample();
  const signIn = useExampleSignIn();
  const people = example.data?.people ?? [];
  return (
    <>
      <header className="top-bar">
        <Brand />
        <Link className="top-link" href={signInHref}>
          {t('people.welcome.byMail')}
        </Link>
      </header>
      <main id="main" className="welcome" tabIndex={-1}>
        <div className="welcome-words">
          <PageHeading title={t('ui.name')}>{t('people.welcome.heading')}</PageHeading>
          <p className="lead">{t('people.welcome.what')}</p>
          <p className="lead">{t('people.welcome.promise')}</p>
        </div>
        <h2>{t('people.welcome.choose')}</h2>
        <p>{t('people.welcome.howTo', { partnership: example.data?.partnership.name ?? '' })}</p>
        {signIn.isError && <ErrorMessage message={refusalOf(signIn.error).message} />}
        {example.isPending && <Loading what={t('people.welcome.loading')} />}
        {example.isError && (
          <ErrorMessage message={refusalOf(example.error).message} onRetry={() => void example.refetch()} />
        )}
        {example.data && (
          <>
            <div className="four-sides">
              {SIDES.map((side) => (
                <SideColumn
                  key={side}
                  side={side}
                  people={people.filter(({ seat }) => seat?.side === side)}
                  onChoose={signIn.mutate}
                />
              ))}
            </div>
            <h3>{t('people.welcome.serving')}</h3>
            <p className="small">{t('people.welcome.servingAbout')}</p>
            <People
              people={people.filter(({ seat }) => !seat)}
              onChoose={signIn.mutate}
              className="people wide"
            />
          </>
        )}
      </main>
    </>
  );
}

interface PeopleProps {
  readonly people: readonly ExamplePerson[];
  readonly onChoose: (person: string) => void;
  readonly className?: string;
}

function SideColumn({ side, ...rest }: PeopleProps & { readonly side: Side }) {
  return (
    <section className="side-column" data-side={side} aria-labelledby={`side-${side}`}>
      <h3 id={`side-${side}`}>
        <SideShape side={side} />
        {t(`partnerships.sides.${side}`)}
      </h3>
      <p className="small">{t(`partnerships.sidesAbout.${side}`)}</p>
      <People {...rest} />
    </section>
  );
}

function People({ people, onChoose, className = 'people' }: PeopleProps) {
  return (
    <ul className={className}>
      {people.map((person) => (
        <li key={person.name}>
          <button type="button" className="person" onClick={() => onChoose(person.name)}>
            <VisuallyHidden>{t('people.welcome.comeInAs')} </VisuallyHidden>
            <b>{person.name}</b>
            <span className="person-about">{aboutPerson(person)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function aboutPerson({ seat, roles, isPseudonym, note }: ExamplePerson): string {
  return [
    seat?.name,
    seat?.kind === 'substitute' && t('partnerships.substitute'),
    ...roles.map((role) => t(`partnerships.roles.${role}`)),
    note,
    isPseudonym && t('partnerships.pseudonym'),
  ]
    .filter(Boolean)
    .join(' · ');
}
