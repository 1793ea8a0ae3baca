import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Whoever opened the mailed link in another tab is signed in here too when they come back. */
export function useFollowOtherTab(): void {
  const client = useQueryClient();
  useEffect(() => {
    const look = () => void client.invalidateQueries({ queryKey: ['me'] });
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [client]);
}
