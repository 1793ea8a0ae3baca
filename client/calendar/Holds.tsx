import { Link } from 'wouter';
import type { CalendarAnswer, HeldEvent } from '../../shared/calendar/api.ts';
import { calendarWords as words } from '../../shared/messages/en/calendar.ts';
import { fill } from '../../shared/messages/fill.ts';
import { sayDay, sayUntil } from '../words.ts';

/** What stands in my calendar, the soonest first. */
export function Holds({ calendar: { holds, count } }: { readonly calendar: CalendarAnswer }) {
  return (
    <>
      <h3 id="calendar-holds">{words.holds}</h3>
      {count === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <ul className="calendar-holds" aria-labelledby="calendar-holds">
          {holds.map((event) => (
            <li key={event.key}>
              <p className="calendar-when">{whenWords(event)}</p>
              <Link href={event.href} dir="auto">
                {event.summary}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {count > holds.length && (
        <p className="small calendar-more">{fill(words.more, { count: count - holds.length })}</p>
      )}
    </>
  );
}

const HALF_A_DAY = 12 * 3_600_000;

function whenWords({ at, day }: HeldEvent): string {
  if (at !== null) return sayUntil(at).replace(',', '');
  const noon = Date.parse(`${day}T12:00`);
  const said = sayDay(noon, Date.now());
  return noon + HALF_A_DAY < Date.now() ? fill(words.since, { day: said }) : said;
}
