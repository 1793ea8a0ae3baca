import type { ReactNode } from 'react';
import type { MeAnswer, OwnMember } from '../../shared/partnerships/api.ts';
import { NotFound } from '../ui/NotFound.tsx';
import { t } from '../words.ts';
import { TopBar } from './TopBar.tsx';

interface InPartnershipProps {
  readonly me: MeAnswer;
  readonly id: string;
  readonly children: (member: OwnMember) => ReactNode;
}

/** A page of a partnership that I am in, under its bar. */
export function InPartnership({ me, id, children }: InPartnershipProps) {
  const partnership = me.partnerships.find((mine) => mine.id === id);
  return (
    <>
      <TopBar partnership={partnership ?? me.partnerships[0]} />
      {partnership ? (
        children(partnership.member)
      ) : (
        <NotFound title={t('partnerships.lost')}>{t('partnerships.lostHow')}</NotFound>
      )}
    </>
  );
}
