import { RateLimiterMemory } from 'rate-limiter-flexible';
import { inSeconds, secondsToWait } from '../secondsToWait.ts';

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
      (await secondsToWait(address, source)) ??
      (await secondsToWait(person, memberId)) ??
      (await secondsToWait(link, linkId)),
    tryCode: async (typed, source) =>
      (await over(wrongCodes)) ??
      (await secondsToWait(codesHere, source)) ??
      (await secondsToWait(code, typed)),
    wrongCode: async () => void (await secondsToWait(wrongCodes, EVERYWHERE)),
  };
}

const EVERYWHERE = 'everywhere';

/** Whether there were too many, without counting another. */
async function over(limiter: RateLimiterMemory): Promise<Wait> {
  const known = await limiter.get(EVERYWHERE);
  return known && known.remainingPoints <= 0 ? inSeconds(known) : undefined;
}
