import { z } from 'zod';
import { longText } from '../decisions/electorate.ts';

/** What the HTTP API takes to erase words, or whose a name in the ledger was. Everyone can read the reason. */
export const erasureBody = z.union([
  z.strictObject({ seq: z.int().min(1), name: z.string().min(1).max(200), reason: longText }),
  z.strictObject({
    decisionId: z.string().min(1).max(64),
    /** What to take out of the words that were put to this decision, letter by letter. */
    text: z.string().min(2).max(500),
    reason: longText,
  }),
  z.strictObject({ memberId: z.string().min(1).max(64), reason: longText }),
]);

export const erasureAnswer = z.object({
  /** Where someone who was forgotten is still named: the words of decisions, which are the partnership's. */
  stillNamed: z.array(z.object({ decisionId: z.string(), number: z.int() })),
});
export type StillNamed = z.infer<typeof erasureAnswer>['stillNamed'][number];
