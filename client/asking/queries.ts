import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AskingsHere } from '../../shared/asking/api.ts';
import type { NewAsking, NewOutcome } from '../../shared/asking/changes.ts';
import { answerOf, api, refusalOf } from '../api.ts';

/** What people can be asked about. */
export interface AskedAbout {
  readonly kind: 'document' | 'decision';
  readonly id: string;
}

const follows = (about?: AskedAbout) => [
  { kind: 'asking' as const },
  ...(about?.kind === 'decision' ? [{ kind: 'decision' as const, id: about.id }] : []),
];

/** What people were asked about one thing, and what asking them anew needs. */
export function useAskings(about: AskedAbout) {
  return useQuery({
    queryKey: ['askings', about],
    queryFn: (): Promise<AskingsHere> =>
      about.kind === 'document'
        ? answerOf(api.documents[':documentId'].askings.$get({ param: { documentId: about.id } }))
        : answerOf(api.decisions[':decisionId'].askings.$get({ param: { decisionId: about.id } })),
    meta: { follows: follows(about) },
    staleTime: 0,
  });
}

/** Everything that people are asked in a partnership, as far as I may read what it is about. */
export function useAskingsIn(partnershipId: string) {
  return useQuery({
    queryKey: ['askings', partnershipId],
    queryFn: async () =>
      (await answerOf(api.partnerships[':partnershipId'].askings.$get({ param: { partnershipId } }))).askings,
    meta: { follows: [...follows(), { kind: 'decision' as const }] },
    staleTime: 0,
  });
}

/** A change of what people are asked, sent to the server. Its answer is all of them as they then are. */
export type Sending = () => Promise<AskingsHere>;

/** Makes a change, and shows what came of it. */
export function useAskingChange(about: AskedAbout) {
  const client = useQueryClient();
  const queryKey = ['askings', about];
  return useMutation({
    mutationFn: (send: Sending) => send(),
    onSuccess: (answer) => client.setQueryData(queryKey, answer),
    onError: (failed) => {
      const { refused } = refusalOf(failed);
      if (refused === 'conflict' || refused === 'not_found') void client.invalidateQueries({ queryKey });
    },
  });
}

/** The changes that there are, each as a request. */
export const askingChanges = {
  ask: (about: AskedAbout, json: NewAsking): Promise<AskingsHere> =>
    about.kind === 'document'
      ? answerOf(api.documents[':documentId'].askings.$post({ param: { documentId: about.id }, json }))
      : answerOf(api.decisions[':decisionId'].askings.$post({ param: { decisionId: about.id }, json })),
  sayWhatCame: (askingId: string, json: NewOutcome): Promise<AskingsHere> =>
    answerOf(api.askings[':askingId'].outcome.$post({ param: { askingId }, json })),
  withdraw: (askingId: string, reason: string): Promise<AskingsHere> =>
    answerOf(api.askings[':askingId'].withdrawal.$post({ param: { askingId }, json: { reason } })),
};
