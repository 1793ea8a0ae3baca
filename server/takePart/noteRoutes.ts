import { Hono } from 'hono';
import { notesWords as words } from '../../shared/messages/en/notes.ts';
import { takePartWords } from '../../shared/messages/en/takePart.ts';
import { newNote } from '../../shared/notes/api.ts';
import { isRefusal, REFUSALS, type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import type { SendNote } from '../notes/routes.ts';
import { notesSentBy, peopleToWriteTo } from '../notes/shown.ts';
import type { Permit } from '../permit.ts';
import type { LinkAccess } from './access.ts';
import { formProof, isProof } from './formProof.ts';
import { notePage, noteSentPage } from './notePage.tsx';
import { lookOf } from './routes.ts';
import { readTyped, type Typed } from './typed.ts';

/** What a form of this page stands for. */
const SHOWN = 'private note';

/** A private note from a personal link's page, without an account and without a script. */
export function linkNoteRoutes(context: Context, permit: Permit, send: SendNote) {
  const { db, newId } = context;
  const byLink = () => permit({ kind: 'personal_link' });

  const shownFor = (access: LinkAccess) => ({
    access,
    to: peopleToWriteTo(db, access.link.partnershipId, access.link.memberId),
    came: notesSentBy(db, access.link.id),
    carried: { proof: formProof(access.token, SHOWN), request: newId() },
  });

  return new Hono()
    .get('/p/:linkToken/private-note', byLink(), (c) => {
      return c.html(notePage({ ...shownFor(c.get('link')), look: lookOf(c) }));
    })
    .post('/p/:linkToken/private-note', byLink(), async (c) => {
      const access = c.get('link');
      const typed = readTyped(await c.req.parseBody());
      const sent = await sendTyped(send, access, typed);
      if (!isRefusal(sent)) return c.html(noteSentPage(sent.answerBy, access, lookOf(c)));
      const again = { typed, errors: sent.fields ?? {}, message: sent.message };
      return c.html(notePage({ ...shownFor(access), look: lookOf(c), again }), REFUSALS[sent.refused]);
    });
}

async function sendTyped(
  send: SendNote,
  { token, link }: LinkAccess,
  typed: Typed,
): Promise<{ answerBy: number } | Refusal> {
  if (!isProof(typed.proof ?? '', token, SHOWN)) return refuse('not_allowed', words.form);
  const note = newNote.safeParse({
    ...{ requestId: `link-${typed.request ?? ''}`, to: typed.to, words: typed.words ?? '', nameless: false },
  });
  if (!note.success) {
    const errors = note.error.issues.map(({ path, message }) => [String(path[0]), message] as const);
    return refuse('invalid', takePartWords.refused.fix, Object.fromEntries(errors));
  }
  const { partnershipId, memberId, id: linkId } = link;
  return send({ ...note.data, partnershipId, memberId, linkId });
}
