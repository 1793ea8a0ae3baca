import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

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
      (await wait(asks, source)) ??
      (await wait(here, `${email} ${source}`)) ??
      (await wait(everywhere, email)),
    attempt: (source) => wait(attempts, source),
  };
}

async function wait(limiter: RateLimiterMemory, key: string): Promise<number | undefined> {
  try {
    await limiter.consume(key);
    return undefined;
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return Math.max(1, Math.ceil(reason.msBeforeNext / 60_000));
    throw reason;
  }
}
