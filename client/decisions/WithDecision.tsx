import type { ReactNode } from 'react';
import { recordWords as words } from '../../shared/messages/en/decisionPage.ts';
import type { MeAnswer } from '../../shared/partnerships/api.ts';
import { refusalOf } from '../api.ts';
import { useChanges } from '../live/useChanges.ts';
import { TopBar } from '../partnerships/TopBar.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { NotFound } from '../ui/NotFound.tsx';
import { DecisionPage } from './DecisionPage.tsx';
import { useDecision } from './useDecision.ts';

export interface WithDecisionProps {
  readonly me: MeAnswer;
  readonly decisionId: string;
  /** What comes before the decision itself, given its id. */
  readonly top?: (decisionId: string) => ReactNode;
}

/** Fetches a decision, follows what changes in it, and shows its page under the bar, or says plainly why it can't. */
export function WithDecision({ me, decisionId, top }: WithDecisionProps) {
  const decision = useDecision(decisionId);
  const partnership = me.partnerships.find(({ id }) => id === decision.data?.partnershipId);
  useChanges(partnership?.id);
  const gone = decision.error !== null && isGone(decision.error);
  return (
    <>
      <TopBar partnership={partnership ?? me.partnerships[0]} />
      {decision.isPending && (
        <main id="main" className="page">
          <Loading what={words.loading} />
        </main>
      )}
      {gone && <NotFound title={words.lost}>{words.lostHow}</NotFound>}
      {decision.error && !gone && !decision.data && (
        <main id="main" className="page">
          <ErrorMessage message={refusalOf(decision.error).message} onRetry={() => void decision.refetch()} />
        </main>
      )}
      {decision.data && partnership && !gone && (
        <DecisionPage
          decision={decision.data}
          accountId={me.account?.id ?? ''}
          memberId={partnership.member.id}
          partnership={partnership.name}
        >
          {top?.(decisionId)}
        </DecisionPage>
      )}
    </>
  );
}

function isGone(error: Error): boolean {
  const { refused } = refusalOf(error);
  return refused === 'not_found' || refused === 'not_allowed';
}
