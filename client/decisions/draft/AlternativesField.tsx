import { say } from '../../../shared/decisions/say.ts';
import { textOf } from '../../../shared/decisions/textOf.ts';
import { draftWords as words } from '../../../shared/messages/en/draft.ts';
import { answerOf, api } from '../../api.ts';
import { TextField } from '../../ui/Field.tsx';
import { LinesField } from '../../ui/LinesField.tsx';
import type { DraftPartProps } from './draftPart.ts';
import { Kept } from './Kept.tsx';
import { Rows } from './Rows.tsx';
import { patchField, useDraftField } from './useDraftField.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** Other words that can be put in order beside the proposal. */
export function AlternativesField({ decision, problems }: DraftPartProps) {
  const kept: readonly Row[] = (decision.terms.alternatives ?? []).map(({ id, name, hash }) => ({
    ...{ id, name },
    text: textOf(decision.texts[hash] ?? []),
  }));
  const field = useDraftField(decision, {
    field: 'alternatives',
    kept,
    ready: (rows) => rows.every(({ name, text }) => name.trim() !== '' && text.trim() !== ''),
    send: async (rows, basedOn) => {
      const alternatives = [];
      for (const { id, name, text } of rows)
        alternatives.push({ id, name, hash: await putAlternative(decision.id, text) });
      return patchField(decision.id, 'alternatives', alternatives.length > 0 ? alternatives : null, basedOn);
    },
  });
  return (
    <Kept
      id="alternatives"
      field={field}
      describe={(rows) => rows.map(({ name, text }) => `${name}: ${text}`).join('\n')}
    >
      <Rows
        label={words.alternatives}
        hint={words.alternativesHint}
        error={problems.alternatives}
        add={words.alternativesAdd}
        rows={field.value}
        onChange={field.change}
        empty={() => ({ id: `alternative-${crypto.randomUUID().slice(0, 8)}`, name: '', text: '' })}
        nameOf={({ name }) => name}
      >
        {(row, change, number) => (
          <>
            <TextField
              label={say(words.rowNumber, { label: words.alternativeName, number })}
              value={row.name}
              autoComplete="off"
              onChange={(event) => change({ name: event.target.value })}
            />
            <LinesField
              label={say(words.rowNumber, { label: words.alternativeText, number })}
              value={row.text}
              onChange={(event) => change({ text: event.target.value })}
            />
          </>
        )}
      </Rows>
    </Kept>
  );
}

async function putAlternative(decisionId: string, text: string): Promise<string> {
  const { hash } = await answerOf(
    api.decisions[':decisionId'].words.$put({ param: { decisionId }, json: { role: 'alternative', text } }),
  );
  return hash;
}
