import { Hono } from 'hono';
import { accountSearch, accountsAnswer, mailStateAnswer } from '../../shared/administration/api.ts';
import { administrationWords as words } from '../../shared/messages/en/administration.ts';
import { nothing } from '../../shared/people/api.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { notFound, refused } from '../errors.ts';
import { mailState } from '../mail/store.ts';
import { body, describes, query } from '../openapi.ts';
import type { SignedIn } from '../people/signIn.ts';
import type { Permit } from '../permit.ts';
import { accountsFor, endAllSignIns, setDisabled } from './store.ts';

const MOST_ACCOUNTS = 100;
const MOST_FAILURES = 20;

/** Looking after the server's accounts. Nothing here shows what is in a partnership, or who is in which. */
export function administrationRoutes(context: Context, permit: Permit) {
  const { db, now, log, config, accessChanges } = context;
  const administrator = permit({ kind: 'server_administrator' });

  /** The log is the record of what was done to accounts: they belong to no partnership's journal. */
  const done = (what: string, by: SignedIn, accountId: string) => () => {
    log.info({ what, by: by.accountId, accountId }, 'an account was changed');
    accessChanges.tell({ kind: 'account', accountId });
  };
  const close = (by: SignedIn, accountId: string): Refusal | undefined => {
    if (by.accountId === accountId) return refuse('conflict', words.notYourself);
    return setDisabled(db, accountId, now(), done('closed', by, accountId)) ? undefined : notFound();
  };

  return new Hono()
    .get(
      '/administration/accounts',
      administrator,
      describes("The server's accounts", accountsAnswer),
      query(accountSearch),
      (c) => {
        const { search = '' } = c.req.valid('query');
        const { accountId } = c.get('signedIn');
        const found = accountsFor(db, { search: search.trim(), accountId, now: now(), most: MOST_ACCOUNTS });
        return c.json({ accounts: found.slice(0, MOST_ACCOUNTS), more: found.length > MOST_ACCOUNTS }, 200);
      },
    )
    .put(
      '/administration/accounts/:accountId/disabled',
      administrator,
      describes('Close an account, and sign it out everywhere', nothing),
      body(nothing),
      (c) => {
        const refusal = close(c.get('signedIn'), c.req.param('accountId'));
        return refusal ? refused(c, refusal) : c.json({}, 200);
      },
    )
    .delete(
      '/administration/accounts/:accountId/disabled',
      administrator,
      describes('Open an account again', nothing),
      body(nothing),
      (c) => {
        const id = c.req.param('accountId');
        const found = setDisabled(db, id, null, done('opened', c.get('signedIn'), id));
        return found ? c.json({}, 200) : refused(c, notFound());
      },
    )
    .post(
      '/administration/accounts/:accountId/end-sign-ins',
      administrator,
      describes('Sign an account out everywhere', nothing),
      body(nothing),
      (c) => {
        const id = c.req.param('accountId');
        const found = endAllSignIns(db, id, done('signed out', c.get('signedIn'), id));
        return found ? c.json({}, 200) : refused(c, notFound());
      },
    )
    .get(
      '/administration/mail',
      administrator,
      describes('Whether mails get through', mailStateAnswer),
      (c) => c.json({ sent: config.smtp !== undefined, ...mailState(db, MOST_FAILURES) }, 200),
    );
}
