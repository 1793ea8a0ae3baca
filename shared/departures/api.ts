import { z } from 'zod';
import { role } from '../partnerships/roles.ts';

/**
 * What someone leaves behind when they go, one kind of thing a line. A new kind is added here, in
 * server/departures/leftBehind.ts, which finds it, and on the page, which says it.
 */
const leftBehind = z.discriminatedUnion('kind', [
  /** A seat that nobody would be in. */
  z.object({ kind: z.literal('seat'), seatId: z.string(), name: z.string() }),
  /** A role that nobody else has. */
  z.object({ kind: z.literal('role'), role }),
  /** A document that nobody else could archive, or say who may do what with. */
  z.object({ kind: z.literal('document'), documentId: z.string(), title: z.string() }),
  /** As many more such documents that the one who asks can't read. */
  z.object({ kind: z.literal('hidden_documents'), count: z.number() }),
  /** Lines of a document that name them, or a seat that nobody would be in. */
  z.object({
    kind: z.literal('lines'),
    documentId: z.string(),
    title: z.string(),
    places: z.array(z.object({ under: z.array(z.string()), words: z.string() })),
  }),
  /** A decision that is open, in which nobody would be left to answer for these seats, or to decide. */
  z.object({
    kind: z.literal('decision'),
    decisionId: z.string(),
    number: z.number(),
    question: z.string(),
    seats: z.array(z.string()),
    decides: z.boolean(),
  }),
  /** Invitations that they sent and nobody has answered. */
  z.object({ kind: z.literal('invitations'), count: z.number() }),
]);
export type LeftBehind = z.infer<typeof leftBehind>;

export const departureAnswer = z.object({
  memberId: z.string(),
  name: z.string(),
  isYou: z.boolean(),
  /** Why they can't go, if they can't. */
  refusal: z.string().nullable(),
  leaves: z.array(leftBehind),
});
export type DepartureAnswer = z.infer<typeof departureAnswer>;
