import type { Seat } from '../../../shared/decisions/electorate.ts';
import { say } from '../../../shared/decisions/say.ts';
import { draftWords as words } from '../../../shared/messages/en/draft.ts';
import { Checks } from '../../ui/Checks.tsx';
import { TextField } from '../../ui/Field.tsx';
import type { DraftPartProps } from './draftPart.ts';
import { Kept } from './Kept.tsx';
import { Rows } from './Rows.tsx';
import { patchField, useDraftField } from './useDraftField.ts';

interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly seats: readonly string[];
}

/** Which seats belong to one organisation, where the rule gives each organisation one voice. */
export function OrganisationsField({ decision, partnership, problems }: DraftPartProps) {
  const field = useDraftField<readonly Organisation[]>(decision, {
    field: 'organisations',
    kept: organisationsIn(decision.terms.electorate ?? []),
    ready: (rows) => rows.every(({ name, seats }) => name.trim() !== '' && seats.length > 0),
    send: (rows, basedOn) =>
      patchField(decision.id, 'organisations', rows.length > 0 ? rows.map(asSent) : null, basedOn),
  });
  return (
    <Kept
      id="organisations"
      field={field}
      describe={(rows) => rows.map(({ name, seats }) => `${name}: ${seats.length}`).join('\n')}
    >
      <Rows
        label={words.organisations}
        hint={words.organisationsHint}
        error={problems.organisations}
        add={words.organisationsAdd}
        rows={field.value}
        onChange={field.change}
        empty={(): Organisation => ({ id: freeId(field.value), name: '', seats: [] })}
        nameOf={({ name }) => name}
      >
        {(row, change, number) => (
          <>
            <TextField
              label={say(words.rowNumber, { label: words.organisationName, number })}
              value={row.name}
              dir="auto"
              autoComplete="off"
              onChange={(event) => change({ name: event.target.value })}
            />
            <Checks
              legend={say(words.rowNumber, { label: words.organisationSeats, number })}
              chosen={row.seats}
              onChange={(seats) => change({ seats })}
              options={partnership.seats
                .filter(
                  ({ id }) => !field.value.some((other) => other.id !== row.id && other.seats.includes(id)),
                )
                .map(({ id, name }) => ({ value: id, name }))}
            />
          </>
        )}
      </Rows>
    </Kept>
  );
}

/** A seat that is its own body was put under no organisation. */
function organisationsIn(electorate: readonly Seat[]): Organisation[] {
  const found = new Map<string, Organisation>();
  for (const { id, body } of electorate) {
    if (!body || body.id === id) continue;
    const seats = [...(found.get(body.id)?.seats ?? []), id];
    found.set(body.id, { ...body, seats });
  }
  return [...found.values()];
}

function asSent({ id, name, seats }: Organisation) {
  return { body: { id, name: name.trim() }, seats: [...seats] };
}

function freeId(rows: readonly Organisation[]): string {
  const taken = new Set(rows.map(({ id }) => id));
  let number = rows.length + 1;
  while (taken.has(`organisation-${number}`)) number += 1;
  return `organisation-${number}`;
}
