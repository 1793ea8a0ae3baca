import { WithDecision, type WithDecisionProps } from './decisions/WithDecision.tsx';
import { late } from './ui/late.tsx';

const Askings = late(async () => (await import('./asking/Askings.tsx')).Askings);
const SinceLastHere = late(async () => (await import('./since/SinceLastHere.tsx')).SinceLastHere);

/** A decision's page, with what people are asked about it, and what changed since one was last here, at its top. */
export function DecisionWithAskings(props: Omit<WithDecisionProps, 'top'>) {
  return (
    <WithDecision
      {...props}
      top={(id) => (
        <>
          <Askings about={{ kind: 'decision', id }} />
          <SinceLastHere about={{ kind: 'decision', id }} />
        </>
      )}
    />
  );
}
