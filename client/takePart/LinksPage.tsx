import { useState } from 'react';
import { linksWords as words } from '../../shared/messages/en/links.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import type { MadeLinkAnswer } from '../../shared/takePart/api.ts';
import { refusalOf } from '../api.ts';
import { usePartnership } from '../partnerships/queries.ts';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { AddPersonForm } from './AddPersonForm.tsx';
import { LinkList } from './LinkList.tsx';
import { MadeLink } from './MadeLink.tsx';
import { MakeLinkForm } from './MakeLinkForm.tsx';
import './links.css';

export interface LinksPageProps {
  readonly partnershipId: string;
  readonly me: OwnMember;
}

/** Where facilitators, and those who hold a seat, make personal links and take them back. */
export function LinksPage({ partnershipId, me }: LinksPageProps) {
  const partnership = usePartnership(partnershipId);
  const [made, setMade] = useState<MadeLinkAnswer>();
  const facilitates = me.roles.includes('facilitator');
  return (
    <main id="main" className="page" tabIndex={-1}>
      <PageHeading title={words.title} />
      <p className="lead">{words.about}</p>
      {partnership.isPending && <Loading what={words.title} />}
      {partnership.isError && <ErrorMessage message={refusalOf(partnership.error).message} />}
      {partnership.data && (
        <>
          {made && <MadeLink made={made} />}
          <MakeLinkForm partnership={partnership.data} me={me} onMade={setMade} />
          <LinkList partnershipId={partnershipId} />
          {facilitates && <AddPersonForm partnership={partnership.data} />}
        </>
      )}
    </main>
  );
}
