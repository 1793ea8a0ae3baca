/** How much may be spent at once, and how fast it comes back. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** What is left of an allowance that refills with time. */
export class Budget {
  readonly #rate: Rate;
  #left: number;
  #asOf: number;

  constructor(rate: Rate, elapsed: number) {
    this.#rate = rate;
    this.#left = rate.burst;
    this.#asOf = elapsed;
  }

  /** Takes `amount`; false when that is more than there was. `elapsed` is in milliseconds. */
  spend(amount: number, elapsed: number): boolean {
    const { burst, perSecond } = this.#rate;
    const refill = ((elapsed - this.#asOf) / 1000) * perSecond;
    this.#left = Math.min(burst, this.#left + refill) - amount;
    this.#asOf = elapsed;
    return this.#left >= 0;
  }
}
