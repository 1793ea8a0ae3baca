import { z } from 'zod';
import { decisionsWords as words } from '../messages/en/decisions.ts';
import { SIDES } from '../partnerships/sides.ts';

/** Ids are chosen by us or by whoever rehearses: letters, digits, `-` and `_`. */
export const id = z.string({ error: words.rule.id }).regex(/^[A-Za-z0-9_-]{1,64}$/, words.rule.id);
export const shortText = z.string().trim().min(1, words.rule.empty).max(300, words.rule.tooLong);
export const longText = z.string().trim().min(1, words.rule.empty).max(4_000, words.rule.tooLong);

export const LARGEST_ELECTORATE = 10_000;

/** An organisation or group that answers for itself: it may have to ratify, or be referred to. */
export const body = z.strictObject({ id, name: shortText });
export type Body = z.infer<typeof body>;

/** One voice on one side. `body` says whose it is, where one organisation holds several seats. */
export const seat = z.strictObject({
  id,
  side: z.enum(SIDES, { error: words.rule.side }),
  body: body.optional(),
});
export type Seat = z.infer<typeof seat>;

export const CONFLICT_KINDS = ['financial', 'professional', 'personal', 'indirect'] as const;
export const HANDLINGS = ['may_vote', 'may_speak', 'leaves_the_room'] as const;

/** A declared interest, and how the facilitator judged it: a judgement with a reason, never automatic. */
export const conflict = z.strictObject({
  seat: id,
  kind: z.enum(CONFLICT_KINDS, { error: words.rule.conflictKind }),
  handling: z.enum(HANDLINGS, { error: words.rule.handling }),
  reason: longText,
});
export type Conflict = z.infer<typeof conflict>;

/** The voting seats at the moment of opening. A facilitator and a recorder are not among them. */
export const electorate = z
  .array(seat)
  .min(1, words.rule.noSeats)
  .max(LARGEST_ELECTORATE, words.rule.tooManySeats)
  .refine((seats) => new Set(seats.map((each) => each.id)).size === seats.length, words.rule.seatTwice);

/** Why a seat of the electorate is not counted. */
export const OUT_REASONS = ['conflict', 'left', 'outside_our_powers'] as const;
export type OutReason = (typeof OUT_REASONS)[number];

export interface Out {
  readonly seat: string;
  readonly why: OutReason;
}
