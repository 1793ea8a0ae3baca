import { useEffect, useState } from 'react';

const PATIENCE_MS = 1000;

/** Nothing for a second, so that what comes quickly does not flash; then `what` is being waited for. */
export function Loading({ what }: { readonly what: string }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="loading" role="status">
      {slow && what}
    </div>
  );
}
