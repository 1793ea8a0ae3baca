import type { Side } from '../../shared/partnerships/sides.ts';

/** The colour of a person's caret: their side's, as on every page. Nobody's side has the ink of the page. */
const SIDE_COLOURS: Readonly<Record<Side, string>> = {
  commissioner: '#3b4aa0',
  contracted_provider: '#9a4f00',
  community_provider: '#1b6b3a',
  people_who_use_services: '#8a2a6b',
};

const NO_SIDE = '#5b6270';

export function sideColour(side: Side | null): string {
  return side ? SIDE_COLOURS[side] : NO_SIDE;
}
