import { type Adapter, Lucia, TimeSpan } from 'lucia';
import { browserName } from '../../shared/people/browserName.ts';
import { hashSignInId, type SignInMethod, type SignInStore, type StoredSignIn } from './signInStore.ts';

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Record<never, never>, WhoTheyAre>;
    DatabaseUserAttributes: WhoTheyAre;
    DatabaseSessionAttributes: { method?: SignInMethod; browser?: string };
  }
}

interface WhoTheyAre {
  readonly name: string;
  readonly email: string | null;
}

/** Who a request comes from. `signInHash` tells one browser of theirs from another, and is no secret. */
export interface SignedIn {
  readonly accountId: string;
  readonly name: string;
  /** In small letters; null for the people of the example. */
  readonly email: string | null;
  readonly signInHash: string;
  readonly expiresAt: number;
  /** Set when the cookie should be sent again because its time was extended. */
  readonly renewedCookie?: string;
}

export interface SignIns {
  /** Who the `Cookie` header belongs to; undefined for nobody, expired, ended or disabled. */
  who(cookieHeader: string | undefined): Promise<SignedIn | undefined>;
  /**
   * Signs an account in, always with a new id, so that nobody can lay a known one under it. The sign-in that the
   * browser had before is over; `ended` is whose it was.
   */
  start(
    accountId: string,
    how: HowTheyCame,
  ): Promise<{ readonly setCookie: string; readonly ended?: string }>;
  /** Ends the sign-in of this cookie, and gives the `Set-Cookie` value that clears it. */
  end(cookieHeader: string | undefined): Promise<string>;
  endAll(accountId: string): Promise<void>;
}

export interface HowTheyCame {
  readonly method: SignInMethod;
  readonly userAgent: string | undefined;
  /** The `Cookie` header that the browser sent. */
  readonly cookie: string | undefined;
}

const LASTS = new TimeSpan(30, 'd');

/**
 * Sign-ins by lucia, kept to this file. `secure` is whether people reach the server by https: it adds
 * the `__Host-` prefix, which plain http on one's own machine can't have.
 */
export function signIns(store: SignInStore, secure: boolean): SignIns {
  const lucia = new Lucia(hashingAdapter(store), {
    sessionExpiresIn: LASTS,
    sessionCookie: {
      name: secure ? '__Host-trialogue' : 'trialogue',
      attributes: { secure, sameSite: 'lax', path: '/' },
    },
    getUserAttributes: ({ name, email }) => ({ name, email }),
  });
  return {
    async who(cookieHeader) {
      const id = lucia.readSessionCookie(cookieHeader ?? '');
      if (!id) return undefined;
      const { session, user } = await lucia.validateSession(id);
      if (!session) return undefined;
      return {
        accountId: user.id,
        name: user.name,
        email: user.email,
        signInHash: hashSignInId(session.id),
        expiresAt: session.expiresAt.getTime(),
        ...(session.fresh ? { renewedCookie: lucia.createSessionCookie(session.id).serialize() } : {}),
      };
    },
    async start(accountId, { method, userAgent, cookie }) {
      await store.endExpired();
      const before = lucia.readSessionCookie(cookie ?? '');
      const ended = before && (await store.find(before))?.accountId;
      if (before) await lucia.invalidateSession(before);
      const session = await lucia.createSession(accountId, { method, browser: browserName(userAgent) });
      const setCookie = lucia.createSessionCookie(session.id).serialize();
      return ended ? { setCookie, ended } : { setCookie };
    },
    async end(cookieHeader) {
      const id = lucia.readSessionCookie(cookieHeader ?? '');
      if (id) await lucia.invalidateSession(id);
      return lucia.createBlankSessionCookie().serialize();
    },
    endAll: (accountId) => lucia.invalidateUserSessions(accountId),
  };
}

/** lucia's port onto our store, which hands back the id that was presented because only its hash is kept. */
function hashingAdapter(store: SignInStore): Adapter {
  const asSession = (found: StoredSignIn) => ({
    id: found.id,
    userId: found.accountId,
    expiresAt: found.expiresAt,
    attributes: {},
  });
  return {
    async getSessionAndUser(id) {
      const found = await store.find(id);
      return found
        ? [asSession(found), { id: found.accountId, attributes: { name: found.name, email: found.email } }]
        : [null, null];
    },
    // Ids can't be read back from their hashes, so there is no list of sessions to give; nothing here asks for it.
    getUserSessions: async () => [],
    async setSession({ id, userId, expiresAt, attributes: { method = 'mail', browser = '' } }) {
      await store.add({ id, accountId: userId, expiresAt, method, browser });
    },
    updateSessionExpiration: (id, expiresAt) => store.extend(id, expiresAt),
    deleteSession: (id) => store.end(id),
    deleteUserSessions: (accountId) => store.endAll(accountId),
    deleteExpiredSessions: () => store.endExpired(),
  };
}
