import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { library } from '../../../shared/decisions/library/library.ts';
import type { Rule } from '../../../shared/decisions/rule.ts';
import type { NewOwnRule } from '../../../shared/decisions/ruleApi.ts';
import { answerOf, api } from '../../api.ts';

/** A rule that can be taken, from the library or the partnership's own, under the name that addresses give it. */
export interface ChoosableRule {
  readonly key: string;
  readonly about: string;
  readonly source: string | null;
  readonly rule: Rule;
}

export const libraryRules: readonly ChoosableRule[] = library.map(({ id, about, source, rule }) => ({
  key: `library-${id}`,
  about,
  source,
  rule,
}));

/** The rules that a partnership has named as its own, the retired ones too. */
export function useOwnRules(partnershipId: string) {
  return useQuery({
    queryKey: ['own-rules', partnershipId],
    meta: { follows: [{ kind: 'rule' }] },
    queryFn: async () => {
      const { rules } = await answerOf(
        api.partnerships[':partnershipId'].rules.$get({ param: { partnershipId } }),
      );
      return rules.map(({ id, about, rule, retiredAt }) => ({
        ...{ id, about, source: null, retiredAt },
        key: `own-${id}`,
        rule: rule as Rule,
      }));
    },
  });
}

export function useNameRule(partnershipId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: NewOwnRule) =>
      answerOf(api.partnerships[':partnershipId'].rules.$post({ param: { partnershipId }, json })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['own-rules', partnershipId] }),
  });
}

export function useRetireRule(partnershipId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ruleId: string) =>
      answerOf(
        api.partnerships[':partnershipId'].rules[':ruleId'].retirement.$put({
          param: { partnershipId, ruleId },
          json: {},
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['own-rules', partnershipId] }),
  });
}
