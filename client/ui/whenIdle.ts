/** Work that is still to come, and can be called off. */
export interface Later {
  stop(): void;
}

/** Even a busy page gets to it after this long. */
const AT_LATEST_MS = 2_000;

/**
 * Does something once the page has nothing else to do, `after` so many milliseconds at the earliest. It is told how many
 * are left to it. Where the browser can't tell when it is idle, it is done when the time comes.
 */
export function whenIdle(after: number, work: (timeLeft: () => number) => void): Later {
  let idle = 0;
  const timer = setTimeout(() => {
    if (!('requestIdleCallback' in globalThis)) return work(() => 1);
    idle = requestIdleCallback((deadline) => work(() => deadline.timeRemaining()), { timeout: AT_LATEST_MS });
  }, after);
  return {
    stop() {
      clearTimeout(timer);
      if (idle) cancelIdleCallback(idle);
    },
  };
}
