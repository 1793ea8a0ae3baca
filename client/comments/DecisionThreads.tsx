import { useCallback, useMemo, useState } from 'react';
import { useChanges } from '../live/useChanges.ts';
import { Button } from '../ui/Button.tsx';
import { Fold } from '../ui/Fold.tsx';
import type { Acting } from './card/acting.ts';
import { ThreadCard } from './card/ThreadCard.tsx';
import { ComposeForm } from './compose/ComposeForm.tsx';
import { useNameables, WhomProvider } from './naming/whom.ts';
import { type Numbered, numbered } from './order.ts';
import { useThreadAct, useThreads } from './queries.ts';
import { Spoken, useSpoken } from './Spoken.tsx';
import { useNews } from './useNews.ts';
import { t } from './words.ts';
import './comments.css';

export interface DecisionThreadsProps {
  readonly decisionId: string;
  readonly partnershipId: string;
  readonly memberId: string;
}

const NONE: readonly Numbered[] = [];

/** What people say about a decision, beside their answers to it. */
export function DecisionThreads({ decisionId, partnershipId, memberId }: DecisionThreadsProps) {
  useChanges(partnershipId);
  const about = useMemo(() => ({ kind: 'decision', id: decisionId }) as const, [decisionId]);
  const { data } = useThreads(about);
  const { mutateAsync: act } = useThreadAct(about);
  const whom = useNameables(partnershipId);
  const all = useMemo(() => (data ? numbered(data.threads) : NONE), [data]);
  const spoken = useSpoken();
  useNews(all, memberId, true, spoken.say);
  const [writing, setWriting] = useState(false);
  const stop = useCallback(() => setWriting(false), []);
  if (!data || (all.length === 0 && !data.may.start)) return null;
  const acting: Acting = { about, seats: data.seats, act };
  const open = all.filter(({ thread }) => thread.state === 'open');
  const ended = all.filter(({ thread }) => thread.state !== 'open');
  return (
    <WhomProvider value={whom}>
      <section className="decision-threads no-print" aria-labelledby="comments">
        <h2 id="comments">{t('threads.decision.title')}</h2>
        {all.length === 0 && <p>{t('threads.decision.none')}</p>}
        {open.map((each) => (
          <DecisionThread key={each.thread.id} each={each} acting={acting} />
        ))}
        {ended.length > 0 && (
          <Fold title={<h3>{t('threads.decision.ended', { count: ended.length })}</h3>}>
            {ended.map((each) => (
              <DecisionThread key={each.thread.id} each={each} acting={acting} />
            ))}
          </Fold>
        )}
        {data.may.start && !writing && (
          <Button look="plain" onClick={() => setWriting(true)}>
            {t('threads.compose.titleDecision')}
          </Button>
        )}
        {!data.may.start && data.may.whyNot && <p className="small">{data.may.whyNot}</p>}
        {writing && (
          <div className="thread-box">
            <ComposeForm
              about={about}
              seats={data.seats}
              chosen={() => null}
              quote={undefined}
              onSent={stop}
              onCancel={stop}
            />
          </div>
        )}
        <Spoken words={spoken.words} />
      </section>
    </WhomProvider>
  );
}

function DecisionThread({ each, acting }: { readonly each: Numbered; readonly acting: Acting }) {
  return (
    <article className="thread-box" id={`thread-${each.thread.id}`}>
      <ThreadCard each={each} now={undefined} acting={acting} Compare={NoDifference} heading="h3" />
    </article>
  );
}

/** Nobody suggests other words for a decision: its proposal is amended. */
function NoDifference() {
  return null;
}
