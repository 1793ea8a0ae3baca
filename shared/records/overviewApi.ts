import { z } from 'zod';

/** The signed heads of a partnership's ledger, the newest first, as far as whoever asks may know how long it is. */
export const headsAnswer = z.object({
  heads: z.array(
    z.object({
      seq: z.number(),
      hash: z.string(),
      at: z.number(),
      publicKey: z.string(),
      signature: z.string(),
    }),
  ),
  /** There may be newer ones: they come when a hidden round has closed. */
  endsEarly: z.boolean(),
});

/** Who has left and is still known in the ledger by name. */
export const forgettableAnswer = z.object({
  people: z.array(z.object({ memberId: z.string(), name: z.string(), leftAt: z.number() })),
});
export type Forgettable = z.infer<typeof forgettableAnswer>['people'][number];
