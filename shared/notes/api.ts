import { z } from 'zod';
import { notesWords as words } from '../messages/en/notes.ts';
import { LONGEST_NOTE, NOTE_TO } from './note.ts';

/** What the HTTP API takes and gives about private notes. Times are milliseconds since 1970. */
const to = z.enum(NOTE_TO, { error: words.chooseWhom });
const said = z.string({ error: words.empty }).trim().min(1, words.empty).max(LONGEST_NOTE, words.tooLong);
const state = z.enum(['sent', 'read', 'answered', 'closed', 'withdrawn']);

export const newNote = z
  .strictObject({
    /** Sent again under the same name, a note is not sent twice. */
    requestId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, words.form),
    to,
    words: said,
    /** Without saying who: then nobody can answer. */
    nameless: z.boolean(),
  })
  .meta({
    examples: [{ requestId: 'request-1', to: 'facilitator', words: 'May I talk to you?', nameless: false }],
  });
export type NewNote = z.infer<typeof newNote>;

export const noteReply = z.strictObject({ words: said }).meta({ examples: [{ words: 'I have rung them.' }] });

const whatCame = {
  id: z.string(),
  to,
  state,
  at: z.number(),
  answerBy: z.number(),
  answer: z.string(),
  answeredAt: z.number().nullable(),
  /** What was done in the end. */
  done: z.string(),
  closedAt: z.number().nullable(),
};

/** A note that I wrote. */
export const ownNote = z.object({ ...whatCame, words: z.string(), mayWithdraw: z.boolean() });
export type OwnNote = z.infer<typeof ownNote>;

/** A note to a role of mine. */
export const receivedNote = z.object({
  ...whatCame,
  /** As the partnership knows them; null where they did not say. */
  from: z.string().nullable(),
  /** Null until it is opened: until then it can be withdrawn. */
  words: z.string().nullable(),
  late: z.boolean(),
});
export type ReceivedNote = z.infer<typeof receivedNote>;

export const notesAnswer = z.object({
  /** To whom one can write; nobody holds a role that has no people. */
  to: z.array(z.object({ role: to, people: z.array(z.string()), days: z.number() })),
  mine: z.array(ownNote),
  received: z.array(receivedNote),
});
export type NotesAnswer = z.infer<typeof notesAnswer>;

export const sentNoteAnswer = z.object({ answerBy: z.number() });
export const ownNotesAnswer = z.object({ notes: z.array(ownNote) });
