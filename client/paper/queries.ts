import { useMutation } from '@tanstack/react-query';
import type { FoundPaper, PaperComment } from '../../shared/paper/api.ts';
import { answerOf, api } from '../api.ts';

/** Finds what a sheet is about by the reference on it. */
export function useFindPaper(partnershipId: string) {
  return useMutation({
    mutationFn: (reference: string) =>
      answerOf(
        api.partnerships[':partnershipId'].paper[':reference'].$get({
          param: { partnershipId, reference: encodeURIComponent(reference) },
        }),
      ),
  });
}

/** Enters a comment that came on paper. */
export function usePaperComment({ kind, id }: Pick<FoundPaper, 'kind' | 'id'>) {
  return useMutation({
    mutationFn: (json: PaperComment) =>
      kind === 'document'
        ? answerOf(api.documents[':documentId']['paper-comments'].$post({ param: { documentId: id }, json }))
        : answerOf(api.decisions[':decisionId']['paper-comments'].$post({ param: { decisionId: id }, json })),
  });
}
