import { z } from 'zod';
import { invitationsWords as words } from '../messages/en/invitations.ts';
import { holdingKind } from '../partnerships/api.ts';
import { LONGEST_NAME } from '../partnerships/changes.ts';
import { role } from '../partnerships/roles.ts';
import { side } from '../partnerships/sides.ts';
import { lineOf } from '../plainText.ts';
import { MOST_AT_ONCE } from './limits.ts';
import { inviteLine } from './lines.ts';
import { INVITATION_STATES } from './states.ts';

/** What the HTTP API takes and gives about invitations. Times are milliseconds since 1970. */
const lines = z
  .array(inviteLine)
  .min(1, words.nobodyInList)
  .max(MOST_AT_ONCE, { error: words.tooManyAtOnce, abort: true });

/** A list as it was pasted, or as it stood in a file. */
export const listToRead = z.strictObject({ text: z.string().max(50_000, words.tooManyAtOnce) });

export const listOfLines = z.strictObject({ lines });

const invitee = z.object({
  name: z.string(),
  email: z.string(),
  seat: z.object({ id: z.string(), kind: holdingKind }).optional(),
  roles: z.array(role).readonly(),
  note: z.string(),
});

const linePart = z.string();

export const checkedAnswer = z.object({
  lines: z.array(
    z.object({
      line: inviteLine,
      invitee: invitee.optional(),
      problems: z.record(linePart, z.string()),
      remark: z.string().optional(),
    }),
  ),
});
export type CheckedAnswer = z.infer<typeof checkedAnswer>;

/** How many went out, and the lines that did not, each with what is wrong with it. */
export const sentAnswer = checkedAnswer.extend({ sent: z.number() });

export const invitationLine = z.object({
  id: z.string(),
  /** Empty once they came in: they are known by the name they chose then, and by no other. */
  name: z.string(),
  email: z.string(),
  seat: z.object({ id: z.string(), name: z.string(), side, kind: holdingKind }).nullable(),
  roles: z.array(role),
  state: z.enum(INVITATION_STATES),
  createdAt: z.number(),
  expiresAt: z.number(),
  endedAt: z.number().nullable(),
});
export type InvitationLine = z.infer<typeof invitationLine>;

export const invitationsAnswer = z.object({ invitations: z.array(invitationLine) });

/** As made from 32 random bytes; anything else is no invitation, and looks like one that is unknown. */
const token = z.string().min(1).max(200);

export const withToken = z.strictObject({ token });

export const acceptance = z.strictObject({
  token,
  /** The hash of what was shown: `shown` of the answer to a look. */
  shown: z.string().max(200),
  name: lineOf(LONGEST_NAME, { missing: words.nameMissing, tooLong: words.nameTooLong }),
  pseudonym: z.literal(true).optional(),
});
export type Acceptance = z.infer<typeof acceptance>;

const about = { partnership: z.string(), invitedBy: z.string().nullable() };

export const lookAnswer = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('open'),
    partnership: z.object({ name: z.string(), place: z.string(), purpose: z.string() }),
    invitedBy: z.string().nullable(),
    seat: z.object({ name: z.string(), side, kind: holdingKind, invitedAs: holdingKind }).nullable(),
    roles: z.array(role),
    note: z.string(),
    expiresAt: z.number(),
    shown: z.string(),
    /** The invited address, so far as its owner needs to know it. */
    address: z.string(),
    /** Who looks: the invited person, someone signed in with another address, or someone not signed in. */
    you: z.enum(['invited', 'someone_else', 'nobody']),
    /** What the inviter called them; only for the invited person, empty for everyone else. */
    name: z.string(),
  }),
  z.object({ state: z.literal('expired'), ...about, expiresAt: z.number() }),
  z.object({ state: z.literal('seat_gone'), ...about }),
  z.object({ state: z.literal('accepted'), partnershipId: z.string() }),
]);
export type LookAnswer = z.infer<typeof lookAnswer>;

export const acceptedAnswer = z.object({ partnershipId: z.string() });
