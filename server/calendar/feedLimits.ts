import { RateLimiterMemory } from 'rate-limiter-flexible';
import { secondsToWait } from '../secondsToWait.ts';

/** How often one address may be read. Programs ask a few times an hour. */
const READINGS = { points: 30, duration: 300 };
/** How much one network may ask for. Those who keep calendars for many ask for all of them from a few places. */
const FROM_A_NETWORK = { points: 600, duration: 60 };

/** Counts readings of calendars. Each gives the seconds to wait when there were too many, else undefined. */
export interface FeedLimits {
  network(source: string): Promise<number | undefined>;
  feed(memberId: string): Promise<number | undefined>;
}

export function feedLimits(): FeedLimits {
  const networks = new RateLimiterMemory(FROM_A_NETWORK);
  const feeds = new RateLimiterMemory(READINGS);
  return {
    network: (source) => secondsToWait(networks, source),
    feed: (memberId) => secondsToWait(feeds, memberId),
  };
}
