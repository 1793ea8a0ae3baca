import { useEffect, useState } from 'react';

const SOON_MS = 10 * 60_000;

/**
 * The server's clock, going on from when it answered: deadlines are the server's, whatever the clock of this device says.
 * It moves every second near `until`, and every half minute before.
 */
export function useServerNow(answeredAt: number, until: number | null): number {
  const [{ ahead, at }, setClock] = useState({ ahead: answeredAt - Date.now(), at: answeredAt });
  const [now, setNow] = useState(answeredAt);
  if (at !== answeredAt) {
    setClock({ ahead: answeredAt - Date.now(), at: answeredAt });
    setNow(answeredAt);
  }
  const near = until !== null && Math.abs(until - now) < SOON_MS;
  useEffect(() => {
    const tick = () => setNow(Date.now() + ahead);
    const timer = setInterval(tick, near ? 1_000 : 30_000);
    return () => clearInterval(timer);
  }, [ahead, near]);
  return now;
}
