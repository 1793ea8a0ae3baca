import type { GivenPosition } from './decision.ts';
import type { ShownRound } from './view.ts';

/** Where a seat stands with its answer in the round that is open. */
export type OwnAnswer =
  | { readonly kind: 'none' }
  | { readonly kind: 'given'; readonly given: GivenPosition; readonly earlier: number }
  /** Said about words that have changed since, or in the round before: it counts only once it is confirmed. */
  | {
      readonly kind: 'to_confirm';
      readonly given: GivenPosition;
      readonly why: 'new_words' | 'new_round';
    };

type Seen = Pick<ShownRound, 'step' | 'version' | 'positions'>;

/** What this seat has said that still matters: in this round, or last before it. */
export function ownAnswer({ rounds }: { readonly rounds: readonly Seen[] }, seat: string): OwnAnswer {
  const round = rounds.at(-1);
  if (!round) return { kind: 'none' };
  const here = saidIn(round, seat);
  if (here && !here.stale) return { kind: 'given', given: here.given, earlier: here.earlier.length };
  if (round.step !== null) return { kind: 'none' };
  const last = rounds
    .filter(({ step }) => step === null)
    .flatMap((each) => saidIn(each, seat)?.given ?? [])
    .at(-1);
  if (!last) return { kind: 'none' };
  const why = last.version === round.version ? 'new_round' : 'new_words';
  return { kind: 'to_confirm', given: last, why };
}

function saidIn({ positions }: Seen, seat: string) {
  for (const shown of positions) if (shown.by === 'seat' && shown.given.seat === seat) return shown;
  return undefined;
}
