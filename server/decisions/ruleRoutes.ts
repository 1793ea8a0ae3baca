import { Hono } from 'hono';
import * as api from '../../shared/decisions/ruleApi.ts';
import { nothing } from '../../shared/people/api.ts';
import type { Context } from '../context.ts';
import { refused } from '../errors.ts';
import { body, deepBody, describes } from '../openapi.ts';
import type { Permit } from '../permit.ts';
import { nameRule, ownRules, retireRule } from './ruleStore.ts';

/** The rules that a partnership has named as its own. */
export function ruleRoutes({ db, now, newId }: Context, permit: Permit) {
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
        const refusal = nameRule(db, newId(), c.req.valid('json'), by);
        return refusal ? refused(c, refusal) : c.json({}, 201);
      },
    )
    .put(
      '/partnerships/:partnershipId/rules/:ruleId/retirement',
      permit({ kind: 'partnership_role', roles: ['facilitator'] }),
      describes('Retire a rule: it can no longer be chosen, and decisions that took it keep it', nothing),
      body(nothing),
      (c) => {
        const by = { partnershipId: c.get('partnershipId'), memberId: c.get('member').id, at: now() };
        const refusal = retireRule(db, c.req.param('ruleId'), by);
        return refusal ? refused(c, refusal) : c.json({}, 200);
      },
    );
}
