import type { ThreadsAnswer } from '../../../shared/comments/api.ts';
import { SideMark } from '../../partnerships/SideMark.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { t } from '../words.ts';

export interface SeatChoiceProps {
  readonly seats: ThreadsAnswer['seats'];
  readonly label: string;
  /** Null: for no seat. */
  readonly seatId: string | null;
  readonly onChoose: (seatId: string | null) => void;
}

const NOBODY = '';

/** For whom one speaks: said where there is one seat, to be chosen where there are more. Nothing for who has none. */
export function SeatChoice({ seats, label, seatId, onChoose }: SeatChoiceProps) {
  const [only, ...others] = seats;
  if (!only) return null;
  if (others.length === 0)
    return (
      <p className="small thread-as">
        {label}: <SideMark side={only.side}>{only.name}</SideMark>
      </p>
    );
  return (
    <SelectField
      label={label}
      value={seatId ?? NOBODY}
      onChange={(chosen) => onChoose(chosen || null)}
      options={[
        ...seats.map(({ id, name }) => ({ value: id, name })),
        { value: NOBODY, name: t('threads.reply.asNobody') },
      ]}
    />
  );
}
