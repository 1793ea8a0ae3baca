import { say } from '../../../shared/decisions/say.ts';
import { draftWords as words } from '../../../shared/messages/en/draft.ts';
import { TextField } from '../../ui/Field.tsx';
import { LinesField } from '../../ui/LinesField.tsx';
import type { DraftPartProps } from './draftPart.ts';
import { Kept } from './Kept.tsx';
import { Rows } from './Rows.tsx';
import { patchField, useDraftField } from './useDraftField.ts';

/** What else was looked at, and why it was not taken. */
export function RejectedField({ decision, problems }: DraftPartProps) {
  const field = useDraftField(decision, {
    field: 'rejected',
    kept: decision.terms.rejected ?? [],
    ready: (rows) => rows.every(({ option, why }) => option.trim() !== '' && why.trim() !== ''),
    send: (rows, basedOn) => patchField(decision.id, 'rejected', rows.length > 0 ? rows : null, basedOn),
  });
  return (
    <Kept
      id="rejected"
      field={field}
      describe={(rows) => rows.map(({ option, why }) => `${option}: ${why}`).join('\n')}
    >
      <Rows
        label={words.rejected}
        hint={words.rejectedHint}
        error={problems.rejected}
        add={words.rejectedAdd}
        rows={field.value}
        onChange={(rows) => field.change([...rows])}
        empty={() => ({ option: '', why: '' })}
        nameOf={({ option }) => option}
      >
        {(row, change, number) => (
          <>
            <TextField
              label={say(words.rowNumber, { label: words.rejectedOption, number })}
              value={row.option}
              autoComplete="off"
              onChange={(event) => change({ option: event.target.value })}
            />
            <LinesField
              label={say(words.rowNumber, { label: words.rejectedWhy, number })}
              value={row.why}
              onChange={(event) => change({ why: event.target.value })}
            />
          </>
        )}
      </Rows>
    </Kept>
  );
}
