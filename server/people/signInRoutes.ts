import { Hono, type Context as HonoContext } from 'hono';
import { peopleWords as words } from '../../shared/messages/en/people.ts';
import { fill } from '../../shared/messages/fill.ts';
import * as api from '../../shared/people/api.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { refused } from '../errors.ts';
import { body, describes } from '../openapi.ts';
import type { Permit } from '../permit.ts';
import { senderOf } from '../security.ts';
import { askingBrowser } from './askingBrowser.ts';
import type { AskLimits } from './askLimits.ts';
import { signInHere } from './cameIn.ts';
import { askCode, type CameIn, takeCode, takeLink } from './mailedSignIn.ts';

/** Signing in by a mailed link or the code in the same mail. */
export function signInRoutes(context: Context, permit: Permit, limits: AskLimits) {
  const { config } = context;
  const browser = askingBrowser(config.baseUrl?.startsWith('https:') ?? false);
  const secretOf = (c: HonoContext) => browser.secretIn(c.req.header('cookie'));

  /** Answers with the account, signed in here: always with a new cookie, and the one that asked is forgotten. */
  const cameIn = async (c: HonoContext, came: Refusal | CameIn) => {
    if (isRefusal(came)) return came;
    const { setCookie, account } = await signInHere(context, came, 'mail', {
      cookie: c.req.header('cookie'),
      userAgent: c.req.header('user-agent'),
    });
    c.header('Set-Cookie', setCookie);
    c.header('Set-Cookie', browser.forget(), { append: true });
    return { account };
  };

  const tooOften = (c: HonoContext, minutes: number, message: string) => {
    c.header('Retry-After', String(minutes * 60));
    return refused(c, refuse('too_many', fill(message, { minutes })));
  };

  return new Hono()
    .get(
      '/sign-in/ways',
      permit({ kind: 'anyone' }),
      describes('How people can sign in here', api.signInWaysAnswer),
      (c) => {
        const openOutbox = config.example && config.smtp === undefined;
        return c.json({ singleSignOn: config.singleSignOn?.name ?? null, openOutbox }, 200);
      },
    )
    .post(
      '/sign-in/ask',
      permit({ kind: 'anyone' }),
      describes('Have a link and a code mailed to an address', api.nothing),
      body(api.askingToSignIn),
      async (c) => {
        const { email, goingTo } = c.req.valid('json');
        const minutes = await limits.ask(email, senderOf(c, config));
        if (minutes !== undefined) return tooOften(c, minutes, words.askedTooOften);
        const browserSecret = secretOf(c) ?? browser.newSecret();
        askCode(context, { email, browserSecret, goingTo });
        c.header('Set-Cookie', browser.keep(browserSecret));
        return c.json({}, 200);
      },
    )
    .post(
      '/sign-in/code',
      permit({ kind: 'anyone' }),
      describes('Sign in with the code from the mail, in the browser that asked', api.signedInAnswer),
      body(api.signInByCode),
      async (c) => {
        const minutes = await limits.attempt(senderOf(c, config));
        if (minutes !== undefined) return tooOften(c, minutes, words.triedTooOften);
        const { code, email } = c.req.valid('json');
        const came = await cameIn(c, takeCode(context, { code, email, browserSecret: secretOf(c) }));
        return isRefusal(came) ? refused(c, came) : c.json(came, 200);
      },
    )
    .post(
      '/sign-in/link',
      permit({ kind: 'anyone' }),
      describes('Sign in with the link from the mail, in the browser that asked', api.signedInAnswer),
      body(api.signInByLink),
      async (c) => {
        const minutes = await limits.attempt(senderOf(c, config));
        if (minutes !== undefined) return tooOften(c, minutes, words.triedTooOften);
        const came = await cameIn(c, takeLink(context, c.req.valid('json').token, secretOf(c)));
        return isRefusal(came) ? refused(c, came) : c.json(came, 200);
      },
    );
}
