import { Redirect } from 'wouter';
import { draftWords } from '../../../shared/messages/en/draft.ts';
import type { MeAnswer } from '../../../shared/partnerships/api.ts';
import { refusalOf } from '../../api.ts';
import { useChanges } from '../../live/useChanges.ts';
import { TopBar } from '../../partnerships/TopBar.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { NotFound } from '../../ui/NotFound.tsx';
import { useDecision } from '../useDecision.ts';
import { DraftPage } from './DraftPage.tsx';

const words = draftWords.page;

export interface WithDraftProps {
  readonly me: MeAnswer;
  readonly decisionId: string;
}

/** Fetches a draft, follows what others write in it, and shows it to those who write it. */
export function WithDraft({ me, decisionId }: WithDraftProps) {
  const { data: decision, error, isPending, refetch } = useDecision(decisionId);
  const partnership = me.partnerships.find(({ id }) => id === decision?.partnershipId);
  useChanges(partnership?.id);
  const refusal = error ? refusalOf(error) : undefined;
  const gone = refusal?.refused === 'not_found' || refusal?.refused === 'not_allowed';
  if (decision && decision.state.kind !== 'draft')
    return <Redirect to={`/decisions/${decisionId}`} replace />;
  const mayWrite = decision?.acts.some(({ kind }) => kind === 'set_draft') ?? false;
  return (
    <>
      <TopBar partnership={partnership ?? me.partnerships[0]} />
      {isPending && (
        <main id="main" className="page">
          <Loading what={words.loading} />
        </main>
      )}
      {gone && <NotFound title={words.lost}>{words.lostHow}</NotFound>}
      {refusal && !gone && !decision && (
        <main id="main" className="page">
          <ErrorMessage message={refusal.message} onRetry={() => void refetch()} />
        </main>
      )}
      {decision && !gone && mayWrite && <DraftPage decision={decision} />}
      {decision && !gone && !mayWrite && <NotFound title={words.notYours}>{words.notYoursHow}</NotFound>}
    </>
  );
}
