import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const QUARTER_SECONDS = 15 * 60;

/** How often something may be sent by links, and codes tried. Each gives the seconds to wait when it was too often, else undefined. */
export interface LinkLimits {
  act(by: { readonly linkId: string; readonly memberId: string; readonly source: string }): Promise<Wait>;
  tryCode(code: string, source: string): Promise<Wait>;
  /** Counts a code that there is not, from wherever it came. */
  wrongCode(): Promise<void>;
}

type Wait = number | undefined;

/**
 * Counts for one link, for all links of one person, and for a network address, which a library may share. Codes are
 * few enough to be guessed, so that they are counted for themselves, for the address, and from everywhere together:
 * the numbers are reckoned in docs/decisions/0007.
 */
export function linkLimits(): LinkLimits {
  const link = new RateLimiterMemory({ points: 30, duration: 60 });
  const person = new RateLimiterMemory({ points: 60, duration: 60 });
  const address = new RateLimiterMemory({ points: 120, duration: 60 });
  const code = new RateLimiterMemory({ points: 10, duration: QUARTER_SECONDS });
  const codesHere = new RateLimiterMemory({ points: 10, duration: QUARTER_SECONDS });
  const wrongCodes = new RateLimiterMemory({ points: 600, duration: 4 * QUARTER_SECONDS });
  return {
    act: async ({ linkId, memberId, source }) =>
      (await wait(address, source)) ?? (await wait(person, memberId)) ?? (await wait(link, linkId)),
    tryCode: async (typed, source) =>
      (await over(wrongCodes)) ?? (await wait(codesHere, source)) ?? (await wait(code, typed)),
    wrongCode: async () => void (await wait(wrongCodes, EVERYWHERE)),
  };
}

const EVERYWHERE = 'everywhere';

async function wait(limiter: RateLimiterMemory, key: string): Promise<Wait> {
  try {
    await limiter.consume(key);
    return undefined;
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return seconds(reason);
    throw reason;
  }
}

/** Whether there were too many, without counting another. */
async function over(limiter: RateLimiterMemory): Promise<Wait> {
  const known = await limiter.get(EVERYWHERE);
  return known && known.remainingPoints <= 0 ? seconds(known) : undefined;
}

function seconds({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}
