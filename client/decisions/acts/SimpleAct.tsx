import { useState } from 'react';
import { actsWords } from '../../../shared/messages/en/acts.ts';
import { Choices } from '../../ui/Choices.tsx';
import { TextField } from '../../ui/Field.tsx';
import { LinesField } from '../../ui/LinesField.tsx';
import { ActDialog, type ActDialogProps, type Wanted } from './ActDialog.tsx';

const words = actsWords;

/** Something that an act asks for. A question with a yes and a no is answered by choosing one of two. */
export type Asked =
  | {
      readonly name: string;
      readonly as: 'line' | 'lines';
      readonly label: string;
      readonly hint?: string;
    }
  | {
      readonly name: string;
      readonly as: 'yes_or_no';
      readonly label: string;
      readonly yes: readonly [name: string, about: string];
      readonly no: readonly [name: string, about: string];
    };

export const REASON: Asked = { name: 'reason', as: 'lines', label: words.reason, hint: words.reasonHint };

export interface SimpleActProps
  extends Pick<ActDialogProps, 'decision' | 'name' | 'about' | 'verb' | 'onClose'> {
  /** What is known before anything is asked: the kind, the seat, the body. */
  readonly fixed: Wanted;
  readonly asks: readonly Asked[];
  readonly note?: string | undefined;
}

/** An act that asks for a few words, or for one of two. */
export function SimpleAct({ fixed, asks, note, ...dialog }: SimpleActProps) {
  const [said, setSaid] = useState<Readonly<Record<string, string | boolean>>>({});
  const set = (name: string, value: string | boolean) => setSaid((before) => ({ ...before, [name]: value }));
  return (
    <ActDialog {...dialog} wanted={{ ...emptyOf(asks), ...said, ...fixed }}>
      {(errors) => (
        <>
          {note && <p className="small">{note}</p>}
          {asks.map((ask) => {
            const error = errors[ask.name];
            if (ask.as === 'yes_or_no')
              return (
                <Choices
                  key={ask.name}
                  legend={ask.label}
                  error={error}
                  chosen={said[ask.name] === undefined ? undefined : said[ask.name] ? 'yes' : 'no'}
                  onChoose={(chosen) => set(ask.name, chosen === 'yes')}
                  choices={(['yes', 'no'] as const).map((value) => ({
                    value,
                    name: ask[value][0],
                    about: ask[value][1],
                  }))}
                />
              );
            const Typed = ask.as === 'line' ? TextLine : Lines;
            return (
              <Typed
                key={ask.name}
                {...{ label: ask.label, hint: ask.hint, error }}
                value={String(said[ask.name] ?? '')}
                onChange={(value) => set(ask.name, value)}
              />
            );
          })}
        </>
      )}
    </ActDialog>
  );
}

function emptyOf(asks: readonly Asked[]): Readonly<Record<string, string>> {
  return Object.fromEntries(asks.flatMap(({ name, as }) => (as === 'yes_or_no' ? [] : [[name, '']])));
}

interface TypedProps {
  readonly label: string;
  readonly hint: string | undefined;
  readonly error: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function TextLine({ onChange, ...field }: TypedProps) {
  return <TextField {...field} autoComplete="off" onChange={(event) => onChange(event.target.value)} />;
}

function Lines({ onChange, ...field }: TypedProps) {
  return <LinesField {...field} onChange={(event) => onChange(event.target.value)} />;
}
