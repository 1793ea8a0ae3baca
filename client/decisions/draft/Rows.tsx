import type { ReactNode } from 'react';
import { say } from '../../../shared/decisions/say.ts';
import { draftWords as words } from '../../../shared/messages/en/draft.ts';
import { Button } from '../../ui/Button.tsx';
import { Fieldset } from '../../ui/Fieldset.tsx';

export interface RowsProps<Row> {
  readonly label: string;
  readonly hint: string;
  readonly error?: string | undefined;
  readonly add: string;
  readonly rows: readonly Row[];
  readonly onChange: (rows: readonly Row[]) => void;
  readonly empty: () => Row;
  /** What a row is called when it is to be removed. */
  readonly nameOf: (row: Row) => string;
  readonly children: (row: Row, change: (more: Partial<Row>) => void, number: number) => ReactNode;
}

/** A list that one adds to, each row with its own fields. */
export function Rows<Row>({
  label,
  hint,
  error,
  add,
  rows,
  onChange,
  empty,
  nameOf,
  children,
}: RowsProps<Row>) {
  return (
    <Fieldset className="draft-rows" legend={label} hint={hint} error={error}>
      {() => (
        <>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name than their place
            <div className="draft-row" key={index}>
              {children(
                row,
                (more) => onChange(rows.map((each, at) => (at === index ? { ...each, ...more } : each))),
                index + 1,
              )}
              <Button look="quiet" onClick={() => onChange(rows.filter((_, at) => at !== index))}>
                {say(words.removeRow, { what: nameOf(row) || `${index + 1}` })}
              </Button>
            </div>
          ))}
          <Button look="plain" onClick={() => onChange([...rows, empty()])}>
            {add}
          </Button>
        </>
      )}
    </Fieldset>
  );
}
