import { useState } from 'react';
import { Link } from 'wouter';
import { versionsWords as words } from '../../shared/messages/en/versions.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Moment } from '../../shared/versions/api.ts';
import { refusalOf } from '../api.ts';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { sayWhen } from '../words.ts';
import { useSteps } from './queries.ts';
import { sayAt, saySpan, sayWriters } from './sayMoment.ts';

export interface MomentLineProps {
  readonly documentId: string;
  readonly moment: Moment;
  /** Whether nothing was written after it. */
  readonly isNow?: boolean;
  /** Whether it is itself a small step. */
  readonly isStep?: boolean;
}

/** One stretch of work: its names, when, who; it leads to the document as it was at its end. */
export function MomentLine({ documentId, moment, isNow = false, isStep = false }: MomentLineProps) {
  const { seq, from, by, names, endedAt } = moment;
  return (
    <li className={names.length > 0 ? 'version named' : 'version'}>
      {names.map(({ name }) => (
        <p key={name} className="version-name" dir="auto">
          {name}
        </p>
      ))}
      <p className="version-when">
        <Link
          href={`/documents/${documentId}/versions/${seq}`}
          aria-label={fill(words.read, { time: saySpan(moment), when: sayAt(endedAt) })}
        >
          {saySpan(moment)}
        </Link>
        {isNow && <span className="version-now">{words.now}</span>}
      </p>
      <p className="version-who" dir="auto">
        {sayWriters(by)}
      </p>
      {names.map(({ name, by: giver, at }) => (
        <p key={name} className="small">
          {fill(words.namedBy, { name: giver, when: sayWhen(at, Date.now()) })}
        </p>
      ))}
      {!isStep && seq > from && <Steps documentId={documentId} moment={moment} />}
    </li>
  );
}

/** The same stretch in small steps, for what happened in the middle of it. They are fetched when they are asked for. */
function Steps({ documentId, moment }: Pick<MomentLineProps, 'documentId' | 'moment'>) {
  const [open, setOpen] = useState(false);
  return (
    <details className="fold version-steps" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary aria-label={fill(words.stepsOf, { when: sayAt(moment.endedAt) })}>{words.steps}</summary>
      {open && <StepList documentId={documentId} moment={moment} />}
    </details>
  );
}

function StepList({ documentId, moment: { from, seq } }: Pick<MomentLineProps, 'documentId' | 'moment'>) {
  const steps = useSteps(documentId, from, seq);
  if (steps.isPending) return <Loading what={words.stepsLoading} />;
  if (steps.isError)
    return <ErrorMessage message={refusalOf(steps.error).message} onRetry={() => void steps.refetch()} />;
  return (
    <ol className="versions-list">
      {steps.data.moments.map((step) => (
        <MomentLine key={step.seq} documentId={documentId} moment={{ ...step, names: [] }} isStep />
      ))}
    </ol>
  );
}
