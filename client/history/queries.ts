import { useInfiniteQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api.ts';

/** A partnership's journal, the newest first; `fetchNextPage` goes further back. */
export function useJournal(partnershipId: string) {
  return useInfiniteQuery({
    queryKey: ['journal', partnershipId],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.partnerships[':partnershipId'].journal.$get({
          param: { partnershipId },
          query: pageParam === undefined ? {} : { before: String(pageParam) },
        }),
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ lines, more }) => (more ? lines.at(-1)?.seq : undefined),
    staleTime: 0,
  });
}
