import { Hono } from 'hono';
import { mailTroublesAnswer } from '../../shared/notifications/api.ts';
import { nothing } from '../../shared/people/api.ts';
import type { Context } from '../context.ts';
import { notFound, refused } from '../errors.ts';
import { body, describes } from '../openapi.ts';
import { currentMembers } from '../partnerships/store.ts';
import type { Permit } from '../permit.ts';
import { forgetTrouble, troublesIn } from './troubleStore.ts';

/** Whose mails come back, for those who can ask them for another address. */
export function troubleRoutes({ db, mail }: Context, permit: Permit) {
  const facilitator = () => permit({ kind: 'partnership_role', roles: ['facilitator'] });
  const shown = (partnershipId: string) => {
    const names = new Map(currentMembers(db, partnershipId).map(({ id, name }) => [id, name]));
    return {
      troubles: troublesIn(db.orm, partnershipId).map((each) => ({
        ...each,
        name: names.get(each.memberId) ?? '',
      })),
    };
  };
  return new Hono()
    .get(
      '/partnerships/:partnershipId/mail-troubles',
      facilitator(),
      describes('Whose mails come back, and what the mail server said', mailTroublesAnswer),
      (c) => c.json(shown(c.get('partnershipId')), 200),
    )
    .post(
      '/partnerships/:partnershipId/mail-troubles/:memberId/again',
      facilitator(),
      describes('Try someone’s address again', mailTroublesAnswer),
      body(nothing),
      (c) => {
        const partnershipId = c.get('partnershipId');
        const memberId = c.req.param('memberId');
        if (!troublesIn(db.orm, partnershipId).some((each) => each.memberId === memberId))
          return refused(c, notFound());
        forgetTrouble(db.orm, memberId);
        mail.wake();
        return c.json(shown(partnershipId), 200);
      },
    );
}
