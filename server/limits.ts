import { RateLimiterMemory } from 'rate-limiter-flexible';
import { secondsToWait } from './secondsToWait.ts';

/** How many changes a minute one account may ask for. A person writing quickly is far below it. */
const CHANGES_A_MINUTE = 240;
/** The same for everyone without an account behind one network address; a school may share one. */
const NAMELESS_A_MINUTE = 120;

/** Counts requests that change something. Gives the seconds to wait when there were too many, else undefined. */
export interface Limits {
  account(accountId: string): Promise<number | undefined>;
  address(address: string): Promise<number | undefined>;
}

export function limits(): Limits {
  const accounts = new RateLimiterMemory({ points: CHANGES_A_MINUTE, duration: 60 });
  const addresses = new RateLimiterMemory({ points: NAMELESS_A_MINUTE, duration: 60 });
  return {
    account: (id) => secondsToWait(accounts, id),
    address: (address) => secondsToWait(addresses, address),
  };
}
