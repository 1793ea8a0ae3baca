import { useMemo } from 'react';
import { sayIn, sayZone, timeZones } from '../../../shared/partnerships/timeZone.ts';
import { ComboField } from '../../ui/ComboField.tsx';
import { t } from '../../words.ts';

interface TimeZoneFieldProps {
  readonly value: string;
  readonly onChange: (timeZone: string) => void;
  readonly error: string | undefined;
}

/** By which clock a partnership says times: found by a city or a region. */
export function TimeZoneField({ value, onChange, error }: TimeZoneFieldProps) {
  // The server may call it by a name that this browser does not list.
  const options = useMemo(
    () => [...new Set([...timeZones(), value])].sort().map((id) => ({ id, name: sayZone(id) })),
    [value],
  );
  const time = sayIn(value, Date.now(), { hour: '2-digit', minute: '2-digit' });
  return (
    <ComboField
      label={t('running.timeZone')}
      hint={`${t('running.timeZoneHint')} ${t('running.timeZoneNow', { time })}`}
      error={error}
      value={value}
      onChange={onChange}
      options={options}
      showAll={t('running.timeZoneList')}
      none={t('running.timeZoneNone')}
    />
  );
}
