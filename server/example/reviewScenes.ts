import { FACILITATOR } from './decisionActs.ts';
import { exampleDecisionId } from './decisionScenes.ts';
import { at } from './decisionTerms.ts';
import { actScene, type Scene } from './story.ts';

const DAY = 24 * 3_600_000;
const HELD = at('2025-12-02');

const REVIEWS: readonly { readonly code: string; readonly reason: string; readonly again: number }[] = [
  {
    code: 'D1',
    reason: 'Members of day support asked the test questions. The five values hold, and we keep them.',
    again: 45,
  },
  { code: 'D2', reason: 'Nobody asked for another clause. Paper answers work well for us.', again: 90 },
  { code: 'D3', reason: 'This year’s figures say the same.', again: 200 },
];

/** The looks back of the first winter: three decisions hold, and a day is named for the next time. */
export function reviewScenes(now: number): Scene[] {
  const today = Math.floor(now / DAY) * DAY;
  return REVIEWS.map(({ code, reason, again }, place) =>
    actScene(exampleDecisionId(code), {
      at: HELD + place * 600_000,
      memberId: FACILITATOR,
      action: { kind: 'review', reason, again: today + again * DAY },
    }),
  );
}
