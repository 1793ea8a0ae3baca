import { useState } from 'react';
import { useLocation } from 'wouter';
import { refusalOf } from '../../api.ts';
import { Dots } from '../../ui/Dots.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { toast } from '../../ui/toast.ts';
import { t } from '../../words.ts';
import { changesOf, useChange } from '../changes.ts';
import { PersonLine, type PersonLineProps } from './PersonLine.tsx';
import { SeatAwayDialog, SeatNameDialog } from './SeatDialogs.tsx';
import { type Seat, SeatPeopleDialog } from './SeatPeopleDialog.tsx';

export interface SeatCardProps extends Pick<PersonLineProps, 'partnership' | 'me'> {
  readonly seat: Seat;
}

/** A seat, who is in it, and, for those who run the table, what can be done with it. */
export function SeatCard({ partnership, seat, me }: SeatCardProps) {
  const [open, setOpen] = useState<'people' | 'name' | 'away'>();
  const order = useOrder(partnership, seat);
  const [, go] = useLocation();
  const close = () => setOpen(undefined);
  const runs = me.roles.includes('facilitator');
  return (
    <li className="seat-card">
      <div className="seat-head">
        <h3 dir="auto">{seat.name}</h3>
        {runs && (
          <Menu
            label={t('running.moreAboutSeat', { seat: seat.name })}
            button={<Dots />}
            entries={[
              { words: t('asSeat.show'), act: () => go(`/partnerships/${partnership.id}/as/${seat.id}`) },
              { words: t('running.seatPeople'), act: () => setOpen('people') },
              { words: t('running.seatName'), act: () => setOpen('name') },
              ...order,
              { words: t('running.seatAway'), act: () => setOpen('away') },
            ]}
          />
        )}
      </div>
      {seat.note !== '' && (
        <p className="small" dir="auto">
          {seat.note}
        </p>
      )}
      {seat.holders.length === 0 ? (
        <p className="empty-seat">{t('running.nobodyInIt')}</p>
      ) : (
        <ul className="person-lines">
          {seat.holders.map(({ memberId, kind }) => {
            const person = partnership.members.find(({ id }) => id === memberId);
            if (!person) return null;
            return (
              <PersonLine key={memberId} {...{ partnership, person, me }}>
                {t(kind === 'holder' ? 'running.holds' : 'running.mayStandIn')}
              </PersonLine>
            );
          })}
        </ul>
      )}
      {open === 'people' && <SeatPeopleDialog {...{ partnership, seat }} onClose={close} />}
      {open === 'name' && <SeatNameDialog {...{ partnership, seat }} onClose={close} />}
      {open === 'away' && <SeatAwayDialog {...{ partnership, seat }} onClose={close} />}
    </li>
  );
}

/** What a seat's menu offers to move it among the seats of its side. */
function useOrder(partnership: SeatCardProps['partnership'], seat: Seat) {
  const change = useChange(partnership.id);
  const ids = partnership.seats.map(({ id }) => id);
  const side = partnership.seats.filter((one) => one.side === seat.side).map(({ id }) => id);
  const place = side.indexOf(seat.id);
  const swapWith = (other: string) => () =>
    change.mutate(
      () =>
        changesOf(partnership.id).orderSeats(
          ids.map((id) => (id === seat.id ? other : id === other ? seat.id : id)),
        ),
      {
        onSuccess: () => toast(t('running.seatMoved', { seat: seat.name })),
        onError: (failed) => toast(refusalOf(failed).message),
      },
    );
  const [before, after] = [side[place - 1], side[place + 1]];
  return [
    ...(before ? [{ words: t('running.seatUp'), act: swapWith(before) }] : []),
    ...(after ? [{ words: t('running.seatDown'), act: swapWith(after) }] : []),
  ];
}
