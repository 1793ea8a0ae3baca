import { z } from 'zod';
import { right, SENSITIVITIES } from '../access.ts';
import { role } from '../partnerships/roles.ts';
import { side } from '../partnerships/sides.ts';

/** What a facilitator is given of the partnership as one of its seats sees it. */
export const asSeatAnswer = z.object({
  seat: z.object({ id: z.string(), name: z.string(), side }),
  people: z.array(z.object({ memberId: z.string(), name: z.string(), roles: z.array(role) })),
  documents: z.array(
    z.object({ id: z.string(), title: z.string(), sensitivity: z.enum(SENSITIVITIES), right }),
  ),
});
export type AsSeatAnswer = z.infer<typeof asSeatAnswer>;
