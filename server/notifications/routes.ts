import { Hono } from 'hono';
import * as api from '../../shared/notifications/api.ts';
import { noticeSettingsAnswer, noticeSettingsShape } from '../../shared/notifications/settings.ts';
import { nothing } from '../../shared/people/api.ts';
import type { Context } from '../context.ts';
import { body, describes } from '../openapi.ts';
import { partnershipsOf } from '../partnerships/store.ts';
import type { Permit } from '../permit.ts';
import { inboxOf } from './inbox.ts';
import type { NoticeLines } from './lines.ts';
import { keepSettings } from './settingsStore.ts';
import { shownSettings } from './shownSettings.ts';
import { markRead } from './store.ts';

/** What one is told, and how one wants to be told. */
export function noticeRoutes(context: Context, permit: Permit, lines: NoticeLines) {
  const { db, now, mail, changes } = context;
  return new Hono()
    .get(
      '/me/notices',
      permit({ kind: 'signed_in' }),
      describes('What you were told in all your partnerships, what needs you first', api.noticesAnswer),
      async (c) => {
        const { accountId } = c.get('signedIn');
        return c.json(inboxOf(db, lines, accountId, await partnershipsOf(db, accountId)), 200);
      },
    )
    .post(
      '/me/notices/read',
      permit({ kind: 'signed_in' }),
      describes('Say that you have read some, or all; no mail will tell you of them any more', nothing),
      body(api.noticesRead),
      async (c) => {
        const read = c.req.valid('json');
        for (const { id, member } of await partnershipsOf(db, c.get('signedIn').accountId)) {
          markRead(db.orm, member.id, 'all' in read ? 'all' : read.ids, now());
          changes.tell(id, { kind: 'notice', id: member.id }, (hearer) => hearer.id === member.id);
        }
        return c.json({}, 200);
      },
    )
    .get(
      '/partnerships/:partnershipId/me/notices-settings',
      permit({ kind: 'partnership_member' }),
      describes('How you want to be told in this partnership', noticeSettingsAnswer),
      (c) => c.json(shownSettings(db, c.get('member').id), 200),
    )
    .put(
      '/partnerships/:partnershipId/me/notices-settings',
      permit({ kind: 'partnership_member' }),
      describes('Choose how you want to be told in this partnership', noticeSettingsAnswer),
      body(noticeSettingsShape),
      (c) => {
        const { id } = c.get('member');
        keepSettings(db.orm, id, c.req.valid('json'), now());
        mail.wake();
        return c.json(shownSettings(db, id), 200);
      },
    );
}
