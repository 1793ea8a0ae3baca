import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { DraftPatch } from '../../../shared/decisions/changeApi.ts';
import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { answerOf, api, refusalOf } from '../../api.ts';
import { useUnsaved } from './unsaved.ts';

const PATIENCE_MS = 900;
/** Where the server could not be reached, it is tried again by itself; what it refused is not. */
const LONGER_PATIENCE_MS = 5_000;

export type Fields = DraftPatch['fields'];
export type FieldName = Exclude<keyof Fields, undefined>;

/** How a field stands: `clash`: somebody else changed it since one began to write. */
export type FieldState =
  | { readonly kind: 'quiet' | 'unsaved' | 'saving' | 'saved' | 'clash' }
  | { readonly kind: 'failed'; readonly message: string; readonly wrong: string | undefined };

export interface DraftField<Value> {
  /** What stands in the field: what was typed, or else what is saved. */
  readonly value: Value;
  /** What is saved, whoever wrote it. */
  readonly kept: Value;
  readonly state: FieldState;
  readonly change: (value: Value) => void;
  /** Saves now what waits to be saved. */
  readonly flush: () => void;
  /** After a clash: saves what was typed in the place of what somebody else wrote. */
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
}

interface Typed<Value> {
  readonly value: Value;
  /** What the field's content was called when one began to write. */
  readonly basedOn: string;
}

export interface DraftFieldOptions<Value> {
  readonly field: FieldName;
  readonly kept: Value;
  /** Whether what was typed can be saved as it is; undefined: it can. */
  readonly ready?: (value: Value) => boolean;
  readonly send: (value: Value, basedOn: string) => Promise<DecisionAnswer>;
}

/**
 * One field of a draft, kept as one goes. What others write appears while one does not write oneself, and is never
 * overwritten unseen: a save names what it was based on, and a clash keeps both.
 */
export function useDraftField<Value>(
  decision: DecisionAnswer,
  { field, kept, ready = () => true, send }: DraftFieldOptions<Value>,
): DraftField<Value> {
  const client = useQueryClient();
  const version = decision.draft?.versions[field] ?? '';
  const [typed, setTyped] = useState<Typed<Value>>();
  const [done, setDone] = useState(false);
  const latest = useRef<Typed<Value>>(undefined);
  latest.current = typed;
  const save = useMutation({
    mutationFn: ({ value, basedOn }: Typed<Value>) => send(value, basedOn),
    onSuccess: (answer, sent) => {
      client.setQueryData(['decision', decision.id], answer);
      void client.invalidateQueries({ queryKey: ['decisions', decision.partnershipId] });
      setDone(true);
      // What was typed while it was on its way is based on what has just been saved.
      const basedOn = answer.draft?.versions[field] ?? '';
      setTyped((now) => (now === undefined || now.value === sent.value ? undefined : { ...now, basedOn }));
    },
    onError: (failed) => {
      if (refusalOf(failed).refused === 'conflict')
        void client.invalidateQueries({ queryKey: ['decision', decision.id] });
    },
  });
  const refusal = save.error ? refusalOf(save.error) : undefined;
  const clashes = refusal?.refused === 'conflict' && refusal.fields?.[field] !== undefined;
  const canSave = typed !== undefined && ready(typed.value);
  const flush = () => {
    if (latest.current && ready(latest.current.value) && !save.isPending && !clashes)
      save.mutate(latest.current);
  };
  const flushed = useRef(flush);
  flushed.current = flush;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new word begins the wait again
  useEffect(() => {
    const lost = refusal?.refused === 'unavailable';
    if (!canSave || save.isPending || (refusal && !lost)) return;
    const timer = setTimeout(() => flushed.current(), lost ? LONGER_PATIENCE_MS : PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [typed, canSave, save.isPending, refusal?.refused]);
  // Whoever leaves the page has not stopped meaning what they typed.
  useEffect(() => () => flushed.current(), []);
  useUnsaved(field, typed !== undefined);
  return {
    value: typed ? typed.value : kept,
    kept,
    state: stateOf({ typed: typed !== undefined, pending: save.isPending, clashes, refusal, field, done }),
    change: (value) => {
      if (save.isError && !clashes) save.reset();
      setTyped((now) => ({ value, basedOn: now?.basedOn ?? version }));
    },
    flush,
    keepMine: () => {
      if (!typed) return;
      const again = { ...typed, basedOn: version };
      setTyped(again);
      save.mutate(again);
    },
    takeTheirs: () => {
      save.reset();
      setTyped(undefined);
    },
  };
}

interface Parts {
  readonly typed: boolean;
  readonly pending: boolean;
  readonly clashes: boolean;
  readonly refusal: ReturnType<typeof refusalOf> | undefined;
  readonly field: string;
  readonly done: boolean;
}

function stateOf({ typed, pending, clashes, refusal, field, done }: Parts): FieldState {
  if (pending) return { kind: 'saving' };
  if (clashes && typed) return { kind: 'clash' };
  if (refusal && typed) {
    const wrong = Object.entries(refusal.fields ?? {}).find(([path]) => path.split('.').includes(field));
    return { kind: 'failed', message: refusal.message, wrong: wrong?.[1] };
  }
  if (typed) return { kind: 'unsaved' };
  return { kind: done ? 'saved' : 'quiet' };
}

/** Writes one field of a draft. */
export async function patchField(
  decisionId: string,
  field: FieldName,
  value: Fields[FieldName],
  basedOn: string,
): Promise<DecisionAnswer> {
  const json = { fields: { [field]: value } as Fields, basedOn: { [field]: basedOn } };
  return (await answerOf(
    api.decisions[':decisionId'].draft.$patch({ param: { decisionId }, json }),
  )) as DecisionAnswer;
}
