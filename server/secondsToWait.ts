import { type RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Counts one more under a name, or `points` more. Gives the whole seconds to wait when there were too many, else undefined. */
export async function secondsToWait(
  limiter: RateLimiterMemory,
  key: string,
  points = 1,
): Promise<number | undefined> {
  try {
    await limiter.consume(key, points);
    return undefined;
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return inSeconds(reason);
    throw reason;
  }
}

/** At least one, so that nobody is told to try again at once. */
export function inSeconds({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}
