import type { notify } from '../../../server/notifications/notify.ts';
import type { NoticeLine } from '../../../shared/notifications/notice.ts';

/** Something that happened, and needs this member. */
export function event(
  memberId: string,
  at: number,
  more: Partial<Parameters<typeof notify>[1]> = {},
): Parameters<typeof notify>[1] {
  return {
    ...{ eventKey: 'event:1', partnershipId: 'northvale', kind: 'told', memberIds: [memberId] },
    ...{ about: { kind: 'decision', id: 'd1' }, at, needsMe: true, byMemberId: null, ...more },
  };
}

export const LINE: NoticeLine = { title: 'It happened', line: 'It needs you.', href: '/decisions/d1' };
