import { lazy, Suspense } from 'react';
import type { DocumentAnswer } from '../shared/documents/api.ts';
import type { MeAnswer, OwnMember } from '../shared/partnerships/api.ts';
import { DocumentPage } from './documents/DocumentPage.tsx';

const Askings = lazy(async () => ({ default: (await import('./asking/Askings.tsx')).Askings }));
const SinceLastHere = lazy(async () => ({
  default: (await import('./since/SinceLastHere.tsx')).SinceLastHere,
}));
const BoundDecisions = lazy(async () => ({
  default: (await import('./decisions/bound/BoundDecisions.tsx')).BoundDecisions,
}));

const CommentedWords = lazy(async () => ({
  default: (await import('./CommentedWords.tsx')).CommentedWords,
}));

export interface DocumentWithDecisionsProps {
  readonly document: DocumentAnswer;
  readonly me: MeAnswer;
}

/** A document to write in, with what people say about its words and the decisions that they are bound to. */
export function DocumentWithDecisions({ document, me }: DocumentWithDecisionsProps) {
  const { id, partnershipId, right, archivedAt, sensitivity } = document;
  const member = me.partnerships.find((partnership) => partnership.id === partnershipId)?.member;
  const mayPut = right !== 'read' && archivedAt === null && member !== undefined && mayDraft(member);
  const mayComment = right !== 'read' && archivedAt === null;
  return (
    <DocumentPage
      document={document}
      accountId={me.account?.id ?? ''}
      mayPut={mayPut}
      mayComment={mayComment}
      top={
        <Suspense>
          <Askings about={{ kind: 'document', id }} />
          <SinceLastHere about={{ kind: 'document', id }} />
        </Suspense>
      }
    >
      {(parts) => (
        <Suspense>
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
        </Suspense>
      )}
    </DocumentPage>
  );
}

/** Those who sit at the table, and those who lead the meeting or write it down. The server looks again. */
function mayDraft({ seats, roles }: OwnMember): boolean {
  return seats.length > 0 || roles.includes('facilitator') || roles.includes('recorder');
}
