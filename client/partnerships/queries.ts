import { useQuery } from '@tanstack/react-query';
import { ask, type Partnership } from '../api.ts';

/** A partnership with its seats and members. */
export function usePartnership(partnershipId: string) {
  return useQuery({
    queryKey: ['partnership', partnershipId],
    queryFn: () => ask<Partnership>('GET', `/api/partnerships/${encodeURIComponent(partnershipId)}`),
  });
}
