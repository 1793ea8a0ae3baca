import { Hono } from 'hono';
import { isRefusal } from '../../shared/refusal.ts';
import { calledOnAnswer } from '../../shared/values/api.ts';
import { valuesDecision, valuesDecisionAnswer } from '../../shared/values/changes.ts';
import type { Context } from '../context.ts';
import { refused } from '../errors.ts';
import { body, describes } from '../openapi.ts';
import type { Permit } from '../permit.ts';
import { calledOn } from './calledOn.ts';
import { putValues } from './valuesDraft.ts';

/** Values and behaviours where they meet decisions. */
export function decisionValuesRoutes(context: Context, permit: Permit) {
  return new Hono()
    .post(
      '/partnerships/:partnershipId/values/decision',
      permit({ kind: 'partnership_member' }),
      describes('Put values and behaviours to a decision: begins its draft', valuesDecisionAnswer, 201),
      body(valuesDecision),
      (c) => {
        const who = { partnershipId: c.get('partnershipId'), member: c.get('member') };
        const decisionId = putValues(context, who, c.req.valid('json'));
        return isRefusal(decisionId) ? refused(c, decisionId) : c.json({ decisionId }, 201);
      },
    )
    .get(
      '/partnerships/:partnershipId/values/called-on',
      permit({ kind: 'partnership_member' }),
      describes('When values were called on in decisions, as you may see it', calledOnAnswer),
      (c) => c.json({ blocks: calledOn(context, c.get('partnershipId'), c.get('member')) }, 200),
    );
}
