import { RateLimiterMemory } from 'rate-limiter-flexible';
import { secondsToWait } from '../secondsToWait.ts';

const QUARTER_SECONDS = 15 * 60;

/** How often mails may be asked for and codes tried. Each gives the minutes to wait when it was too often, else undefined. */
export interface AskLimits {
  ask(email: string, source: string): Promise<number | undefined>;
  attempt(source: string): Promise<number | undefined>;
}

/**
 * Counts for an address from one network address, so that a stranger can't use up its owner's turns; for the
 * address from everywhere, so that nobody's inbox is filled; and for the network address, which a school may share.
 */
export function askLimits(): AskLimits {
  const here = new RateLimiterMemory({ points: 5, duration: QUARTER_SECONDS });
  const everywhere = new RateLimiterMemory({ points: 15, duration: 4 * QUARTER_SECONDS });
  const asks = new RateLimiterMemory({ points: 60, duration: QUARTER_SECONDS });
  const attempts = new RateLimiterMemory({ points: 100, duration: QUARTER_SECONDS });
  return {
    ask: async (email, source) =>
      (await minutesToWait(asks, source)) ??
      (await minutesToWait(here, `${email} ${source}`)) ??
      (await minutesToWait(everywhere, email)),
    attempt: (source) => minutesToWait(attempts, source),
  };
}

async function minutesToWait(limiter: RateLimiterMemory, key: string): Promise<number | undefined> {
  const seconds = await secondsToWait(limiter, key);
  return seconds === undefined ? undefined : Math.ceil(seconds / 60);
}
