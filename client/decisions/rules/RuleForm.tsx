import type { ReactNode } from 'react';
import type { Rule } from '../../../shared/decisions/rule.ts';
import { ruleFormWords as words } from '../../../shared/messages/en/ruleForm.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { AmountField, NumberField, ShareField, ThresholdField } from './fields.tsx';
import { LadderPart } from './LadderPart.tsx';
import type { RuleFormProps } from './ruleFormProps.ts';
import './rules.css';

/** Everything in a rule, a part at a time: closed parts say in their name what they are about. */
export function RuleForm(props: RuleFormProps) {
  return (
    <div className="rule-form">
      <Part name="quorum" {...props}>
        <QuorumPart {...props} />
      </Part>
      <Part name="consensus" {...props}>
        <ConsensusPart {...props} />
      </Part>
      <Part name="rounds" {...props}>
        <RoundsPart {...props} />
      </Part>
      <Part name="visibility" {...props}>
        <VisibilityPart {...props} />
      </Part>
      <Part name="ladder" {...props}>
        <LadderPart {...props} />
      </Part>
    </div>
  );
}

interface PartProps {
  readonly name: keyof typeof words.parts;
  readonly errors: RuleFormProps['errors'];
  readonly children: ReactNode;
}

/** A part that has something wrong in it stands open. */
function Part({ name, errors, children }: PartProps) {
  const wrong = Object.keys(errors).some((path) => path.split('.')[0] === name);
  return (
    <details className="rule-part" open={wrong || undefined}>
      <summary>{words.parts[name]}</summary>
      <div className="rule-part-fields">{children}</div>
    </details>
  );
}

function QuorumPart({ rule, onChange, errors }: RuleFormProps) {
  const { quorum } = rule;
  const { atLeast, fromEachSide, scaled } = quorum;
  const set = (more: Partial<Rule['quorum']>) => onChange({ ...rule, quorum: { ...quorum, ...more } });
  const toggle = (on: boolean) => {
    const { scaled: _, ...others } = quorum;
    onChange({ ...rule, quorum: on ? { ...others, scaled: { below: 10, share: '2/3' } } : others });
  };
  return (
    <>
      <AmountField
        label={words.quorum.atLeast}
        asNumber={words.quorum.asNumber}
        asShare={words.quorum.asShare}
        error={errors['quorum.atLeast']}
        value={atLeast}
        onChange={(value) => set({ atLeast: value })}
      />
      <NumberField
        label={words.quorum.fromEachSide}
        error={errors['quorum.fromEachSide']}
        value={fromEachSide}
        onChange={(value) => set({ fromEachSide: value })}
      />
      <Switch label={words.quorum.scaled} on={scaled !== undefined} onChange={toggle} />
      {scaled && (
        <>
          <NumberField
            label={words.quorum.below}
            error={errors['quorum.scaled.below']}
            value={scaled.below}
            onChange={(below) => set({ scaled: { ...scaled, below } })}
          />
          <ShareField
            label={words.quorum.share}
            error={errors['quorum.scaled.share']}
            value={scaled.share}
            onChange={(share) => set({ scaled: { ...scaled, share } })}
          />
        </>
      )}
      <SelectField
        label={words.quorum.voice}
        error={errors.voice}
        value={rule.voice}
        onChange={(voice) => onChange({ ...rule, voice: voice as Rule['voice'] })}
        options={(['seat', 'organisation'] as const).map((value) => ({ value, name: words.quorum[value] }))}
      />
    </>
  );
}

const SUPPORT_OF = ['eligible', 'cast'] as const;

function ConsensusPart({ rule, onChange, errors }: RuleFormProps) {
  const { consensus } = rule;
  const { eachSide } = consensus;
  const set = (more: Partial<Rule['consensus']>) =>
    onChange({ ...rule, consensus: { ...consensus, ...more } });
  const toggle = (on: boolean) => {
    const { eachSide: _, ...others } = consensus;
    const { support, standAsides } = consensus;
    onChange({ ...rule, consensus: on ? { ...others, eachSide: { support, standAsides } } : others });
  };
  const amount = { asNumber: words.consensus.asNumber, asShare: words.consensus.asShare };
  return (
    <>
      <NumberField
        label={words.consensus.blocks}
        hint={words.consensus.blocksHint}
        error={errors['consensus.blocks']}
        value={consensus.blocks}
        onChange={(blocks) => set({ blocks })}
      />
      <SelectField
        label={words.consensus.testedBy}
        error={errors['consensus.testedBy']}
        value={consensus.testedBy}
        onChange={(testedBy) => set({ testedBy: testedBy as typeof consensus.testedBy })}
        options={(['nobody', 'facilitator', 'each_side'] as const).map((value) => ({
          value,
          name: words.consensus.tested[value],
        }))}
      />
      <ThresholdField
        label={words.consensus.support}
        at="consensus.support"
        {...{ errors, ofs: SUPPORT_OF, value: consensus.support }}
        onChange={(support) => set({ support })}
      />
      <AmountField
        label={words.consensus.standAsides}
        {...amount}
        error={errors['consensus.standAsides']}
        value={consensus.standAsides}
        onChange={(standAsides) => set({ standAsides })}
      />
      <Switch label={words.consensus.eachSide} on={eachSide !== undefined} onChange={toggle} />
      {eachSide && (
        <>
          <ThresholdField
            label={words.consensus.sideSupport}
            at="consensus.eachSide.support"
            {...{ errors, ofs: SUPPORT_OF, value: eachSide.support }}
            onChange={(support) => set({ eachSide: { ...eachSide, support } })}
          />
          <AmountField
            label={words.consensus.sideStandAsides}
            {...amount}
            error={errors['consensus.eachSide.standAsides']}
            value={eachSide.standAsides}
            onChange={(standAsides) => set({ eachSide: { ...eachSide, standAsides } })}
          />
        </>
      )}
    </>
  );
}

const TIMES = ['most', 'days', 'gapDays', 'extensionDays', 'freezeHours'] as const;

function RoundsPart({ rule, onChange, errors }: RuleFormProps) {
  const { rounds, minorityDays } = rule;
  return (
    <div className="number-fields">
      {TIMES.map((name) => (
        <NumberField
          key={name}
          label={words.rounds[name]}
          hint={name === 'extensionDays' ? words.rounds.extensionHint : undefined}
          error={errors[`rounds.${name}`]}
          value={rounds[name]}
          onChange={(value) => onChange({ ...rule, rounds: { ...rounds, [name]: value } })}
        />
      ))}
      <NumberField
        label={words.rounds.minorityDays}
        error={errors.minorityDays}
        value={minorityDays}
        onChange={(value) => onChange({ ...rule, minorityDays: value })}
      />
    </div>
  );
}

function VisibilityPart({ rule, onChange }: RuleFormProps) {
  const { visibility } = rule;
  const set = (more: Partial<Rule['visibility']>) =>
    onChange({ ...rule, visibility: { ...visibility, ...more } });
  return (
    <>
      <SelectField
        label={words.visibility.when}
        value={visibility.when}
        onChange={(when) => set({ when: when as typeof visibility.when })}
        options={(['as_they_come', 'when_closed'] as const).map((value) => ({
          value,
          name: words.visibility[value],
        }))}
      />
      <SelectField
        label={words.visibility.by}
        value={visibility.by}
        onChange={(by) => set({ by: by as typeof visibility.by })}
        options={(['seat', 'side'] as const).map((value) => ({ value, name: words.visibility[value] }))}
      />
    </>
  );
}
