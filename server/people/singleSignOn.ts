import * as openid from 'openid-client';
import type { Config } from '../config.ts';

type Settings = NonNullable<Config['singleSignOn']>;

/** What the browser keeps while its person is at the outside service. Of no use to anyone but that browser. */
export interface Underway {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who the outside service says it is. Its name for them is not taken: they say themselves what to call them. */
export interface OutsidePerson {
  readonly issuer: string;
  readonly subject: string;
  /** Only if the service says that it made sure of it, or is trusted to have. */
  readonly email: string | undefined;
}

/** Why somebody could not be brought back from the outside service; `cause` is for the log. */
export class OutsideProblem extends Error {
  readonly kind: 'unreachable' | 'declined' | 'refused';
  constructor(kind: OutsideProblem['kind'], cause: unknown) {
    super(kind, { cause });
    this.kind = kind;
  }
}

export interface SingleSignOn {
  /** Where to send the browser, and what it is to keep meanwhile. Throws `OutsideProblem`. */
  begin(returnTo: string): Promise<{ readonly url: string; readonly underway: Underway }>;
  /** Who came back at this address, with its query. Throws `OutsideProblem`. */
  finish(cameBackAt: URL, underway: Underway): Promise<OutsidePerson>;
}

const PATIENCE_SECONDS = 10;

/**
 * Signing in at an outside service by OpenID Connect: the authorization code flow with PKCE, state and nonce.
 * The library checks issuer, audience, times and nonce of what comes back, and here its signature too.
 */
export function singleSignOn(settings: Settings): SingleSignOn {
  const { issuer, clientId, clientSecret } = settings;
  let found: Promise<openid.Configuration> | undefined;

  /** Asked for when first needed, and again after it failed: the service may come up after us. */
  const configuration = () => {
    found ??= openid
      .discovery(new URL(issuer), clientId, clientSecret, undefined, {
        timeout: PATIENCE_SECONDS,
        execute: [
          openid.enableNonRepudiationChecks,
          // The settings allow plain http on this machine alone.
          ...(issuer.startsWith('http:') ? [openid.allowInsecureRequests] : []),
        ],
      })
      .catch((error) => {
        found = undefined;
        throw new OutsideProblem('unreachable', error);
      });
    return found;
  };

  return {
    async begin(returnTo) {
      const config = await configuration();
      const underway = {
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        verifier: openid.randomPKCECodeVerifier(),
      };
      const url = openid.buildAuthorizationUrl(config, {
        redirect_uri: returnTo,
        scope: 'openid email',
        state: underway.state,
        nonce: underway.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(underway.verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, underway };
    },
    async finish(cameBackAt, { state, nonce, verifier }) {
      const config = await configuration();
      try {
        const tokens = await openid.authorizationCodeGrant(config, cameBackAt, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims) throw new Error('there is no ID token');
        const said = claims.email ? claims : await askedFor(config, tokens.access_token, claims.sub);
        return { issuer: claims.iss, subject: claims.sub, email: emailIn(said, settings) };
      } catch (error) {
        const declined =
          error instanceof openid.AuthorizationResponseError && error.error === 'access_denied';
        throw new OutsideProblem(declined ? 'declined' : 'refused', error);
      }
    },
  };
}

type Said = Readonly<Record<string, unknown>>;

/** Some services put the address only where it has to be fetched. */
async function askedFor(config: openid.Configuration, accessToken: string, subject: string): Promise<Said> {
  return config.serverMetadata().userinfo_endpoint ? openid.fetchUserInfo(config, accessToken, subject) : {};
}

function emailIn(
  { email, email_verified: verified }: Said,
  { trustsAddresses }: Settings,
): string | undefined {
  if (typeof email !== 'string') return undefined;
  return verified === true || (trustsAddresses && verified === undefined) ? email : undefined;
}
