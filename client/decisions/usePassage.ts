import { useMutation, useQuery } from '@tanstack/react-query';
import type { DecisionPassage } from '../../shared/decisions/passageApi.ts';
import type { WordsAnswer } from '../../shared/decisions/recordApi.ts';
import type { Block } from '../../shared/documents/blocks.ts';
import { hashBlocks } from '../../shared/documents/canonical.ts';
import { answerOf, api } from '../api.ts';

const passage = api.decisions[':decisionId'].passage;

/** Where the words of a decision stand in a document, and what became of them there; null: nowhere. */
export function usePassage(decisionId: string) {
  return useQuery({
    queryKey: ['decision-passage', decisionId],
    queryFn: async () =>
      ((await answerOf(passage.$get({ param: { decisionId } }))) as DecisionPassage).passage,
    staleTime: 0,
    meta: { follows: [{ kind: 'decision', id: decisionId }] },
  });
}

export interface Taken {
  readonly role: 'proposal' | 'amendment';
  /** The words as they were shown: refused when the document says something else by then. */
  readonly blocks: readonly Block[];
  readonly basedOn?: string;
}

/** Puts the words as they stand in the document now to the decision that is bound to them. */
export function useTakeFromDocument(decisionId: string) {
  return useMutation({
    mutationFn: async ({ role, blocks, basedOn }: Taken) =>
      (await answerOf(
        passage.$put({
          param: { decisionId },
          json: { role, hash: hashBlocks(blocks), ...(basedOn === undefined ? {} : { basedOn }) },
        }),
      )) as WordsAnswer,
  });
}
