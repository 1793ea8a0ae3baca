import { Hono } from 'hono';
import { type AskingsHere, type AskingsList, askingsHere, askingsList } from '../../shared/asking/api.ts';
import { newAsking, newOutcome, withdrawal } from '../../shared/asking/changes.ts';
import { minutesFor } from '../../shared/asking/minutes.ts';
import { decidesUntil, RUNGS, whyNotRung } from '../../shared/asking/rungs.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { isRefusal } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { notFound, refused } from '../errors.ts';
import { body, deepBody, describes } from '../openapi.ts';
import { memberOf } from '../partnerships/store.ts';
import type { Permit } from '../permit.ts';
import { askPeople } from './asking.ts';
import { sayWhatCame, withdrawAsking } from './ending.ts';
import { shownAskings } from './shown.ts';
import { askingsAbout, askingsIn } from './store.ts';
import { type About, findSubject } from './subject.ts';
import { candidates } from './whom.ts';
import { wordsToRead } from './wordsToRead.ts';

/** Asking people about a document or a decision, and saying what came of it. */
export function askingRoutes(context: Context, permit: Permit) {
  const { db, now } = context;

  /** The askings about one thing, and what asking about it needs for those who may. */
  async function here(about: About, member: OwnMember): Promise<AskingsHere> {
    const askings = shownAskings(db, askingsAbout(db.orm, about), { member, now: now() });
    const found = findSubject(db, about);
    if (!found?.mayAsk(member)) return { askings, mayAsk: null };
    const words = await wordsToRead(context, found);
    const rungs = RUNGS.map((rung) => ({
      rung,
      whyNot: whyNotRung(rung, found.subject, now()),
      minutes: minutesFor(rung, words),
    }));
    const until = found.decision ? decidesUntil(found.decision.body) : null;
    return { askings, mayAsk: { rungs, people: candidates(db, found), decidesUntil: until } };
  }

  return new Hono()
    .get(
      '/partnerships/:partnershipId/askings',
      permit({ kind: 'partnership_member' }),
      describes(
        'What people were asked in a partnership, as far as you may read what it is about',
        askingsList,
      ),
      (c) => {
        const rows = askingsIn(db.orm, c.get('partnershipId'));
        const askings = shownAskings(db, rows, { member: c.get('member'), now: now() });
        return c.json<AskingsList, 200>({ askings }, 200);
      },
    )
    .get(
      '/documents/:documentId/askings',
      permit({ kind: 'document', right: 'read' }),
      describes('What people were asked about a document, and what came of it', askingsHere),
      async (c) => {
        const { documentId, partnershipId } = c.get('access');
        const member = await memberOf(db, c.get('signedIn').accountId, partnershipId);
        if (!member) return refused(c, notFound());
        const answer = await here({ kind: 'document', id: documentId, partnershipId }, member);
        return c.json<AskingsHere, 200>(answer, 200);
      },
    )
    .post(
      '/documents/:documentId/askings',
      permit({ kind: 'document_manage' }),
      describes('Ask people about a document', askingsHere, 201),
      body(newAsking),
      async (c) => {
        const { documentId, partnershipId, memberId } = c.get('access');
        const about = { kind: 'document' as const, id: documentId, partnershipId };
        const asked = askPeople(context, { about, memberId }, c.req.valid('json'));
        if (isRefusal(asked)) return refused(c, asked);
        const member = await memberOf(db, c.get('signedIn').accountId, partnershipId);
        return member ? c.json<AskingsHere, 201>(await here(about, member), 201) : refused(c, notFound());
      },
    )
    .get(
      '/decisions/:decisionId/askings',
      permit({ kind: 'decision' }),
      describes('What people were asked about a decision, and what came of it', askingsHere),
      async (c) => {
        const { decisionId, partnershipId, member } = c.get('decision');
        const answer = await here({ kind: 'decision', id: decisionId, partnershipId }, member);
        return c.json<AskingsHere, 200>(answer, 200);
      },
    )
    .post(
      '/decisions/:decisionId/askings',
      permit({ kind: 'decision' }),
      describes(
        'Ask people about a decision, or to decide',
        askingsHere,
        201,
        'Refused where so much say can’t honestly be promised: `mayAsk` of the askings says why not, rung by rung and person by person.',
      ),
      body(newAsking),
      async (c) => {
        const { decisionId, partnershipId, member } = c.get('decision');
        const about = { kind: 'decision' as const, id: decisionId, partnershipId };
        const asked = askPeople(context, { about, memberId: member.id }, c.req.valid('json'));
        if (isRefusal(asked)) return refused(c, asked);
        return c.json<AskingsHere, 201>(await here(about, member), 201);
      },
    )
    .post(
      '/askings/:askingId/outcome',
      permit({ kind: 'asking' }),
      describes('Say what came of it: what people said, what was done, and why not', askingsHere),
      deepBody(newOutcome),
      async (c) => {
        const { row, found, member } = c.get('asking');
        const refusal = sayWhatCame(context, { askingId: row.id, memberId: member.id }, c.req.valid('json'));
        if (refusal) return refused(c, refusal);
        return c.json<AskingsHere, 200>(await here(found.about, member), 200);
      },
    )
    .post(
      '/askings/:askingId/withdrawal',
      permit({ kind: 'asking' }),
      describes('Take back what people were asked', askingsHere),
      body(withdrawal),
      async (c) => {
        const { row, found, member } = c.get('asking');
        const by = { askingId: row.id, memberId: member.id };
        const refusal = withdrawAsking(context, by, c.req.valid('json').reason);
        if (refusal) return refused(c, refusal);
        return c.json<AskingsHere, 200>(await here(found.about, member), 200);
      },
    );
}
