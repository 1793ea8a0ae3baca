import { Hono } from 'hono';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { notesWords as words } from '../../shared/messages/en/notes.ts';
import * as api from '../../shared/notes/api.ts';
import { MOST_NOTES_A_DAY } from '../../shared/notes/note.ts';
import { nothing } from '../../shared/people/api.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { refused } from '../errors.ts';
import { body, describes } from '../openapi.ts';
import { partnershipsOf } from '../partnerships/store.ts';
import type { Permit } from '../permit.ts';
import { secondsToWait } from '../secondsToWait.ts';
import { answerNote, closeNote, readNote, type Sending, sendNote, withdrawNote } from './notes.ts';
import { ownNotes, shownNotes } from './shown.ts';

/** Sends a note, if its writer has not sent too many today. */
export type SendNote = (sending: Sending) => Promise<{ answerBy: number } | Refusal>;

/** What is sent without a name is counted in memory alone, so that nothing that is kept leads to its writer. */
export function noteSending(context: Context): SendNote {
  const day = new RateLimiterMemory({ points: MOST_NOTES_A_DAY, duration: 24 * 60 * 60 });
  return async (sending) => {
    if (!sending.nameless) return sendNote(context, sending);
    const wait = await secondsToWait(day, sending.memberId);
    return wait === undefined ? sendNote(context, sending) : refuse('too_many', words.tooMany);
  };
}

/** Private notes to those who facilitate, or to the safeguarding lead. Whoever may not know of one finds none. */
export function noteRoutes(context: Context, permit: Permit, send: SendNote) {
  const { db, now } = context;
  const inside = () => permit({ kind: 'partnership_member' });
  return new Hono()
    .get(
      '/me/private-notes',
      permit({ kind: 'signed_in' }),
      describes('Every private note that you wrote with your name, whole, to keep', api.ownNotesAnswer),
      async (c) => {
        const places = await partnershipsOf(db, c.get('signedIn').accountId);
        const notes = ownNotes(
          db,
          places.map(({ member }) => member.id),
        );
        return c.json({ notes }, 200);
      },
    )
    .get(
      '/partnerships/:partnershipId/private-notes',
      inside(),
      describes('Your private notes, those to you, and to whom you can write', api.notesAnswer),
      (c) => {
        const [partnershipId, member] = [c.get('partnershipId'), c.get('member')];
        return c.json(shownNotes(db, { partnershipId, member, now: now() }), 200);
      },
    )
    .post(
      '/partnerships/:partnershipId/private-notes',
      inside(),
      describes('Send a private note', api.sentNoteAnswer, 201),
      body(api.newNote),
      async (c) => {
        const [partnershipId, memberId] = [c.get('partnershipId'), c.get('member').id];
        const sent = await send({ ...c.req.valid('json'), partnershipId, memberId, linkId: null });
        return isRefusal(sent) ? refused(c, sent) : c.json(sent, 201);
      },
    )
    .post(
      '/partnerships/:partnershipId/private-notes/:noteId/withdrawal',
      inside(),
      describes('Take back a note of yours that nobody has read', nothing),
      body(nothing),
      (c) => {
        const refusal = withdrawNote(context, c.get('member'), c.req.param('noteId'));
        return refusal ? refused(c, refusal) : c.json({}, 200);
      },
    )
    .post(
      '/partnerships/:partnershipId/private-notes/:noteId/reading',
      inside(),
      describes('Open a note to you; from then on it can’t be taken back', nothing),
      body(nothing),
      (c) => {
        const by = {
          partnershipId: c.get('partnershipId'),
          member: c.get('member'),
          noteId: c.req.param('noteId'),
        };
        const refusal = readNote(context, by);
        return refusal ? refused(c, refusal) : c.json({}, 200);
      },
    )
    .post(
      '/partnerships/:partnershipId/private-notes/:noteId/answer',
      inside(),
      describes('Answer a note to you', nothing),
      body(api.noteReply),
      (c) => {
        const by = {
          partnershipId: c.get('partnershipId'),
          member: c.get('member'),
          noteId: c.req.param('noteId'),
        };
        const refusal = answerNote(context, by, c.req.valid('json').words);
        return refusal ? refused(c, refusal) : c.json({}, 200);
      },
    )
    .post(
      '/partnerships/:partnershipId/private-notes/:noteId/closing',
      inside(),
      describes('Close a note to you with what was done', nothing),
      body(api.noteReply),
      (c) => {
        const by = {
          partnershipId: c.get('partnershipId'),
          member: c.get('member'),
          noteId: c.req.param('noteId'),
        };
        const refusal = closeNote(context, by, c.req.valid('json').words);
        return refusal ? refused(c, refusal) : c.json({}, 200);
      },
    );
}
