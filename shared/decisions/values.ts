import { stands } from './blocks.ts';
import { type Decision, sealedOf } from './decision.ts';
import { type View, type Viewer, viewOf } from './view.ts';

/**
 * The shared values that a screen of this decision shows beside the reasons, the ones called upon first: as soon as the
 * viewer may see that somebody blocks or stands aside, and not before. Null: there is no call for them.
 */
export function valuesToShow(decision: Decision, viewer: Viewer): readonly string[] | null {
  const { sealed } = decision;
  if (!sealed) return null;
  const view = viewOf(decision, viewer);
  const standing = view.blocks.filter(({ state }) => stands(state));
  if (standing.length === 0 && !someoneStandsAside(view)) return null;
  const cited = new Set(standing.flatMap(({ position }) => position.value ?? []));
  const values = sealedOf(decision).values ?? [];
  return [...values.filter((value) => cited.has(value)), ...values.filter((value) => !cited.has(value))];
}

function someoneStandsAside({ rounds }: View): boolean {
  const positions = rounds.at(-1)?.positions ?? [];
  return positions.some(
    (shown) => (shown.by === 'seat' ? shown.given.position : shown.position).choice === 'stand_aside',
  );
}
