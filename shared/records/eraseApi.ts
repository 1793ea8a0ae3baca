import { z } from 'zod';
import { longText } from '../decisions/electorate.ts';

/** What the HTTP API takes to erase words, or whose a name in the ledger was. Everyone can read the reason. */
export const erasureBody = z.union([
  z.strictObject({ seq: z.int().min(1), name: z.string().min(1).max(200), reason: longText }),
  z.strictObject({ memberId: z.string().min(1).max(64), reason: longText }),
]);
