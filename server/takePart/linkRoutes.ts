import { Hono } from 'hono';
import { nothing } from '../../shared/people/api.ts';
import { isRefusal } from '../../shared/refusal.ts';
import * as api from '../../shared/takePart/api.ts';
import type { Context } from '../context.ts';
import { refused } from '../errors.ts';
import { body, describes } from '../openapi.ts';
import type { Permit } from '../permit.ts';
import { addPerson, linksFor, makeFor, takeBack } from './making.ts';

/** Making personal links and taking them back; who may is asked where it is done, for a seat's holder may for that seat. */
export function linkRoutes(context: Context, permit: Permit) {
  const inside = () => permit({ kind: 'partnership_member' });
  return new Hono()
    .get(
      '/partnerships/:partnershipId/links',
      inside(),
      describes('The personal links that you may see, newest first', api.linksAnswer),
      (c) => {
        const by = { partnershipId: c.get('partnershipId'), member: c.get('member') };
        return c.json(linksFor(context, by), 200);
      },
    )
    .post(
      '/partnerships/:partnershipId/links',
      inside(),
      describes(
        'Make a personal link; its address and its code are given this once',
        api.madeLinkAnswer,
        201,
      ),
      body(api.newPersonalLink),
      (c) => {
        const by = { partnershipId: c.get('partnershipId'), member: c.get('member') };
        const answer = makeFor(context, by, c.req.valid('json'));
        return isRefusal(answer) ? refused(c, answer) : c.json(answer, 201);
      },
    )
    .post(
      '/partnerships/:partnershipId/links/:linkId/revocation',
      inside(),
      describes('Take a personal link back; it does nothing from that moment', nothing),
      body(nothing),
      (c) => {
        const by = { partnershipId: c.get('partnershipId'), member: c.get('member') };
        const refusal = takeBack(context, by, c.req.param('linkId'));
        return refusal ? refused(c, refusal) : c.json({}, 200);
      },
    )
    .post(
      '/partnerships/:partnershipId/people',
      permit({ kind: 'partnership_role', roles: ['facilitator'] }),
      describes('Add someone without a mail address to a seat', api.newPersonAnswer, 201),
      body(api.newPerson),
      (c) => {
        const by = { partnershipId: c.get('partnershipId'), member: c.get('member') };
        const answer = addPerson(context, by, c.req.valid('json'));
        return isRefusal(answer) ? refused(c, answer) : c.json(answer, 201);
      },
    );
}
