import { useEffect, useRef } from 'react';
import { SIDES, type Side } from '../../../shared/partnerships/sides.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { FieldError } from '../../ui/FieldError.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { t } from '../../words.ts';
import { SideMark } from '../SideMark.tsx';
import type { QuestionProps } from './questionProps.ts';

/** Names the seats, side by side: the four sides have the same room. */
export function SeatsQuestion(props: QuestionProps) {
  const { errors } = props;
  return (
    <>
      {errors.seats && <FieldError id="guide-seats-error">{errors.seats}</FieldError>}
      <div className="guide-sides">
        {SIDES.map((side) => (
          <SideSeats key={side} {...props} side={side} />
        ))}
      </div>
    </>
  );
}

function SideSeats({ draft, change, errors, side }: QuestionProps & { readonly side: Side }) {
  const list = useRef<HTMLDivElement>(null);
  const focusNext = useRef(false);
  const seats = draft.seats.filter((seat) => seat.side === side);
  // A line that was just added is where one types next.
  useEffect(() => {
    if (!focusNext.current) return;
    focusNext.current = false;
    list.current?.querySelector<HTMLInputElement>('.seat-line:last-of-type input')?.focus();
  });
  const add = () => {
    focusNext.current = true;
    change({ seats: [...draft.seats, { key: crypto.randomUUID(), side, name: '' }] });
  };
  const name = t(`partnerships.sides.${side}`);
  return (
    <section className="people-side" data-side={side} aria-label={name} ref={list}>
      <h2>
        <SideMark side={side} />
      </h2>
      <p className="small">{t(`partnerships.sidesAbout.${side}`)}</p>
      {seats.length === 0 && <p className="empty-seat">{t('guide.noSeatYet')}</p>}
      {seats.map((seat, at) => (
        <div className="seat-line" key={seat.key}>
          <TextField
            label={t('guide.seatIn', { at: at + 1, side: name })}
            className="label-above"
            placeholder={t('guide.seatHint')}
            error={errors[seat.key]}
            value={seat.name}
            autoComplete="off"
            onChange={(event) =>
              change({
                seats: draft.seats.map((one) =>
                  one.key === seat.key ? { ...one, name: event.target.value } : one,
                ),
              })
            }
          />
          <button
            type="button"
            className="icon-button"
            onClick={() => change({ seats: draft.seats.filter(({ key }) => key !== seat.key) })}
          >
            <VisuallyHidden>
              {t('guide.removeSeat', { seat: seat.name.trim() || t('guide.emptySeat') })}
            </VisuallyHidden>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <path d="m3.5 3.5 9 9m0-9-9 9" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
            </svg>
          </button>
        </div>
      ))}
      <Button look="plain" onClick={add} aria-label={t('guide.addSeatTo', { side: name })}>
        {t('guide.addSeat')}
      </Button>
    </section>
  );
}
