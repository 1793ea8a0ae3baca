import type { ReactNode } from 'react';
import type { DocumentAnswer } from '../../shared/documents/api.ts';
import type { MeAnswer } from '../../shared/partnerships/api.ts';
import { refusalOf } from '../api.ts';
import { TopBar } from '../partnerships/TopBar.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { NotFound } from '../ui/NotFound.tsx';
import { t } from '../words.ts';
import { useDocument } from './queries.ts';

export interface WithDocumentProps {
  readonly me: MeAnswer;
  readonly documentId: string;
  readonly children: (document: DocumentAnswer) => ReactNode;
}

/** Fetches a document's facts and shows its page under the bar, or says plainly why it can't. */
export function WithDocument({ me, documentId, children }: WithDocumentProps) {
  const document = useDocument(documentId);
  const partnership =
    me.partnerships.find(({ id }) => id === document.data?.partnershipId) ?? me.partnerships[0];
  // A page that is open stays open when the connection goes: only an answer takes it away.
  const lost = document.error && (!document.data || isGone(document.error)) ? document.error : undefined;
  return (
    <>
      <TopBar partnership={partnership} />
      {document.isPending && (
        <main id="main" className="page">
          <Loading what={t('documents.loadingDocument')} />
        </main>
      )}
      {lost && <Lost error={lost} onRetry={() => void document.refetch()} />}
      {document.data && !lost && children(document.data)}
    </>
  );
}

function Lost({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const refusal = refusalOf(error);
  if (isGone(error)) return <NotFound title={t('documents.lost')}>{t('documents.lostHow')}</NotFound>;
  return (
    <main id="main" className="page">
      <ErrorMessage message={refusal.message} onRetry={onRetry} />
    </main>
  );
}

function isGone(error: Error): boolean {
  const { refused } = refusalOf(error);
  return refused === 'not_found' || refused === 'not_allowed';
}
