import { lazy, Suspense } from 'react';
import { WithDecision, type WithDecisionProps } from './decisions/WithDecision.tsx';

const Askings = lazy(async () => ({ default: (await import('./asking/Askings.tsx')).Askings }));
const SinceLastHere = lazy(async () => ({
  default: (await import('./since/SinceLastHere.tsx')).SinceLastHere,
}));

/** A decision's page, with what people are asked about it, and what changed since one was last here, at its top. */
export function DecisionWithAskings(props: Omit<WithDecisionProps, 'top'>) {
  return (
    <WithDecision
      {...props}
      top={(id) => (
        <Suspense>
          <Askings about={{ kind: 'decision', id }} />
          <SinceLastHere about={{ kind: 'decision', id }} />
        </Suspense>
      )}
    />
  );
}
