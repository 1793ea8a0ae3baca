import { notesWords as words } from '../../shared/messages/en/notes.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { refusalOf } from '../api.ts';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { OwnNotes } from './OwnNotes.tsx';
import { useNotes } from './queries.ts';
import { ReceivedNotes } from './ReceivedNotes.tsx';
import { WriteNote } from './WriteNote.tsx';
import './notes.css';

export interface NotesPageProps {
  readonly partnershipId: string;
  readonly me: OwnMember;
}

/** Where one writes to the facilitator or the safeguarding lead alone, and they read and answer. */
export function NotesPage({ partnershipId, me }: NotesPageProps) {
  const notes = useNotes(partnershipId);
  const receives = me.roles.includes('facilitator') || me.roles.includes('safeguarding_lead');
  return (
    <main id="main" className="page narrow" tabIndex={-1}>
      <PageHeading title={words.heading} />
      <p className="lead">{words.about}</p>
      <p className="notes-emergency">
        <b>{words.emergency}</b>
      </p>
      {notes.isPending && <Loading what={words.loading} />}
      {notes.isError && !notes.data && (
        <ErrorMessage message={refusalOf(notes.error).message} onRetry={() => void notes.refetch()} />
      )}
      {notes.data && (
        <>
          {receives && <ReceivedNotes partnershipId={partnershipId} notes={notes.data.received} />}
          <WriteNote partnershipId={partnershipId} to={notes.data.to} me={me} />
          <OwnNotes partnershipId={partnershipId} notes={notes.data.mine} />
        </>
      )}
    </main>
  );
}
