/** Time as rooms see it, so that tests can turn the hands. */
export interface Timing {
  /** Milliseconds, with fractions, that only ever go up. */
  elapsed(): number;
  /** Runs `work` once everything that is waiting now has had its turn. */
  soon(work: () => void): void;
  /** Runs `work` after that many milliseconds, unless the function that it gives is called before. */
  after(milliseconds: number, work: () => void): () => void;
}

export const realTiming: Timing = {
  elapsed: () => performance.now(),
  soon: (work) => void setImmediate(work),
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    // Nothing here is worth keeping the process alive for: closing writes what is queued.
    timer.unref();
    return () => clearTimeout(timer);
  },
};
