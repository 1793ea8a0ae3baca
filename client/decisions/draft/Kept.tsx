import type { ReactNode } from 'react';
import { say } from '../../../shared/decisions/say.ts';
import { draftWords as words } from '../../../shared/messages/en/draft.ts';
import { Button } from '../../ui/Button.tsx';
import type { DraftField } from './useDraftField.ts';

export interface KeptProps<Value> {
  /** Where the list of what is missing leads to. */
  readonly id: string;
  readonly field: DraftField<Value>;
  /** A value as words, for showing two side by side. */
  readonly describe: (value: Value) => string;
  readonly children: ReactNode;
}

/** A field of the draft with whether it is saved, and what to do when two people wrote it at once. */
export function Kept<Value>({ id, field, describe, children }: KeptProps<Value>) {
  const { state, value, kept, keepMine, takeTheirs, flush } = field;
  return (
    <div className="draft-field" id={`field-${id}`}>
      {children}
      <p className="draft-kept" role="status" data-state={state.kind}>
        {state.kind === 'saving' && words.saving}
        {state.kind === 'unsaved' && words.unsaved}
        {state.kind === 'saved' && `✓ ${words.saved}`}
        {state.kind === 'failed' && say(words.failed, { message: state.wrong ?? state.message })}
      </p>
      {state.kind === 'failed' && (
        <Button look="quiet" onClick={flush}>
          {words.again}
        </Button>
      )}
      {state.kind === 'clash' && (
        <div className="draft-clash" role="alert">
          <p>
            <b>{words.clash.heading}</b> {words.clash.about}
          </p>
          <dl>
            <dt>{words.clash.mine}</dt>
            <dd className="as-typed" dir="auto">
              {describe(value) || words.clash.nothing}
            </dd>
            <dt>{words.clash.theirs}</dt>
            <dd className="as-typed" dir="auto">
              {describe(kept) || words.clash.nothing}
            </dd>
          </dl>
          <div className="button-row">
            <Button look="plain" onClick={keepMine}>
              {words.clash.keepMine}
            </Button>
            <Button look="plain" onClick={takeTheirs}>
              {words.clash.takeTheirs}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
