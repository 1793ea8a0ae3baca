import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { DecisionAnswer } from '../../shared/decisions/recordApi.ts';
import { say } from '../../shared/decisions/say.ts';
import { recordWords as words } from '../../shared/messages/en/decisionPage.ts';
import { DecisionThreads } from '../comments/DecisionThreads.tsx';
import { Fold } from '../ui/Fold.tsx';
import { Acts } from './acts/Acts.tsx';
import { isOwn, subjectOf } from './acts/ownOffers.ts';
import { AnswerPart } from './answer/AnswerPart.tsx';
import { RecorderPart } from './answer/RecorderPart.tsx';
import { WhereItStands } from './bound/WhereItStands.tsx';
import { useValuesInUse } from './queries.ts';
import { AskedOfYou } from './record/AskedOfYou.tsx';
import { Conditions, Interests, Options, RuleInWords } from './record/Background.tsx';
import { Blocks } from './record/Blocks.tsx';
import { NextThings } from './record/NextThings.tsx';
import { Outcome } from './record/Outcome.tsx';
import { PaperHead } from './record/PaperHead.tsx';
import { Reasons } from './record/Reasons.tsx';
import { Receipts } from './record/Receipts.tsx';
import { RecordHeader } from './record/RecordHeader.tsx';
import { CurrentRound, EarlierRounds } from './record/Rounds.tsx';
import { TakeRecord } from './record/TakeRecord.tsx';
import { Temperature } from './record/Temperature.tsx';
import { TheWords } from './record/TheWords.tsx';
import { Timeline } from './record/Timeline.tsx';
import { ValuesBeside } from './record/ValuesBeside.tsx';
import { useServerNow } from './useServerNow.ts';
import './record/record.css';
import './record/print.css';

export interface DecisionPageProps {
  readonly decision: DecisionAnswer;
  readonly accountId: string;
  /** Who I am in its partnership. */
  readonly memberId: string;
  /** What its partnership is called. */
  readonly partnership: string;
  /** What comes before everything but what it is about. */
  readonly children?: ReactNode;
}

/** One decision: what is asked of me first, then everything about it. On paper it is a record that stands alone. */
export function DecisionPage(props: DecisionPageProps) {
  const { decision, accountId, memberId, partnership, children } = props;
  const { partnershipId, line, terms, state } = decision;
  const now = useServerNow(decision.now, line.closesAt);
  const round = decision.rounds.at(-1);
  const writes = decision.acts.some(({ kind }) => kind === 'set_draft');
  return (
    <main id="main" className="page decision-page" tabIndex={-1}>
      <div className="decision-head">
        <p className="small no-print">
          <Link className="back-link" href={`/partnerships/${partnershipId}/decisions`}>
            {words.back}
          </Link>
        </p>
        <PaperHead {...{ decision, partnership }} />
        <RecordHeader {...{ decision, now }} />
        <AskedOfYou decision={decision} />
        {children}
        {writes && (
          <p className="no-print">
            <Link className="button main" href={`/decisions/${decision.id}/draft`}>
              {words.writeDraft}
            </Link>
          </p>
        )}
        {state.kind === 'ended' && <Outcome decision={decision} />}
        {terms.easyRead && (
          <section className="easy-read" aria-labelledby="in-short">
            <h2 id="in-short">{words.inShort}</h2>
            <p dir="auto">{terms.easyRead}</p>
          </section>
        )}
        <TheWords decision={decision} />
        <WhereItStands decisionId={decision.id} />
      </div>
      <div className="decision-aside">
        <AnswerPart {...{ decision, accountId }} />
        <RecorderPart {...{ decision, accountId, memberId }} />
        <NextThings decision={decision} />
        <LeadingActs decision={decision} />
      </div>
      <div className="decision-rest">
        <CurrentRound decision={decision} />
        <Blocks decision={decision} actsOn={({ block }) => <Acts {...{ decision }} about={block} />} />
        {decision.valuesToShow !== null && <Beside decision={decision} />}
        {round && <Reasons {...{ decision, round }} />}
        <Options decision={decision} />
        <Interests decision={decision} />
        <Conditions decision={decision} />
        <RuleInWords decision={decision} />
        <Temperature decision={decision} />
        <EarlierRounds decision={decision} />
        <DecisionThreads decisionId={decision.id} partnershipId={partnershipId} memberId={memberId} />
        <Timeline decision={decision} />
        <Receipts decision={decision} />
        <TakeRecord decisionId={decision.id} />
        <Linked decision={decision} />
      </div>
    </main>
  );
}

/** What I may do with the decision as a whole, each with what it will do. */
function LeadingActs({ decision }: { readonly decision: DecisionAnswer }) {
  if (!decision.acts.some((offer) => isOwn(offer) && subjectOf(offer) === null)) return null;
  return (
    <section className="record-card no-print" aria-labelledby="acts">
      <Fold title={<h2 id="acts">{words.acts}</h2>}>
        <Acts decision={decision} about={null} />
      </Fold>
    </section>
  );
}

/** Fetched only when there is call for it. */
function Beside({ decision }: { readonly decision: DecisionAnswer }) {
  const inUse = useValuesInUse(decision.partnershipId);
  return <ValuesBeside decision={decision} behaviours={inUse.data?.behaviours} />;
}

function Linked({ decision: { follows, followedBy } }: { readonly decision: DecisionAnswer }) {
  return (
    <>
      {follows && (
        <p>
          <Link href={`/decisions/${follows.id}`}>{say(words.follows, { ...follows })}</Link>
        </p>
      )}
      {followedBy.map((each) => (
        <p key={each.id}>
          <Link href={`/decisions/${each.id}`}>{say(words.followedBy, { ...each })}</Link>
        </p>
      ))}
    </>
  );
}
