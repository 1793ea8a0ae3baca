import { Hono } from 'hono';
import * as api from '../../shared/invitations/api.ts';
import { nothing } from '../../shared/people/api.ts';
import { isRefusal } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { refused } from '../errors.ts';
import { body, describes } from '../openapi.ts';
import type { Permit } from '../permit.ts';
import { check, invite, inviteAgain, readAndCheck, revoke } from './inviting.ts';
import { invitationsIn } from './store.ts';

/** A partnership's invitations, for those who run it. */
const INVITERS = { kind: 'partnership_role', roles: ['facilitator'] } as const;

export function invitationRoutes(context: Context, permit: Permit) {
  const { db, now } = context;
  return new Hono()
    .get(
      '/partnerships/:partnershipId/invitations',
      permit(INVITERS),
      describes('Who is invited, and what became of it', api.invitationsAnswer),
      async (c) => c.json({ invitations: await invitationsIn(db, c.get('partnershipId'), now()) }, 200),
    )
    .post(
      '/partnerships/:partnershipId/invitations/read',
      permit(INVITERS),
      describes('Read a pasted list of people to invite, and check it; nobody is invited', api.checkedAnswer),
      body(api.listToRead),
      (c) => {
        const answer = readAndCheck(context, c.get('partnershipId'), c.req.valid('json').text);
        return isRefusal(answer) ? refused(c, answer) : c.json(answer, 200);
      },
    )
    .post(
      '/partnerships/:partnershipId/invitations/check',
      permit(INVITERS),
      describes('Check lines of a list of people to invite; nobody is invited', api.checkedAnswer),
      body(api.listOfLines),
      (c) => c.json(check(context, c.get('partnershipId'), c.req.valid('json').lines), 200),
    )
    .post(
      '/partnerships/:partnershipId/invitations',
      permit(INVITERS),
      describes('Invite those whose lines are good; the others come back with what is wrong', api.sentAnswer),
      body(api.listOfLines),
      (c) => {
        const by = { partnershipId: c.get('partnershipId'), memberId: c.get('member').id };
        const answer = invite(context, by, c.req.valid('json').lines);
        return isRefusal(answer) ? refused(c, answer) : c.json(answer, 200);
      },
    )
    .post(
      '/partnerships/:partnershipId/invitations/:invitationId/again',
      permit(INVITERS),
      describes('Send a new link to the same place; the old link stops working', nothing),
      body(nothing),
      (c) => {
        const by = { partnershipId: c.get('partnershipId'), memberId: c.get('member').id };
        const refusal = inviteAgain(context, by, c.req.param('invitationId'));
        return refusal ? refused(c, refusal) : c.json({}, 200);
      },
    )
    .post(
      '/partnerships/:partnershipId/invitations/:invitationId/revoke',
      permit(INVITERS),
      describes('Take an invitation back', nothing),
      body(nothing),
      (c) => {
        const by = { partnershipId: c.get('partnershipId'), memberId: c.get('member').id };
        const refusal = revoke(context, by, c.req.param('invitationId'));
        return refusal ? refused(c, refusal) : c.json({}, 200);
      },
    );
}
