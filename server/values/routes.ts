import { Hono, type Context as HonoContext } from 'hono';
import type { Refusal } from '../../shared/refusal.ts';
import { type ValuesAnswer, valuesAnswer, valuesInUse } from '../../shared/values/api.ts';
import * as api from '../../shared/values/changes.ts';
import type { Context } from '../context.ts';
import { refused } from '../errors.ts';
import { body, describes } from '../openapi.ts';
import type { Change } from '../partnerships/changing.ts';
import type { Found, Permit } from '../permit.ts';
import { valuesAnswerFor } from './answer.ts';
import { retireBehaviour, rewordBehaviour, signBehaviour, writeBehaviour } from './behaviourStore.ts';
import { valuesOf } from './store.ts';
import { proposeValue, retireValue, rewordValue } from './valueStore.ts';

type InPartnership = HonoContext<{ Variables: Found<{ kind: 'partnership_member' }> }>;

/** The partners' shared values, and what leaders say that they will do. Each change answers with all of it. */
export function valuesRoutes({ db, now, newId, changes }: Context, permit: Permit) {
  const member = () => permit({ kind: 'partnership_member' });
  const leader = () => permit({ kind: 'partnership_role', roles: ['leader'] });
  const by = (c: InPartnership, kind: 'value' | 'behaviour', id: string): Change => {
    const partnershipId = c.get('partnershipId');
    const changed = () => changes.tell(partnershipId, { kind, id });
    return { partnershipId, memberId: c.get('member').id, at: now(), changed };
  };
  const answer = (c: InPartnership, refusal: Refusal | undefined) => {
    if (refusal) return refused(c, refusal);
    const all = valuesAnswerFor(db, c.get('partnershipId'), { me: c.get('member'), now: now() });
    return c.json<ValuesAnswer, 200>(all, 200);
  };

  return new Hono()
    .get(
      '/partnerships/:partnershipId/values-in-use',
      member(),
      describes('The values and behaviours that count now', valuesInUse),
      (c) => c.json(valuesOf(db, c.get('partnershipId')), 200),
    )
    .get(
      '/partnerships/:partnershipId/values',
      member(),
      describes('All values and behaviours, with every version of their words', valuesAnswer),
      (c) => answer(c, undefined),
    )
    .post(
      '/partnerships/:partnershipId/values',
      member(),
      describes('Propose a value', valuesAnswer),
      body(api.newValue),
      (c) => {
        const id = newId();
        return answer(c, proposeValue(db, by(c, 'value', id), id, c.req.valid('json')));
      },
    )
    .post(
      '/partnerships/:partnershipId/values/:valueId/versions',
      member(),
      describes('Propose other words for a value', valuesAnswer),
      body(api.valueWording),
      (c) => {
        const id = c.req.param('valueId');
        return answer(c, rewordValue(db, by(c, 'value', id), id, c.req.valid('json')));
      },
    )
    .put(
      '/partnerships/:partnershipId/values/:valueId/retirement',
      member(),
      describes('Take back a value that no decision has adopted', valuesAnswer),
      body(api.retirement),
      (c) => {
        const id = c.req.param('valueId');
        return answer(c, retireValue(db, by(c, 'value', id), id, c.req.valid('json').reason));
      },
    )
    .post(
      '/partnerships/:partnershipId/behaviours',
      leader(),
      describes('Write down what one will and will not do', valuesAnswer),
      body(api.newBehaviour),
      (c) => {
        const id = newId();
        return answer(c, writeBehaviour(db, by(c, 'behaviour', id), id, c.req.valid('json')));
      },
    )
    .post(
      '/partnerships/:partnershipId/behaviours/:behaviourId/versions',
      leader(),
      describes('Write one’s behaviour anew', valuesAnswer),
      body(api.behaviourWording),
      (c) => {
        const id = c.req.param('behaviourId');
        return answer(c, rewordBehaviour(db, by(c, 'behaviour', id), id, c.req.valid('json')));
      },
    )
    .put(
      '/partnerships/:partnershipId/behaviours/:behaviourId/signature',
      leader(),
      describes('Sign one’s behaviour, in exactly the words that were read', valuesAnswer),
      body(api.behaviourSigning),
      (c) => {
        const id = c.req.param('behaviourId');
        return answer(
          c,
          signBehaviour(db, by(c, 'behaviour', id), {
            behaviourId: id,
            version: c.req.valid('json').version,
            newId,
          }),
        );
      },
    )
    .put(
      '/partnerships/:partnershipId/behaviours/:behaviourId/retirement',
      member(),
      describes('Take back a behaviour', valuesAnswer),
      body(api.retirement),
      (c) => {
        const id = c.req.param('behaviourId');
        return answer(c, retireBehaviour(db, by(c, 'behaviour', id), id, c.req.valid('json').reason));
      },
    );
}
