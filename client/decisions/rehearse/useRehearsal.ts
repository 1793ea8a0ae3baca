import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Conflict, Seat } from '../../../shared/decisions/electorate.ts';
import type { Rule } from '../../../shared/decisions/rule.ts';
import { tryRuleWords as words } from '../../../shared/messages/en/tryRule.ts';
import { answerOf, api, refusalOf } from '../../api.ts';
import { type MadeUp, positionOf } from './answers.ts';

/** Quick presses are counted together. */
const PATIENCE_MS = 250;

export interface Trial {
  readonly rule: Rule;
  readonly seats: readonly Seat[];
  readonly alternatives: readonly string[];
  readonly noVote: readonly string[];
  readonly preconditions: 'met' | 'missed';
  readonly decider: 'adopts' | 'rejects' | 'says_nothing';
  readonly rounds: readonly MadeUp[];
}

/** What would come of it, from the server. `invalidFrom`: the first round that no longer fits what comes before it. */
export function useRehearsal(trial: Trial) {
  const wanted = useSettled(JSON.stringify(bodyOf(trial)));
  const query = useQuery({
    queryKey: ['rehearsal', wanted],
    queryFn: () => answerOf(api.rules.rehearse.$post({ json: JSON.parse(wanted) })),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const refusal = query.error ? refusalOf(query.error) : undefined;
  const wrong = Object.keys(refusal?.fields ?? {}).flatMap((path) => /^rounds\.(\d+)/.exec(path)?.[1] ?? []);
  const invalidFrom = wrong.length > 0 ? Math.min(...wrong.map(Number)) : undefined;
  return { ...query, refusal, invalidFrom };
}

export type Rehearsed = NonNullable<ReturnType<typeof useRehearsal>['data']>;

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

function bodyOf({ rule, seats, alternatives, noVote, preconditions, decider, rounds }: Trial) {
  const conflicts: Conflict[] = noVote.map((seat) => ({
    ...{ seat, kind: 'financial', handling: 'may_speak' },
    reason: words.madeUp,
  }));
  const out = new Set(noVote);
  return {
    ...{ rule, preconditions, decider, conflicts, alternatives },
    electorate: seats,
    rounds: rounds.map(({ answers }) => ({
      positions: seats.flatMap(({ id }) => {
        const position = positionOf(answers[id] ?? 'silent');
        return position && !out.has(id) ? [{ seat: id, position }] : [];
      }),
    })),
  };
}
