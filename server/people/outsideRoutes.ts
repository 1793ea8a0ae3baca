import { Hono, type Context as HonoContext } from 'hono';
import { peopleWords as words } from '../../shared/messages/en/people.ts';
import { fill } from '../../shared/messages/fill.ts';
import * as api from '../../shared/people/api.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { notFound, refused } from '../errors.ts';
import { body, describes } from '../openapi.ts';
import type { Permit } from '../permit.ts';
import { senderOf } from '../security.ts';
import type { AskLimits } from './askLimits.ts';
import { signInHere } from './cameIn.ts';
import { takeOutside } from './outsideSignIn.ts';
import { ownCookie } from './ownCookie.ts';
import { OutsideProblem, singleSignOn } from './singleSignOn.ts';

const AWAY_SECONDS = 10 * 60;

/** Signing in at an outside service and coming back. Without one in the settings there is nothing here. */
export function outsideRoutes(context: Context, permit: Permit, limits: AskLimits) {
  const { config, log } = context;
  const settings = config.singleSignOn;
  const service = settings && singleSignOn(settings);
  const kept = ownCookie('trialogue-outside', AWAY_SECONDS, config.baseUrl?.startsWith('https:') ?? false);
  const returnTo = () => `${context.address()}/sign-in/outside`;

  const tooOften = async (c: HonoContext): Promise<Refusal | undefined> => {
    const minutes = await limits.attempt(senderOf(c, config));
    return minutes === undefined ? undefined : refuse('too_many', fill(words.triedTooOften, { minutes }));
  };

  /** What went wrong outside, in plain words; the log has the rest of it. */
  const explained = (c: HonoContext, problem: unknown, name: string): Refusal => {
    if (!(problem instanceof OutsideProblem)) throw problem;
    log.warn({ requestId: c.get('requestId'), kind: problem.kind, err: problem }, 'no sign-in from outside');
    switch (problem.kind) {
      case 'unreachable':
        return refuse('unavailable', fill(words.outsideAway, { service: name }));
      case 'declined':
        return refuse('not_allowed', fill(words.outsideDeclined, { service: name }));
      case 'refused':
        return refuse('not_allowed', fill(words.outsideRefused, { service: name }));
    }
  };

  return new Hono()
    .post(
      '/sign-in/outside/begin',
      permit({ kind: 'anyone' }),
      describes('Where to go to sign in at the outside service', api.outsideBegun),
      body(api.beginningOutside),
      async (c) => {
        if (!service || !settings) return refused(c, notFound());
        const refusal = await tooOften(c);
        if (refusal) return refused(c, refusal);
        try {
          const { url, underway } = await service.begin(returnTo());
          const { goingTo } = c.req.valid('json');
          c.header('Set-Cookie', kept.keep(packed({ ...underway, goingTo })));
          return c.json({ url }, 200);
        } catch (problem) {
          return refused(c, explained(c, problem, settings.name));
        }
      },
    )
    .post(
      '/sign-in/outside/finish',
      permit({ kind: 'anyone' }),
      describes('Sign in with what the outside service sent the browser back with', api.outsideFinished),
      body(api.finishingOutside),
      async (c) => {
        if (!service || !settings) return refused(c, notFound());
        const refusal = await tooOften(c);
        if (refusal) return refused(c, refusal);
        const underway = unpacked(kept.read(c.req.header('cookie')));
        if (!underway) return refused(c, refuse('conflict', words.outsideForgotten));
        // Whatever comes of it, what the browser kept was for once.
        c.header('Set-Cookie', kept.forget());
        try {
          const cameBackAt = new URL(returnTo());
          cameBackAt.search = c.req.valid('json').query;
          const came = takeOutside(context, await service.finish(cameBackAt, underway), settings.name);
          if (isRefusal(came)) return refused(c, came);
          const { setCookie, account } = await signInHere(context, came, 'single_sign_on', {
            cookie: c.req.header('cookie'),
            userAgent: c.req.header('user-agent'),
          });
          c.header('Set-Cookie', setCookie, { append: true });
          return c.json({ account, goingTo: underway.goingTo ?? null }, 200);
        } catch (problem) {
          return refused(c, explained(c, problem, settings.name));
        }
      },
    );
}

function packed(underway: api.OutsideUnderway): string {
  return Buffer.from(JSON.stringify(underway)).toString('base64url');
}

/** A cookie comes from a browser, which may send anything. */
function unpacked(value: string | undefined): api.OutsideUnderway | undefined {
  try {
    const words: unknown = JSON.parse(Buffer.from(value ?? '', 'base64url').toString('utf8'));
    return api.outsideUnderway.safeParse(words).data;
  } catch {
    return undefined;
  }
}
