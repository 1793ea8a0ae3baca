import { z } from 'zod';
import { linksWords as words } from '../messages/en/links.ts';

/** What the HTTP API takes and gives about personal links. Times are milliseconds since 1970. */
const id = z.string().min(1).max(64);

const about = z.strictObject({ kind: z.enum(['document', 'decision']), id });

export const MOST_DAYS = 90;

/** A link for one person in one seat (null: in none) to one thing. */
export const newPersonalLink = z
  .strictObject({
    memberId: z.string().min(1, words.choosePerson).max(64),
    seatId: id.nullable(),
    about,
    /** Whether they may answer for the seat too, where it is a decision; they may always comment. */
    answer: z.boolean(),
    days: z.int().min(1, words.days).max(MOST_DAYS, words.days),
    /** Whether it is mailed to them, where an address of theirs is known. */
    mail: z.boolean(),
  })
  .meta({
    examples: [
      {
        memberId: 'm1',
        seatId: 's1',
        about: { kind: 'decision', id: 'd1' },
        answer: true,
        days: 14,
        mail: false,
      },
    ],
  });
export type NewPersonalLink = z.infer<typeof newPersonalLink>;

/** Shown this once: only hashes are kept. */
export const madeLinkAnswer = z.object({
  id,
  address: z.string(),
  shortCode: z.string(),
  mailed: z.boolean(),
});
export type MadeLinkAnswer = z.infer<typeof madeLinkAnswer>;

const linkLine = z.object({
  id,
  person: z.string(),
  seat: z.string().nullable(),
  about: about.extend({ title: z.string() }),
  comment: z.boolean(),
  answer: z.boolean(),
  madeBy: z.string(),
  byMail: z.boolean().meta({ description: 'It stands in a mail about something that happened' }),
  createdAt: z.number(),
  expiresAt: z.number(),
  usedAt: z.number().nullable().meta({ description: 'When something was last sent by it' }),
  state: z.enum(['works', 'ended', 'taken_back']),
});
export type LinkLine = z.infer<typeof linkLine>;
export const linksAnswer = z.object({ links: z.array(linkLine) });
export type LinksAnswer = z.infer<typeof linksAnswer>;

/** Somebody without a mail address, who takes part by links alone until they have an account. */
export const newPerson = z
  .strictObject({
    name: z.string().trim().min(1, words.nameMissing).max(80, words.nameLong),
    seatId: id,
    kind: z.enum(['holder', 'substitute']),
  })
  .meta({ examples: [{ name: 'Ravi', seatId: 's1', kind: 'substitute' }] });
export type NewPerson = z.infer<typeof newPerson>;

export const newPersonAnswer = z.object({ memberId: id });
