import type { Timing } from '../../../server/sync/timing.ts';

interface Timer {
  readonly at: number;
  readonly work: () => void;
}

/** A clock whose hands the test turns. Nothing happens by itself. */
export class HandTiming implements Timing {
  #elapsed = 0;
  #soon: (() => void)[] = [];
  readonly #timers = new Set<Timer>();

  elapsed(): number {
    return this.#elapsed;
  }

  soon(work: () => void): void {
    this.#soon.push(work);
  }

  after(milliseconds: number, work: () => void): () => void {
    const timer = { at: this.#elapsed + milliseconds, work };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Drops everything that was to happen, as the death of a process does. */
  forget(): void {
    this.#soon = [];
    this.#timers.clear();
  }

  /** Runs what is to run soon, and what that asks to run soon in its turn. */
  turn(): void {
    while (this.#soon.length > 0) for (const work of this.#soon.splice(0)) work();
  }

  /** Lets that many milliseconds pass, with everything that is due in them, in order. */
  pass(milliseconds: number): void {
    const end = this.#elapsed + milliseconds;
    this.turn();
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#elapsed = next.at;
      this.#timers.delete(next);
      next.work();
      this.turn();
    }
    this.#elapsed = end;
  }

  #next(end: number): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.#timers) if (timer.at <= end && (!first || timer.at < first.at)) first = timer;
    return first;
  }
}
