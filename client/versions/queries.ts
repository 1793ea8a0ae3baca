import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api.ts';

const versions = api.documents[':documentId'].versions;

/** When a document was written in, the newest first; `fetchNextPage` goes further back. */
export function useMoments(documentId: string) {
  return useInfiniteQuery({
    queryKey: ['versions', documentId],
    queryFn: ({ pageParam }) =>
      answerOf(
        versions.$get({
          param: { documentId },
          query: pageParam === undefined ? {} : { before: String(pageParam) },
        }),
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ moments, more }) => (more ? moments.at(-1)?.from : undefined),
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
}

/** One stretch of work in small steps. */
export function useSteps(documentId: string, from: number, to: number) {
  return useQuery({
    queryKey: ['versions', documentId, 'steps', from, to],
    queryFn: () =>
      answerOf(versions.$get({ param: { documentId }, query: { from: String(from), to: String(to) } })),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** A document as it was, and what has changed since. */
export function useVersion(documentId: string, seq: string) {
  return useQuery({
    queryKey: ['versions', documentId, 'one', seq],
    queryFn: () => answerOf(versions[':seq'].$get({ param: { documentId, seq } })),
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
}

/** A document as it was, whole, to bring it back. */
export function useVersionState(documentId: string, seq: string) {
  return useQuery({
    queryKey: ['versions', documentId, 'state', seq],
    queryFn: () => answerOf(versions[':seq'].state.$get({ param: { documentId, seq } })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

/** Gives a document as it stands now a name. */
export function useNaming(documentId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => answerOf(versions.$post({ param: { documentId }, json: { name } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['versions', documentId] }),
  });
}
