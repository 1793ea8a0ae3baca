import { z } from 'zod';
import { accountShape } from '../people/api.ts';
import { role } from './roles.ts';
import { side } from './sides.ts';

/** What the HTTP API gives about partnerships. */
export const holdingKind = z.enum(['holder', 'substitute']);

export const heldSeat = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  side,
  kind: holdingKind,
});
export type HeldSeat = z.infer<typeof heldSeat>;

export const ownMember = z.object({
  id: z.string(),
  name: z.string(),
  isPseudonym: z.boolean(),
  roles: z.array(role),
  seats: z.array(heldSeat),
});
/** A person in one partnership, with what they hold there. */
export type OwnMember = z.infer<typeof ownMember>;

export const ownPartnership = z.object({
  id: z.string(),
  name: z.string(),
  place: z.string(),
  member: ownMember,
});
export type OwnPartnership = z.infer<typeof ownPartnership>;

export const meAnswer = z.object({
  account: accountShape.nullable(),
  example: z.boolean(),
  partnerships: z.array(ownPartnership),
});
export type MeAnswer = z.infer<typeof meAnswer>;

export const partnershipAnswer = z.object({
  id: z.string(),
  name: z.string(),
  place: z.string(),
  purpose: z.string(),
  isExample: z.boolean(),
  seats: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      side,
      note: z.string(),
      holders: z.array(z.object({ memberId: z.string(), name: z.string(), kind: holdingKind })),
    }),
  ),
  members: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      isPseudonym: z.boolean(),
      note: z.string(),
      roles: z.array(role),
      seatIds: z.array(z.string()),
    }),
  ),
});
export type PartnershipAnswer = z.infer<typeof partnershipAnswer>;
