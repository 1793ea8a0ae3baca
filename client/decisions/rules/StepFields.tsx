import { type Step, TRIGGERS } from '../../../shared/decisions/ladder.ts';
import { ruleFormWords } from '../../../shared/messages/en/ruleForm.ts';
import { SIDES } from '../../../shared/partnerships/sides.ts';
import { Checks } from '../../ui/Checks.tsx';
import { Fieldset } from '../../ui/Fieldset.tsx';
import { LinesField } from '../../ui/LinesField.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { t } from '../../words.ts';
import { BodiesField, BodyField } from './BodyField.tsx';
import { NumberField, ThresholdField } from './fields.tsx';
import type { Table } from './ruleFormProps.ts';

const words = ruleFormWords.ladder;
const OFS = ['for_and_against', 'cast', 'eligible'] as const;

export interface StepFieldsProps {
  readonly step: Step;
  readonly onChange: (step: Step) => void;
  readonly errors: Readonly<Record<string, string>>;
  /** Where in the rule it stands. */
  readonly at: string;
  readonly isLast: boolean;
  readonly table: Table;
}

/** What starts a step, all that it needs, and what must have happened first. */
export function StepFields(props: StepFieldsProps) {
  const { step, onChange, errors, at, isLast } = props;
  return (
    <>
      <Checks
        legend={words.when}
        error={errors[`${at}.when`]}
        chosen={step.when}
        onChange={(when) => onChange({ ...step, when: [...when] })}
        options={TRIGGERS.map((value) => ({ value, name: words.triggers[value] }))}
      />
      {'days' in step && (
        <NumberField
          label={words.days}
          error={errors[`${at}.days`]}
          value={step.days}
          onChange={(days) => onChange({ ...step, days })}
        />
      )}
      <KindFields {...props} />
      {(!isLast || step.after) && <AfterFields {...props} />}
    </>
  );
}

function KindFields(props: StepFieldsProps) {
  const { step, onChange, errors, at, table } = props;
  const place = (field: string) => ({ at: `${at}.${field}`, errors, ofs: OFS });
  switch (step.kind) {
    case 'majority':
      return (
        <>
          <ThresholdField
            label={words.threshold}
            {...place('threshold')}
            value={step.threshold}
            onChange={(threshold) => onChange({ ...step, threshold })}
          />
          <SelectField
            label={words.castingVote}
            error={errors[`${at}.castingVote`]}
            value={step.castingVote ?? ''}
            onChange={(seat) => {
              const { castingVote: _, ...others } = step;
              onChange(seat === '' ? others : { ...others, castingVote: seat });
            }}
            options={[
              { value: '', name: words.noCastingVote },
              ...table.seats.map(({ id, name, side }) => ({
                value: id,
                name,
                group: t(`partnerships.sides.${side}`),
              })),
            ]}
          />
          <VotingFields {...{ step, onChange }} />
        </>
      );
    case 'concurrent_majority':
      return (
        <>
          <ThresholdField
            label={words.overall}
            {...place('overall')}
            value={step.overall}
            onChange={(overall) => onChange({ ...step, overall })}
          />
          <Checks
            legend={words.sides}
            error={errors[`${at}.sides`]}
            chosen={step.sides}
            onChange={(sides) => onChange({ ...step, sides: [...sides] })}
            options={SIDES.map((value) => ({ value, name: t(`partnerships.sides.${value}`) }))}
          />
          <ThresholdField
            label={words.within}
            {...place('within')}
            value={step.within}
            onChange={(within) => onChange({ ...step, within })}
          />
          <SelectField
            label={words.emptySide}
            value={step.emptySide}
            onChange={(emptySide) => onChange({ ...step, emptySide: emptySide as typeof step.emptySide })}
            options={(['waived', 'fails'] as const).map((value) => ({ value, name: words[value] }))}
          />
          <VotingFields {...{ step, onChange }} />
        </>
      );
    case 'ranked_choice':
      return (
        <>
          <SelectField
            label={words.method}
            value={step.method}
            onChange={(method) => onChange({ ...step, method: method as typeof step.method })}
            options={(['schulze', 'instant_runoff'] as const).map((value) => ({ value, name: words[value] }))}
          />
          <SelectField
            label={words.unranked}
            value={step.unranked}
            onChange={(unranked) => onChange({ ...step, unranked: unranked as typeof step.unranked })}
            options={(['below', 'ignored'] as const).map((value) => ({ value, name: words[value] }))}
          />
          <Switch
            label={words.withStatusQuo}
            on={step.withStatusQuo}
            onChange={(withStatusQuo) => onChange({ ...step, withStatusQuo })}
          />
          <VotingFields {...{ step, onChange }} />
        </>
      );
    case 'named_decider':
      return (
        <BodyField
          label={words.decider}
          {...{ table }}
          error={errors[`${at}.decider.name`]}
          value={step.decider}
          onChange={(decider) => onChange({ ...step, decider })}
        />
      );
    case 'refer_to_bodies':
      return (
        <BodiesField
          label={words.bodies}
          {...{ table, errors }}
          at={`${at}.bodies`}
          value={step.bodies}
          onChange={(bodies) => onChange({ ...step, bodies: [...bodies] })}
        />
      );
    case 'trial':
      return (
        <>
          {(['scope', 'stopRule'] as const).map((name) => (
            <LinesField
              key={name}
              label={words[name]}
              error={errors[`${at}.${name}`]}
              value={step[name]}
              onChange={(event) => onChange({ ...step, [name]: event.target.value })}
            />
          ))}
        </>
      );
    case 'pause':
      return (
        <NumberField
          label={words.times}
          error={errors[`${at}.times`]}
          value={step.times}
          onChange={(times) => onChange({ ...step, times })}
        />
      );
    case 'status_quo':
      return null;
  }
}

type Voting = Extract<Step, { wording: unknown }>;

function VotingFields({
  step,
  onChange,
}: {
  readonly step: Voting;
  readonly onChange: (step: Step) => void;
}) {
  return (
    <>
      <SelectField
        label={words.wording}
        value={step.wording}
        onChange={(wording) => onChange({ ...step, wording: wording as Voting['wording'] })}
        options={(['last', 'original'] as const).map((value) => ({ value, name: words[value] }))}
      />
      <Switch label={words.quorum} on={step.quorum} onChange={(quorum) => onChange({ ...step, quorum })} />
    </>
  );
}

function AfterFields({ step, onChange, errors, at }: StepFieldsProps) {
  const { after, ...others } = step;
  const set = (more: NonNullable<Step['after']>) => onChange({ ...step, after: more });
  const counted = (name: 'meetings' | 'rounds', value: number) => {
    const { [name]: _, ...rest } = after ?? { waitDays: 14 };
    set(value === 0 ? rest : { ...rest, [name]: value });
  };
  return (
    <>
      <Switch
        label={words.after}
        on={after !== undefined}
        onChange={(on) => onChange(on ? { ...step, after: { meetings: 1, waitDays: 14 } } : (others as Step))}
      />
      {after && (
        <Fieldset className="threshold" legend={words.after} hideLegend hint={words.afterHint}>
          {() => (
            <>
              <div className="number-fields">
                <NumberField
                  label={words.afterMeetings}
                  error={errors[`${at}.after.meetings`]}
                  value={after.meetings ?? 0}
                  onChange={(value) => counted('meetings', value)}
                />
                <NumberField
                  label={words.afterRounds}
                  error={errors[`${at}.after.rounds`]}
                  value={after.rounds ?? 0}
                  onChange={(value) => counted('rounds', value)}
                />
                <NumberField
                  label={words.waitDays}
                  error={errors[`${at}.after.waitDays`]}
                  value={after.waitDays}
                  onChange={(waitDays) => set({ ...after, waitDays })}
                />
              </div>
              <Switch
                label={words.afterBlocks}
                on={after.blocksAnswered === true}
                onChange={(on) => {
                  const { blocksAnswered: _, ...rest } = after;
                  set(on ? { ...rest, blocksAnswered: true } : rest);
                }}
              />
            </>
          )}
        </Fieldset>
      )}
    </>
  );
}
