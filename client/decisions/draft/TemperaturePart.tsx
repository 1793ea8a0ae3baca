import { TEMPERATURES } from '../../../shared/decisions/decision.ts';
import { say } from '../../../shared/decisions/say.ts';
import { draftWords as words } from '../../../shared/messages/en/draft.ts';
import { refusalOf } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { useAct } from '../useAct.ts';
import type { DraftPartProps } from './draftPart.ts';

/** How seats feel before anything is opened: shown as what it is, and counted nowhere. */
export function TemperaturePart({ decision, partnership }: DraftPartProps) {
  const act = useAct(decision.id);
  const seatName = (id: string) => partnership.seats.find((seat) => seat.id === id)?.name ?? id;
  const felt = new Map(decision.temperature.map(({ seat, reading }) => [seat, reading]));
  const mine = decision.acts.flatMap((offer) => (offer.kind === 'take_temperature' ? [offer.seat] : []));
  return (
    <section className="draft-temperature" aria-labelledby="draft-temperature">
      <h2 id="draft-temperature">{words.temperature}</h2>
      <p className="small">{words.temperatureAbout}</p>
      {mine.map((seat) => (
        <fieldset key={seat} className="threshold">
          <legend>{say(words.temperatureOf, { seat: seatName(seat) })}</legend>
          <div className="try-all">
            {TEMPERATURES.map((reading) => (
              <Button
                key={reading}
                look="plain"
                aria-pressed={felt.get(seat) === reading}
                busy={act.isPending}
                onClick={() => act.mutate({ kind: 'take_temperature', seat, reading })}
              >
                {felt.get(seat) === reading && '✓ '}
                {words.temperatures[reading]}
              </Button>
            ))}
          </div>
        </fieldset>
      ))}
      {act.isError && <ErrorMessage message={refusalOf(act.error).message} />}
      <h3>{words.temperatureNow}</h3>
      {felt.size === 0 ? (
        <p className="small">{words.temperatureNone}</p>
      ) : (
        <ul>
          {[...felt].map(([seat, reading]) => (
            <li key={seat}>
              {say(words.temperatureSaid, { seat: seatName(seat), reading: words.temperatures[reading] })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
