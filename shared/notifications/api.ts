import { z } from 'zod';

/** What the HTTP API gives about what one is to be told. */
const shownNotice = z.object({
  /** Everything that this line stands for. */
  ids: z.array(z.number()),
  partnershipId: z.string(),
  partnership: z.string(),
  title: z.string(),
  line: z.string(),
  href: z.string(),
  at: z.number(),
  needsMe: z.boolean(),
  unread: z.boolean(),
});
export type ShownNotice = z.infer<typeof shownNotice>;

export const noticesAnswer = z.object({
  /** What needs me first, then the newest. */
  notices: z.array(shownNotice),
  /** How many of these lines have not been read. */
  unread: z.number(),
});
export type NoticesAnswer = z.infer<typeof noticesAnswer>;

/** Either these, or everything that has been told so far. */
export const noticesRead = z.union([
  z.strictObject({ ids: z.array(z.int()).min(1).max(500) }),
  z.strictObject({ all: z.literal(true) }),
]);

export const mailTroublesAnswer = z.object({
  troubles: z.array(
    z.object({
      memberId: z.string(),
      name: z.string(),
      /** What the mail server said, without any address. */
      problem: z.string(),
      at: z.number(),
    }),
  ),
});
