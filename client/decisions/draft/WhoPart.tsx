import type { Standing } from '../../../shared/decisions/draft.ts';
import { CONFLICT_KINDS, type Conflict, HANDLINGS } from '../../../shared/decisions/electorate.ts';
import { say } from '../../../shared/decisions/say.ts';
import { actsWords } from '../../../shared/messages/en/acts.ts';
import { draftWords as words } from '../../../shared/messages/en/draft.ts';
import { Choices } from '../../ui/Choices.tsx';
import { LinesField } from '../../ui/LinesField.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { t } from '../../words.ts';
import { BodiesField } from '../rules/BodyField.tsx';
import { NumberField } from '../rules/fields.tsx';
import type { DraftPartProps } from './draftPart.ts';
import { Kept } from './Kept.tsx';
import { OrganisationsField } from './OrganisationsField.tsx';
import { Rows } from './Rows.tsx';
import { patchField, useDraftField } from './useDraftField.ts';

/** Who decides, with what force, and who may not vote. */
export function WhoPart(props: DraftPartProps) {
  return (
    <>
      <StandingField {...props} />
      <div className="draft-field" id="field-electorate">
        <p>
          <b>{words.electorate}.</b>{' '}
          {say(words.electorateAbout, { count: props.decision.terms.electorate?.length ?? 0 })}
        </p>
      </div>
      {countsOrganisations(props) && <OrganisationsField {...props} />}
      <ConflictsField {...props} />
      <RestrictedField {...props} />
    </>
  );
}

/** Asked where the rule counts organisations, and shown wherever some were named already. */
function countsOrganisations({ decision: { terms } }: DraftPartProps): boolean {
  return (
    terms.rule?.voice === 'organisation' ||
    (terms.electorate ?? []).some(({ id, body }) => body && body.id !== id)
  );
}

const STANDINGS = ['delegated', 'recommendation', 'each_body', 'advisory'] as const;

function StandingField({ decision, partnership, problems }: DraftPartProps) {
  const field = useDraftField<Standing | undefined>(decision, {
    field: 'standing',
    kept: decision.terms.standing,
    ready: (standing) => !standing || !('bodies' in standing) || isWhole(standing),
    send: (standing, basedOn) => patchField(decision.id, 'standing', standing ?? null, basedOn),
  });
  const { value, change } = field;
  return (
    <Kept id="standing" field={field} describe={(standing) => (standing ? sayStanding(standing) : '')}>
      <Choices
        legend={words.standing}
        error={problems.standing}
        chosen={value?.kind}
        onChoose={(kind) => change(standingOf(kind, value))}
        choices={STANDINGS.map((kind) => ({
          value: kind,
          name: words.standings[kind],
          about: words.standings[`${kind}About`],
        }))}
      />
      {value && 'bodies' in value && (
        <>
          <BodiesField
            label={words.bodies}
            errors={{}}
            at="bodies"
            table={partnership}
            value={value.bodies}
            onChange={(bodies) => change({ ...value, bodies: [...bodies] })}
          />
          <NumberField
            label={words.answerDays}
            value={value.answerDays}
            onChange={(answerDays) => change({ ...value, answerDays })}
          />
          {!isWhole(value) && <p className="small">{words.rowsUnfinished}</p>}
        </>
      )}
    </Kept>
  );
}

function isWhole({ bodies, answerDays }: Extract<Standing, { bodies: unknown }>): boolean {
  return bodies.every(({ name }) => name.trim() !== '') && Number.isInteger(answerDays) && answerDays > 0;
}

function standingOf(kind: Standing['kind'], before: Standing | undefined): Standing {
  if (kind === 'advisory' || kind === 'delegated') return { kind };
  const bodies = before && 'bodies' in before ? before.bodies : [{ id: 'body-other', name: '' }];
  return { kind, bodies, answerDays: before && 'bodies' in before ? before.answerDays : 60 };
}

/** A standing with its bodies, in words. */
export function sayStanding(standing: Standing): string {
  const name = words.standings[standing.kind];
  return 'bodies' in standing ? `${name}: ${standing.bodies.map((body) => body.name).join(', ')}` : name;
}

type Row = { readonly [K in keyof Conflict]: Conflict[K] | '' };

function ConflictsField({ decision, partnership, problems }: DraftPartProps) {
  const seatName = (id: string) => partnership.seats.find((seat) => seat.id === id)?.name ?? '';
  const field = useDraftField<readonly Row[]>(decision, {
    field: 'conflicts',
    kept: decision.terms.conflicts ?? [],
    ready: (rows) => rows.every((row) => Object.values(row).every((part) => part.trim() !== '')),
    send: (rows, basedOn) =>
      patchField(decision.id, 'conflicts', rows.length > 0 ? (rows as Conflict[]) : null, basedOn),
  });
  return (
    <Kept
      id="conflicts"
      field={field}
      describe={(rows) => rows.map(({ seat, reason }) => `${seatName(seat)}: ${reason}`).join('\n')}
    >
      <Rows
        label={words.conflicts}
        hint={words.conflictsHint}
        error={problems.conflicts}
        add={words.conflictsAdd}
        rows={field.value}
        onChange={field.change}
        empty={(): Row => ({ seat: '', kind: '', handling: '', reason: '' })}
        nameOf={({ seat }) => seatName(seat)}
      >
        {(row, change, number) => (
          <>
            <SelectField
              label={say(words.rowNumber, { label: actsWords.fields.seat, number })}
              value={row.seat}
              onChange={(seat) => change({ seat })}
              options={[
                { value: '', name: '' },
                ...partnership.seats.map(({ id, name, side }) => ({
                  ...{ value: id, name },
                  group: t(`partnerships.sides.${side}`),
                })),
              ]}
            />
            <SelectField
              label={say(words.rowNumber, { label: actsWords.fields.kind, number })}
              value={row.kind}
              onChange={(kind) => change({ kind: kind as Row['kind'] })}
              options={[
                { value: '', name: '' },
                ...CONFLICT_KINDS.map((value) => ({ value, name: actsWords.conflictKinds[value] })),
              ]}
            />
            <SelectField
              label={say(words.rowNumber, { label: actsWords.fields.handling, number })}
              value={row.handling}
              onChange={(handling) => change({ handling: handling as Row['handling'] })}
              options={[
                { value: '', name: '' },
                ...HANDLINGS.map((value) => ({ value, name: actsWords.handlings[value] })),
              ]}
            />
            <LinesField
              label={say(words.rowNumber, { label: actsWords.reason, number })}
              value={row.reason}
              onChange={(event) => change({ reason: event.target.value })}
            />
          </>
        )}
      </Rows>
    </Kept>
  );
}

function RestrictedField({ decision }: DraftPartProps) {
  const field = useDraftField(decision, {
    field: 'restricted',
    kept: decision.line.restricted,
    send: (value, basedOn) => patchField(decision.id, 'restricted', value, basedOn),
  });
  return (
    <Kept
      id="restricted"
      field={field}
      describe={(value) => (value ? words.restrictedYes : words.restrictedNo)}
    >
      <SelectField
        label={words.restricted}
        value={field.value ? 'yes' : 'no'}
        onChange={(value) => field.change(value === 'yes')}
        options={[
          { value: 'no', name: words.restrictedNo },
          { value: 'yes', name: words.restrictedYes },
        ]}
      />
    </Kept>
  );
}
