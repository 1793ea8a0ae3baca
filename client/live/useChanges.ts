import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { openStream } from './stream.ts';

interface Followed {
  pages: number;
  readonly close: () => void;
}

const followed = new Map<string, Followed>();
/** Going from page to page in one partnership keeps its stream. */
const LINGER_MS = 2_000;

/**
 * Keeps what a page shows of a partnership as it is on the server: queries whose `meta` says what they follow are
 * asked again when that changes. Without a partnership it does nothing.
 */
export function useChanges(partnershipId: string | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (partnershipId === undefined) return;
    const one = followed.get(partnershipId) ?? { pages: 0, close: openStream(client, partnershipId) };
    followed.set(partnershipId, one);
    one.pages++;
    return () => {
      one.pages--;
      setTimeout(() => {
        if (one.pages > 0 || followed.get(partnershipId) !== one) return;
        followed.delete(partnershipId);
        one.close();
      }, LINGER_MS);
    };
  }, [client, partnershipId]);
}
