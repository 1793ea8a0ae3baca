import { useSearchParams } from 'wouter';
import type { DocumentAnswer } from '../shared/documents/api.ts';
import type { MeAnswer, OwnMember } from '../shared/partnerships/api.ts';
import { DocumentPage } from './documents/DocumentPage.tsx';
import { late } from './ui/late.tsx';

const Askings = late(async () => (await import('./asking/Askings.tsx')).Askings);
const SinceLastHere = late(async () => (await import('./since/SinceLastHere.tsx')).SinceLastHere);
const BoundDecisions = late(
  async () => (await import('./decisions/bound/BoundDecisions.tsx')).BoundDecisions,
);
const BringBack = late(async () => (await import('./versions/BringBack.tsx')).BringBack);
const CommentedWords = late(async () => (await import('./CommentedWords.tsx')).CommentedWords);

export interface DocumentWithDecisionsProps {
  readonly document: DocumentAnswer;
  readonly me: MeAnswer;
}

/** A document to write in, with what people say about its words and the decisions that they are bound to. */
export function DocumentWithDecisions({ document, me }: DocumentWithDecisionsProps) {
  const { id, partnershipId, right, archivedAt, sensitivity } = document;
  const member = me.partnerships.find((partnership) => partnership.id === partnershipId)?.member;
  const mayPut = right !== 'read' && archivedAt === null && member !== undefined && mayDraft(member);
  const [search] = useSearchParams();
  const version = search.get('version');
  const mayComment = right !== 'read' && archivedAt === null;
  return (
    <DocumentPage
      document={document}
      accountId={me.account?.id ?? ''}
      mayPut={mayPut}
      mayComment={mayComment}
      top={
        <>
          <Askings about={{ kind: 'document', id }} />
          <SinceLastHere about={{ kind: 'document', id }} />
        </>
      }
    >
      {(parts) => (
        <>
          {version !== null && <BringBack key={version} documentId={id} seq={version} parts={parts} />}
          <CommentedWords
            documentId={id}
            partnershipId={partnershipId}
            memberId={document.actsFor.memberId}
            parts={parts}
          />
          <BoundDecisions
            documentId={id}
            partnershipId={partnershipId}
            parts={parts}
            mayPut={mayPut}
            restricted={sensitivity === 'restricted' || sensitivity === 'procurement'}
          />
        </>
      )}
    </DocumentPage>
  );
}

/** Those who sit at the table, and those who lead the meeting or write it down. The server looks again. */
function mayDraft({ seats, roles }: OwnMember): boolean {
  return seats.length > 0 || roles.includes('facilitator') || roles.includes('recorder');
}
