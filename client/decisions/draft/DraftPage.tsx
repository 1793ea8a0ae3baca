import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { say } from '../../../shared/decisions/say.ts';
import { draftWords as words } from '../../../shared/messages/en/draft.ts';
import { refusalOf } from '../../api.ts';
import { usePartnership } from '../../partnerships/queries.ts';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { t } from '../../words.ts';
import { Acts } from '../acts/Acts.tsx';
import { AlternativesField } from './AlternativesField.tsx';
import type { DraftPartProps } from './draftPart.ts';
import { OpenPart } from './OpenPart.tsx';
import { RuleField } from './RuleField.tsx';
import { TemperaturePart } from './TemperaturePart.tsx';
import { WhatPart } from './WhatPart.tsx';
import { WhenPart } from './WhenPart.tsx';
import { WhoPart } from './WhoPart.tsx';
import './draft.css';

/** A decision while it is being written, by those who may; what is missing stands beside it. */
export function DraftPage({ decision }: { readonly decision: DecisionAnswer }) {
  const { line, partnershipId } = decision;
  const partnership = usePartnership(partnershipId);
  const [tried, setTried] = useState(false);
  const missing = decision.draft?.problems ?? {};
  return (
    <main id="main" className="page draft-page" tabIndex={-1}>
      <p className="small">
        <Link className="back-link" href={`/partnerships/${partnershipId}/decisions`}>
          {words.page.back}
        </Link>
      </p>
      <p className="small draft-kicker">{say(words.page.kicker, { number: line.number })}</p>
      <PageHeading title={line.question || words.page.untitled} />
      <p>{words.page.about}</p>
      {partnership.isPending && <Loading what={t('running.loading')} />}
      {partnership.isError && !partnership.data && (
        <ErrorMessage
          message={refusalOf(partnership.error).message}
          onRetry={() => void partnership.refetch()}
        />
      )}
      {partnership.data && (
        <div className="draft-desk">
          <Parts {...{ decision }} partnership={partnership.data} problems={tried ? missing : {}} />
          <aside className="draft-beside">
            <OpenPart
              {...{ decision, missing }}
              partnership={partnership.data}
              problems={tried ? missing : {}}
              onTried={() => setTried(true)}
            />
            <TemperaturePart {...{ decision }} partnership={partnership.data} problems={{}} />
            <Acts decision={decision} about={null} kinds={['withdraw']} />
          </aside>
        </div>
      )}
    </main>
  );
}

function Parts(props: DraftPartProps) {
  const { terms } = props.decision;
  const ranks = terms.rule?.ladder.some(({ kind }) => kind === 'ranked_choice') ?? false;
  return (
    <div>
      <Part name="what">
        <WhatPart {...props} />
      </Part>
      <Part name="who">
        <WhoPart {...props} />
      </Part>
      <Part name="how">
        <RuleField {...props} />
        {(ranks || terms.alternatives !== undefined) && <AlternativesField {...props} />}
      </Part>
      <Part name="when">
        <WhenPart {...props} />
      </Part>
    </div>
  );
}

interface PartProps {
  readonly name: keyof typeof words.parts;
  readonly children: ReactNode;
}

function Part({ name, children }: PartProps) {
  return (
    <section className="draft-part" aria-labelledby={`draft-${name}`}>
      <h2 id={`draft-${name}`}>{words.parts[name]}</h2>
      {children}
    </section>
  );
}
