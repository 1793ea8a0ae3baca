import { z } from 'zod';
import { PRESETS } from '../access.ts';
import { documentsWords } from '../messages/en/documents.ts';
import { runningWords as words } from '../messages/en/running.ts';
import { lineOf, linesOf, optionalLineOf, tidyLines } from '../plainText.ts';
import { HOLDING_KINDS } from './holdings.ts';
import { ROLES } from './roles.ts';
import { SIDES } from './sides.ts';
import { readTimeZone } from './timeZone.ts';

/** What the HTTP API takes to set up a partnership and to change one, with what is said of each wrong field. */
export const LONGEST_NAME = 120;
export const LONGEST_LINES = 1000;
export const LONGEST_NOTE = 300;
export const MOST_SEATS = 60;
const MOST_SUBSTITUTES = 20;

const name = lineOf(LONGEST_NAME, { missing: words.nameMissing, tooLong: words.nameTooLong });
const place = lineOf(LONGEST_NAME, { missing: words.placeMissing, tooLong: words.nameTooLong });
const lines = (missing: string) => linesOf(LONGEST_LINES, { missing, tooLong: words.linesTooLong });
const note = optionalLineOf(LONGEST_NOTE, words.noteTooLong);
const side = z.enum(SIDES, { error: words.unknownSide });
const role = z.enum(ROLES, { error: words.unknownRole });
const roles = z.array(role).max(ROLES.length).overwrite(inOrder);
const chosenPreset = z.enum(PRESETS, { error: documentsWords.unknownPreset });
const memberId = z
  .string({ error: words.choosePerson })
  .min(1, words.choosePerson)
  .max(64, words.choosePerson);

function inOrder(held: z.infer<typeof role>[]) {
  return ROLES.filter((one) => held.includes(one));
}

/** Why a change was made. Every member reads it in the journal. */
export const reason = lineOf(LONGEST_NOTE, { missing: words.reasonMissing, tooLong: words.reasonTooLong });

/** How the thing looked that the change starts from: if it looks different by now, the change is refused. */
const version = z.string().min(1).max(64);

export const seatIdea = z.strictObject({ name, side, note });
export type SeatIdea = z.infer<typeof seatIdea>;

/** Each step of the guide, for it to check what was typed before it goes on; together they are one request. */
export const foundingSteps = {
  name,
  place,
  purpose: lines(words.purposeMissing),
  whyTogether: lines(words.whyTogetherMissing),
  whyNow: lines(words.whyNowMissing),
  preset: chosenPreset,
  seats: z
    .array(seatIdea)
    .min(1, words.seatsMissing)
    .max(MOST_SEATS, words.seatsTooMany)
    .refine(allDifferent, words.seatTwice),
  ownName: lineOf(LONGEST_NAME, { missing: words.ownNameMissing, tooLong: words.nameTooLong }),
  /** The place in `seats` of the seat that the founder sits in. */
  ownSeat: z.strictObject({ at: z.int().min(0).max(MOST_SEATS), kind: z.enum(HOLDING_KINDS) }).nullable(),
  /** What the founder does besides being the first facilitator. */
  ownRoles: roles,
};

export const newPartnership = z.strictObject(foundingSteps).refine(hasOwnSeat, {
  path: ['ownSeat'],
  error: words.ownSeatUnknown,
});
export type NewPartnership = z.infer<typeof newPartnership>;

function allDifferent(seats: readonly SeatIdea[]): boolean {
  return new Set(seats.map((seat) => seat.name.toLowerCase())).size === seats.length;
}

function hasOwnSeat({
  seats,
  ownSeat,
}: {
  readonly seats: readonly unknown[];
  readonly ownSeat: { readonly at: number } | null;
}): boolean {
  return ownSeat === null || ownSeat.at < seats.length;
}

/** A partnership that was set up without answers to the two questions may stay without. */
const perhapsLines = z.string().overwrite(tidyLines).max(LONGEST_LINES, words.linesTooLong);

/** Kept under the name that this machine knows it by. Pages that were opened before there was such a field send none. */
const timeZone = z
  .string({ error: words.zoneMissing })
  .max(64, words.zoneMissing)
  .overwrite((name) => readTimeZone(name) ?? name)
  .refine((name) => readTimeZone(name) !== undefined, words.zoneMissing)
  .optional();

export const partnershipChange = z.strictObject({
  name,
  place,
  purpose: foundingSteps.purpose,
  whyTogether: perhapsLines,
  whyNow: perhapsLines,
  preset: chosenPreset,
  timeZone,
  version,
  reason,
});
export type PartnershipChange = z.infer<typeof partnershipChange>;

export const newSeat = z.strictObject({ name, side, note, reason });
export type NewSeat = z.infer<typeof newSeat>;

export const seatChange = z.strictObject({ name, note, version, reason });
export type SeatChange = z.infer<typeof seatChange>;

/** Which seat stands before which says nothing about them, so that nobody is asked why. */
export const seatOrder = z.strictObject({
  seatIds: z.array(z.string().max(64)).max(MOST_SEATS),
  reason: optionalLineOf(LONGEST_NOTE, words.reasonTooLong),
});

export const seatRetirement = z.strictObject({ version, reason });

export const seatPeople = z.strictObject({
  holder: memberId.nullable(),
  substitutes: z.array(memberId).max(MOST_SUBSTITUTES),
  version,
  reason,
});

export const newRoles = z.strictObject({ roles, version, reason });
export const handingOver = z.strictObject({ to: memberId, reason });

/** Nobody has to say why they leave; whoever removes someone has to (see the route). */
export const departure = z.strictObject({ reason: optionalLineOf(LONGEST_NOTE, words.reasonTooLong) });

export const foundedAnswer = z.object({ id: z.string() });
