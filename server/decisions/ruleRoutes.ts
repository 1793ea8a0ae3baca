import { Hono } from 'hono';
import * as api from '../../shared/decisions/ruleApi.ts';
import { nothing } from '../../shared/people/api.ts';
import type { Context } from '../context.ts';
import { refused } from '../errors.ts';
import { body, deepBody, describes } from '../openapi.ts';
import type { Permit } from '../permit.ts';
import { nameRule, ownRules, retireRule } from './ruleStore.ts';

/** The rules that a partnership has named as its own. */
export function ruleRoutes({ db, now, newId, changes }: Context, permit: Permit) {
  return new Hono()
    .get(
      '/partnerships/:partnershipId/rules',
      permit({ kind: 'partnership_member' }),
      describes('Rules to decide by that a partnership has named as its own', api.ownRulesAnswer),
      async (c) => c.json({ rules: await ownRules(db, c.get('partnershipId')) }, 200),
    )
    .post(
      '/partnerships/:partnershipId/rules',
      permit({ kind: 'partnership_role', roles: ['facilitator'] }),
      describes('Name a rule as the partnership’s own', nothing, 201),
      deepBody(api.newOwnRule),
      (c) => {
        const by = { partnershipId: c.get('partnershipId'), memberId: c.get('member').id, at: now() };
        const id = newId();
        const refusal = nameRule(db, id, c.req.valid('json'), by);
        if (refusal) return refused(c, refusal);
        changes.tell(by.partnershipId, { kind: 'rule', id });
        return c.json({}, 201);
      },
    )
    .put(
      '/partnerships/:partnershipId/rules/:ruleId/retirement',
      permit({ kind: 'partnership_role', roles: ['facilitator'] }),
      describes('Retire a rule: it can no longer be chosen, and decisions that took it keep it', nothing),
      body(nothing),
      (c) => {
        const by = { partnershipId: c.get('partnershipId'), memberId: c.get('member').id, at: now() };
        const id = c.req.param('ruleId');
        const refusal = retireRule(db, id, by);
        if (refusal) return refused(c, refusal);
        changes.tell(by.partnershipId, { kind: 'rule', id });
        return c.json({}, 200);
      },
    );
}
