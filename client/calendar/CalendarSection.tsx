import { useState } from 'react';
import type { CalendarAnswer } from '../../shared/calendar/api.ts';
import { calendarWords as words } from '../../shared/messages/en/calendar.ts';
import { fill } from '../../shared/messages/fill.ts';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { toast } from '../ui/toast.ts';
import { sayWhen } from '../words.ts';
import { Holds } from './Holds.tsx';
import { MadeAddress } from './MadeAddress.tsx';
import { useCalendar, useMakeCalendar, useTakeCalendarBack } from './queries.ts';
import './calendar.css';

/** My private calendar address in one partnership, and what my calendar holds. */
export function CalendarSection({ partnershipId }: { readonly partnershipId: string }) {
  const calendar = useCalendar(partnershipId);
  return (
    <section className="calendar-section" aria-labelledby="calendar-heading">
      <h2 id="calendar-heading">{words.heading}</h2>
      <p>{words.about}</p>
      {calendar.isPending && <Loading what={words.loading} />}
      {calendar.isError && !calendar.data && (
        <ErrorMessage message={refusalOf(calendar.error).message} onRetry={() => void calendar.refetch()} />
      )}
      {calendar.data && <Own {...{ partnershipId, calendar: calendar.data }} />}
    </section>
  );
}

interface OwnProps {
  readonly partnershipId: string;
  readonly calendar: CalendarAnswer;
}

function Own({ partnershipId, calendar }: OwnProps) {
  const make = useMakeCalendar(partnershipId);
  const takeBack = useTakeCalendarBack(partnershipId);
  const [asked, setAsked] = useState<'anew' | 'back'>();
  const close = () => setAsked(undefined);
  const carryOut = () => {
    if (asked === 'anew') make.mutate(undefined, { onSettled: close });
    else
      takeBack.mutate(undefined, {
        onSuccess: () => {
          make.reset();
          toast(words.takenBack, { takesFocus: true });
        },
        onSettled: close,
      });
  };
  const failed = make.error ?? takeBack.error;
  return (
    <>
      {calendar.madeAt === null ? (
        <Button look="plain" busy={make.isPending} onClick={() => make.mutate()}>
          {words.make}
        </Button>
      ) : (
        <>
          {make.data ? (
            <MadeAddress key={make.data.address} address={make.data.address} />
          ) : (
            <p>{fill(words.have, { when: sayWhen(calendar.madeAt, Date.now()) })}</p>
          )}
          <div className="button-row calendar-acts">
            <Button look="plain" onClick={() => setAsked('anew')}>
              {words.anew}
            </Button>
            <Button look="plain" onClick={() => setAsked('back')}>
              {words.back}
            </Button>
          </div>
        </>
      )}
      {failed && <ErrorMessage message={refusalOf(failed).message} />}
      <p className="small calendar-secret">{words.secret}</p>
      <Holds calendar={calendar} />
      {asked && (
        <Dialog title={asked === 'anew' ? words.anewTitle : words.backTitle} onClose={close}>
          <p>{asked === 'anew' ? words.anewAbout : words.backAbout}</p>
          <div className="button-row">
            <Button busy={make.isPending || takeBack.isPending} onClick={carryOut}>
              {words[asked]}
            </Button>
            <Button look="plain" onClick={close}>
              {words.cancel}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
