import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ValuesAnswer } from '../../shared/values/api.ts';
import type {
  BehaviourWording,
  NewBehaviour,
  NewValue,
  ValuesDecision,
  ValueWording,
} from '../../shared/values/changes.ts';
import { answerOf, api, refusalOf } from '../api.ts';

const here = api.partnerships[':partnershipId'];

/** Every value and behaviour of a partnership, with all their versions. */
export function useValues(partnershipId: string) {
  return useQuery({
    queryKey: ['values', partnershipId],
    queryFn: () => answerOf(here.values.$get({ param: { partnershipId } })),
    meta: { follows: [{ kind: 'value' }, { kind: 'behaviour' }] },
    staleTime: 0,
  });
}

/** The values and behaviours that count now. */
export function useValuesInUse(partnershipId: string) {
  return useQuery({
    queryKey: ['values', partnershipId, 'in-use'],
    queryFn: () => answerOf(here['values-in-use'].$get({ param: { partnershipId } })),
    meta: { follows: [{ kind: 'value' }, { kind: 'behaviour' }] },
    staleTime: 0,
  });
}

/** When values were called on in decisions, as I may see it. */
export function useCalledOn(partnershipId: string) {
  return useQuery({
    queryKey: ['values', partnershipId, 'called-on'],
    queryFn: async () => (await answerOf(here.values['called-on'].$get({ param: { partnershipId } }))).blocks,
    meta: { follows: [{ kind: 'decision' }, { kind: 'value' }] },
    staleTime: 0,
  });
}

/** Begins the draft of a decision about values and behaviours, and gives its id. */
export function usePutToDecision(partnershipId: string) {
  return useMutation({
    mutationFn: (json: ValuesDecision) =>
      answerOf(here.values.decision.$post({ param: { partnershipId }, json })),
  });
}

/** A change of values or behaviours, sent to the server. Its answer is all of them as they then are. */
export type Sending = () => Promise<ValuesAnswer>;

/** Makes a change, and shows what came of it. Refused because somebody was quicker: shows what is there now. */
export function useValuesChange(partnershipId: string) {
  const client = useQueryClient();
  const queryKey = ['values', partnershipId];
  return useMutation({
    mutationFn: (send: Sending) => send(),
    onSuccess: (answer) => {
      client.setQueryData(queryKey, answer);
      void client.invalidateQueries({ queryKey: [...queryKey, 'in-use'] });
      void client.invalidateQueries({ queryKey: ['journal', partnershipId] });
    },
    onError: (failed) => {
      const { refused } = refusalOf(failed);
      if (refused === 'conflict' || refused === 'not_found') void client.invalidateQueries({ queryKey });
    },
  });
}

/** The changes that there are, each as a request. */
export function valuesChanges(partnershipId: string) {
  const valueAt = (valueId: string) => ({ param: { partnershipId, valueId } });
  const behaviourAt = (behaviourId: string) => ({ param: { partnershipId, behaviourId } });
  return {
    propose: (json: NewValue) => answerOf(here.values.$post({ param: { partnershipId }, json })),
    reword: (id: string, json: ValueWording) =>
      answerOf(here.values[':valueId'].versions.$post({ ...valueAt(id), json })),
    takeBackValue: (id: string, reason: string) =>
      answerOf(here.values[':valueId'].retirement.$put({ ...valueAt(id), json: { reason } })),
    write: (json: NewBehaviour) => answerOf(here.behaviours.$post({ param: { partnershipId }, json })),
    sayAnew: (id: string, json: BehaviourWording) =>
      answerOf(here.behaviours[':behaviourId'].versions.$post({ ...behaviourAt(id), json })),
    sign: (id: string, version: number) =>
      answerOf(here.behaviours[':behaviourId'].signature.$put({ ...behaviourAt(id), json: { version } })),
    takeBackBehaviour: (id: string, reason: string) =>
      answerOf(here.behaviours[':behaviourId'].retirement.$put({ ...behaviourAt(id), json: { reason } })),
  };
}
