import { z } from 'zod';

/** One person to invite, as somebody wrote it: every part in their own words, to be understood or explained. */
export const LINE_PARTS = ['name', 'email', 'seat', 'kind', 'roles', 'note'] as const;
export type LinePart = (typeof LINE_PARTS)[number];

/** Far longer than any part may be: what is merely too long is explained in its line, not refused whole. */
const written = z.string().max(2000);

export const inviteLine = z.strictObject({
  name: written,
  email: written,
  seat: written,
  kind: written,
  roles: written,
  note: written,
});
export type InviteLine = z.infer<typeof inviteLine>;

export const EMPTY_LINE: InviteLine = { name: '', email: '', seat: '', kind: '', roles: '', note: '' };
