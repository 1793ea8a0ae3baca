import { z } from 'zod';
import { preset } from '../access.ts';
import { accountShape } from '../people/api.ts';
import { HOLDING_KINDS } from './holdings.ts';
import { role } from './roles.ts';
import { side } from './sides.ts';

/** What the HTTP API gives about partnerships. */
export const holdingKind = z.enum(HOLDING_KINDS);
export type HoldingKind = z.infer<typeof holdingKind>;

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
  /** Whether you may set up a partnership. */
  mayFound: z.boolean(),
  /** Whether you look after the server's accounts. */
  administrator: z.boolean(),
  partnerships: z.array(ownPartnership),
});
export type MeAnswer = z.infer<typeof meAnswer>;

export const partnershipAnswer = z.object({
  id: z.string(),
  name: z.string(),
  place: z.string(),
  purpose: z.string(),
  preset,
  /** By which clock times are said, by its IANA name. */
  timeZone: z.string(),
  whyTogether: z.string(),
  whyNow: z.string(),
  isExample: z.boolean(),
  /** Stands for how name, place, purpose and the rest are now: a change says which version it starts from. */
  version: z.string(),
  seats: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      side,
      note: z.string(),
      version: z.string(),
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
      /** Stands for the roles as they are now. */
      version: z.string(),
    }),
  ),
});
export type PartnershipAnswer = z.infer<typeof partnershipAnswer>;
