import { many, say } from '../../shared/decisions/say.ts';
import { recordWords } from '../../shared/messages/en/decisionPage.ts';

const words = recordWords.left;
const THIS_YEAR = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const ANY_YEAR = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** A moment with its day and its clock: "17:00 on Friday 4 April", with the year where it is another one. */
export function sayMoment(at: number, now: number): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return `${CLOCK.format(at)} on ${sayDay(at, sameYear)}`;
}

function sayDay(at: number, sameYear: boolean): string {
  // Without the comma that some browsers put after the day of the week.
  return (sameYear ? THIS_YEAR : ANY_YEAR).format(at).replace(',', '');
}

const MINUTE = 60_000;
const UNITS = [
  { name: 'days', length: 1440 * MINUTE },
  { name: 'hours', length: 60 * MINUTE },
  { name: 'minutes', length: MINUTE },
] as const;

/** How long is left, in the two largest units that say anything: "2 days 4 hours left". */
export function sayLeft(until: number, now: number): string {
  const left = until - now;
  if (left <= 0) return words.over;
  if (left < MINUTE) return words.soon;
  const parts: string[] = [];
  let rest = left;
  for (const { name, length } of UNITS) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0) parts.push(many(count, words[name]));
    else if (parts.length > 0) break;
  }
  const [one = '', other] = parts;
  return other === undefined ? say(words.one, { one }) : say(words.two, { one, other });
}
