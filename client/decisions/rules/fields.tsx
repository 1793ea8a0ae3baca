import { useState } from 'react';
import type { Comparison, Denominator, Ratio } from '../../../shared/decisions/ratio.ts';
import { say, shareInWords } from '../../../shared/decisions/say.ts';
import { ruleFormWords } from '../../../shared/messages/en/ruleForm.ts';
import { TextField } from '../../ui/Field.tsx';
import { Fieldset } from '../../ui/Fieldset.tsx';
import { SelectField } from '../../ui/SelectField.tsx';

const words = ruleFormWords.share;

export interface NumberFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly value: number;
  /** Not a number while the field is empty. */
  readonly onChange: (value: number) => void;
}

/** A whole number. */
export function NumberField({ value, onChange, ...field }: NumberFieldProps) {
  return (
    <TextField
      {...field}
      className="number-field"
      type="number"
      inputMode="numeric"
      min={0}
      step={1}
      value={Number.isNaN(value) ? '' : value}
      onChange={(event) => onChange(event.target.value === '' ? Number.NaN : Number(event.target.value))}
    />
  );
}

const COMMON: readonly Ratio[] = ['1/4', '1/3', '1/2', '3/5', '2/3', '3/4', '4/5', '9/10', '1/1'];

export interface ShareFieldProps {
  readonly label: string;
  readonly error?: string | undefined;
  readonly value: Ratio;
  readonly onChange: (value: Ratio) => void;
}

/** A share by its word, or as two whole numbers. */
export function ShareField({ label, error, value, onChange }: ShareFieldProps) {
  const [other, setOther] = useState(!COMMON.includes(value));
  return (
    <>
      <SelectField
        label={label}
        error={other ? undefined : error}
        value={other ? 'other' : value}
        onChange={(chosen) => {
          setOther(chosen === 'other');
          if (chosen !== 'other') onChange(chosen);
        }}
        options={[
          ...COMMON.map((ratio) => ({ value: ratio, name: nameOf(ratio) })),
          { value: 'other', name: words.other },
        ]}
      />
      {other && (
        <TextField
          label={say(words.otherLabel, { what: label })}
          error={error}
          value={value}
          inputMode="text"
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </>
  );
}

function nameOf(ratio: Ratio): string {
  const named = shareInWords(ratio);
  return named === ratio ? ratio : say(words.named, { words: named, ratio });
}

interface Threshold<Of extends Denominator> {
  readonly ratio: Ratio;
  readonly comparison: Comparison;
  readonly of: Of;
}

export interface ThresholdFieldProps<Of extends Denominator> {
  readonly label: string;
  readonly errors: Readonly<Record<string, string>>;
  /** Where in the rule it stands: errors of its parts are named by that. */
  readonly at: string;
  readonly value: Threshold<Of>;
  readonly ofs: readonly Of[];
  readonly onChange: (value: Threshold<Of>) => void;
}

/** "More than half of those who answer", in three choices. */
export function ThresholdField<Of extends Denominator>(props: ThresholdFieldProps<Of>) {
  const { label, errors, at, value, ofs, onChange } = props;
  return (
    <Fieldset className="threshold" legend={label} error={errors[at]}>
      {() => (
        <div className="threshold-parts">
          <SelectField
            label={say(words.comparison, { what: label })}
            error={errors[`${at}.comparison`]}
            value={value.comparison}
            onChange={(comparison) => onChange({ ...value, comparison: comparison as Comparison })}
            options={(['at_least', 'more_than'] as const).map((each) => ({ value: each, name: words[each] }))}
          />
          <ShareField
            label={say(words.label, { what: label })}
            error={errors[`${at}.ratio`]}
            value={value.ratio}
            onChange={(ratio) => onChange({ ...value, ratio })}
          />
          <SelectField
            label={say(words.of, { what: label })}
            error={errors[`${at}.of`]}
            value={value.of}
            onChange={(of) => onChange({ ...value, of: of as Of })}
            options={ofs.map((each) => ({ value: each, name: words[each] }))}
          />
        </div>
      )}
    </Fieldset>
  );
}

export interface AmountFieldProps {
  readonly label: string;
  readonly asNumber: string;
  readonly asShare: string;
  readonly error?: string | undefined;
  readonly value: number | Ratio;
  readonly onChange: (value: number | Ratio) => void;
}

/** A number, or a share. */
export function AmountField({ label, asNumber, asShare, error, value, onChange }: AmountFieldProps) {
  const isNumber = typeof value === 'number';
  return (
    <Fieldset className="threshold" legend={label}>
      {() => (
        <div className="threshold-parts">
          <SelectField
            label={`${label}: ${asNumber} / ${asShare}`}
            value={isNumber ? 'number' : 'share'}
            onChange={(kind) => onChange(kind === 'number' ? 1 : '1/2')}
            options={[
              { value: 'number', name: asNumber },
              { value: 'share', name: asShare },
            ]}
          />
          {isNumber ? (
            <NumberField label={`${label}: ${asNumber}`} error={error} value={value} onChange={onChange} />
          ) : (
            <ShareField label={`${label}: ${asShare}`} error={error} value={value} onChange={onChange} />
          )}
        </div>
      )}
    </Fieldset>
  );
}
