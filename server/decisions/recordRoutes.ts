import { Hono } from 'hono';
import * as api from '../../shared/decisions/changeApi.ts';
import type {
  ActAnswer,
  DecisionAnswer,
  RegisterAnswer,
  WordsAnswer,
} from '../../shared/decisions/recordApi.ts';
import { actShape, decisionShape, wordsShape } from '../../shared/decisions/recordShape.ts';
import { registerShape } from '../../shared/decisions/registerShape.ts';
import { isRefusal } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { refused } from '../errors.ts';
import { body, deepBody, describes, query } from '../openapi.ts';
import type { Permit } from '../permit.ts';
import { act } from './acting.ts';
import { draftDecision, patchDraft, putWords } from './drafting.ts';
import { register } from './register.ts';
import { shown } from './shown.ts';
import { withDrift, withItsDrift } from './withDrift.ts';

/** The decisions of a partnership: the register, each one's page, and every act on it. */
export function recordRoutes(context: Context, permit: Permit) {
  return new Hono()
    .get(
      '/partnerships/:partnershipId/decisions',
      permit({ kind: 'partnership_member' }),
      describes(
        'The register: the decisions that you may read, newest first',
        registerShape,
        200,
        'A page of 50 unless `limit` (100 at most) says otherwise; `before` gives the next. `show` picks drafts, open or ended ones, those that wait for you, or those whose review is due.',
      ),
      query(api.registerQuery),
      async (c) => {
        const who = { partnershipId: c.get('partnershipId'), member: c.get('member') };
        const page = register(context, who, c.req.valid('query'));
        const decisions = await withDrift(context, c.get('signedIn').accountId, page.decisions);
        return c.json<RegisterAnswer, 200>({ ...page, decisions }, 200);
      },
    )
    .post(
      '/partnerships/:partnershipId/decisions',
      permit({ kind: 'partnership_member' }),
      describes('Begin a draft of a decision', decisionShape, 201),
      body(api.newDecisionBody),
      (c) => {
        const who = { partnershipId: c.get('partnershipId'), member: c.get('member') };
        const answer = draftDecision(context, who, c.req.valid('json'));
        return isRefusal(answer) ? refused(c, answer) : c.json<DecisionAnswer, 201>(answer, 201);
      },
    )
    .get(
      '/decisions/:decisionId',
      permit({ kind: 'decision' }),
      describes(
        'One decision, with everything that you may see of it and may do with it now',
        decisionShape,
        200,
        'In a hidden round others’ answers are kept back, and so is everything that depends on them. `by` and `witness` are names in the ledger; `people` says whose.',
      ),
      async (c) => {
        const answer = shown(context, c.get('decision'));
        if (isRefusal(answer)) return refused(c, answer);
        return c.json<DecisionAnswer, 200>(
          await withItsDrift(context, c.get('signedIn').accountId, answer),
          200,
        );
      },
    )
    .patch(
      '/decisions/:decisionId/draft',
      permit({ kind: 'decision' }),
      describes(
        'Write into a draft, field by field',
        decisionShape,
        200,
        'Two people who write different fields both keep what they wrote. Whoever writes a field that somebody else has changed meanwhile is refused, with that field named, and nothing is written.',
      ),
      deepBody(api.draftPatch),
      (c) => {
        const answer = patchDraft(context, c.get('decision'), c.req.valid('json'));
        return isRefusal(answer) ? refused(c, answer) : c.json<DecisionAnswer, 200>(answer, 200);
      },
    )
    .put(
      '/decisions/:decisionId/words',
      permit({ kind: 'decision' }),
      describes(
        'Put words to a decision, and get their hash',
        wordsShape,
        200,
        'The same words have the same hash, whoever writes them. A proposal goes into the draft at once; name the hash of an alternative in the draft, and that of an amendment in the act.',
      ),
      body(api.newWords),
      (c) => {
        const answer = putWords(context, c.get('decision'), c.req.valid('json'));
        return isRefusal(answer) ? refused(c, answer) : c.json<WordsAnswer, 200>(answer, 200);
      },
    )
    .post(
      '/decisions/:decisionId/acts',
      permit({ kind: 'decision' }),
      describes(
        'Do something with a decision',
        actShape,
        200,
        'Answers with a receipt (the hash of the line that it made in the ledger, and its number once nothing hidden can be counted by it) and the decision as it then is. `acts` of a decision says what you may do. The draft is written by its own route, and who leaves or joins the table is carried over by itself.',
      ),
      deepBody(api.newAct),
      async (c) => {
        const answer = act(context, c.get('decision'), c.req.valid('json'));
        if (isRefusal(answer)) return refused(c, answer);
        const decision = await withItsDrift(context, c.get('signedIn').accountId, answer.decision);
        return c.json<ActAnswer, 200>({ ...answer, decision }, 200);
      },
    );
}
