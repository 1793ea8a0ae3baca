import type { Context } from '../context.ts';
import { nameOf } from './accountStore.ts';
import type { CameIn } from './mailedSignIn.ts';
import type { SignInMethod } from './signInStore.ts';

/** The headers of the browser that comes in. */
export interface ComingBrowser {
  readonly cookie: string | undefined;
  readonly userAgent: string | undefined;
}

/** Signs an account in, in this browser. Whoever was signed in there before is signed out, sockets and all. */
export async function signInHere(
  { signIns, accessChanges, db }: Context,
  { accountId }: CameIn,
  method: SignInMethod,
  browser: ComingBrowser,
) {
  const { setCookie, ended } = await signIns.start(accountId, { method, ...browser });
  if (ended) accessChanges.tell({ kind: 'account', accountId: ended });
  return { setCookie, account: { id: accountId, name: nameOf(db.orm, accountId) } };
}
