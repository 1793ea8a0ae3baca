import { useContext } from 'react';
import { Link, useLocation } from 'wouter';
import type { OwnMember, OwnPartnership } from '../../shared/partnerships/api.ts';
import { useChanges } from '../live/useChanges.ts';
import { useMe, useSignOut } from '../people/queries.ts';
import { Brand } from '../ui/Brand.tsx';
import { Button } from '../ui/Button.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { t } from '../words.ts';
import { SideMark } from './SideMark.tsx';
import { TopBarExtra } from './topBarExtra.ts';

/** Where I am, who I am, and for whom I speak. */
export function TopBar({ partnership }: { readonly partnership: OwnPartnership | undefined }) {
  useChanges(partnership?.id);
  const signOut = useSignOut();
  const extra = useContext(TopBarExtra);
  const name = useMe().data?.account?.name;
  return (
    <header className="top-bar no-print">
      <Brand />
      {partnership && (
        <Link className="top-partnership" href={`/partnerships/${partnership.id}`}>
          {partnership.name}
        </Link>
      )}
      {partnership && <PartnershipNav id={partnership.id} />}
      {extra}
      <Link className="who-am-i" href="/me">
        {partnership ? <WhoAmI member={partnership.member} /> : <b>{name}</b>}
        <VisuallyHidden> · {t('people.me.link')}</VisuallyHidden>
      </Link>
      <Button
        look="quiet"
        className="sign-out"
        busy={signOut.isPending || signOut.isSuccess}
        onClick={() => signOut.mutate()}
      >
        {t('people.signOut')}
      </Button>
    </header>
  );
}

function PartnershipNav({ id }: { readonly id: string }) {
  const [at] = useLocation();
  const home = `/partnerships/${id}`;
  const pages = [
    { href: home, words: t('running.documents') },
    { href: `${home}/values`, words: t('values.link') },
    { href: `${home}/decisions`, words: t('running.decisions') },
    { href: `${home}/people`, words: t('running.people') },
    { href: `${home}/journal`, words: t('running.journal') },
    { href: `${home}/private-notes`, words: t('running.privateNote') },
  ];
  return (
    <nav className="top-nav" aria-label={t('running.nav')}>
      {pages.map(({ href, words }) => (
        <Link key={href} href={href} aria-current={at === href ? 'page' : undefined}>
          {words}
        </Link>
      ))}
    </nav>
  );
}

function WhoAmI({ member }: { readonly member: OwnMember }) {
  const [seat] = member.seats;
  return (
    <>
      {seat ? <SideMark side={seat.side}>{member.name}</SideMark> : <b>{member.name}</b>}
      <span className="who-for">
        {seat
          ? t('people.speaksFor', { seat: seat.name })
          : member.roles.map((role) => t(`partnerships.roles.${role}`)).join(', ')}
      </span>
    </>
  );
}
