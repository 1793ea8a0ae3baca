import { type Adapter, Lucia, TimeSpan } from 'lucia';
import { hashSignInId, type SignInStore, type StoredSignIn } from './signInStore.ts';

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Record<never, never>, { name: string }>;
    DatabaseUserAttributes: { name: string };
  }
}

/** Who a request comes from. `signInHash` tells one browser of theirs from another, and is no secret. */
export interface SignedIn {
  readonly accountId: string;
  readonly name: string;
  readonly signInHash: string;
  readonly expiresAt: number;
  /** Set when the cookie should be sent again because its time was extended. */
  readonly renewedCookie?: string;
}

export interface SignIns {
  /** Who the `Cookie` header belongs to; undefined for nobody, expired, ended or disabled. */
  who(cookieHeader: string | undefined): Promise<SignedIn | undefined>;
  /** Signs an account in on a new browser, always with a new id, and gives the `Set-Cookie` value. */
  start(accountId: string): Promise<string>;
  /** Ends the sign-in of this cookie, and gives the `Set-Cookie` value that clears it. */
  end(cookieHeader: string | undefined): Promise<string>;
  endAll(accountId: string): Promise<void>;
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
    getUserAttributes: ({ name }) => ({ name }),
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
        signInHash: hashSignInId(session.id),
        expiresAt: session.expiresAt.getTime(),
        ...(session.fresh ? { renewedCookie: lucia.createSessionCookie(session.id).serialize() } : {}),
      };
    },
    async start(accountId) {
      await store.endExpired();
      const session = await lucia.createSession(accountId, {});
      return lucia.createSessionCookie(session.id).serialize();
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
        ? [asSession(found), { id: found.accountId, attributes: { name: found.name } }]
        : [null, null];
    },
    // Ids can't be read back from their hashes, so there is no list of sessions to give; nothing here asks for it.
    getUserSessions: async () => [],
    setSession: ({ id, userId, expiresAt }) => store.add(id, userId, expiresAt),
    updateSessionExpiration: (id, expiresAt) => store.extend(id, expiresAt),
    deleteSession: (id) => store.end(id),
    deleteUserSessions: (accountId) => store.endAll(accountId),
    deleteExpiredSessions: () => store.endExpired(),
  };
}
