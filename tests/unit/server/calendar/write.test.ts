import { expect, it } from 'vitest';
import { writeCalendar } from '../../../../server/calendar/write.ts';
import type { CalendarEvent } from '../../../../shared/calendar/event.ts';
import { readCalendar } from '../../../calendarReader.ts';

const AT = Date.parse('2026-03-01T10:00:00Z');

function written(
  event: Partial<CalendarEvent>,
  { partnership = 'Northvale', timeZone = 'Europe/London' }: { partnership?: string; timeZone?: string } = {},
) {
  const whole: CalendarEvent = {
    ...{ kind: 'round', id: 'd1-1', when: { kind: 'moment', at: AT }, summary: 'Answer by now: D1' },
    ...{ lines: ['Your seat is asked to answer.'], href: '/decisions/d1' },
    ...event,
  };
  const address = 'https://trialogue.example';
  return writeCalendar({
    ...{ partnership, timeZone, address },
    events: [{ event: whole, changedAt: AT, sequence: 7 }],
  });
}

const NASTY: readonly (readonly [title: string, read: string])[] = [
  ['Bus, train; or \\walk\\?', 'Bus, train; or \\walk\\?'],
  ['One\r\nEND:VEVENT\r\nBEGIN:VEVENT\nSUMMARY:Two', 'One END:VEVENT BEGIN:VEVENT SUMMARY:Two'],
  ['a\u0000b\u0007c\u001bd\u007fe\u0085f\u2028g', 'a b c d e f g'],
  ['\\n is no line end, \\, is no comma', '\\n is no line end, \\, is no comma'],
  ['x'.repeat(74), 'x'.repeat(74)],
  [`${'é'.repeat(80)};`, `${'é'.repeat(80)};`],
  ['👩🏽‍🦽'.repeat(40), '👩🏽‍🦽'.repeat(40)],
  ['هل نبدأ؟ '.repeat(20), 'هل نبدأ؟ '.repeat(20).trim()],
  ['half \ud83d of one', 'half \ufffd of one'],
  ['turned \u202eround\u202c', 'turned round'],
  ['"quoted": a=b; c:d', '"quoted": a=b; c:d'],
];

it.each(NASTY)(
  '[CAL8] hostile words %# are read back by a reader of its own as the words that they are',
  (title, read) => {
    const calendar = readCalendar(
      written({ summary: title, lines: [title, 'The second line.'] }, { partnership: title }),
    );
    const [event] = calendar.parts;
    expect(calendar.parts).toHaveLength(1);
    expect(event?.text('SUMMARY')).toBe(read);
    const [first, second] = event?.text('DESCRIPTION')?.replace(read, 'READ').split('\n') ?? [];
    if (!/[\r\n]/.test(title)) expect([first, second]).toEqual(['READ', 'The second line.']);
    expect(calendar.text('X-WR-CALNAME')).toBe(`${read} (Trialogue)`);
  },
);

it('[CAL8] a calendar says what it is called and how often to look, and each entry its page', () => {
  const calendar = readCalendar(written({}));
  expect([...calendar.properties].map(([name, { raw }]) => [name, raw])).toEqual([
    ['VERSION', '2.0'],
    ['PRODID', '-//Trialogue//Calendar//EN'],
    ['NAME', 'Northvale (Trialogue)'],
    ['X-WR-CALNAME', 'Northvale (Trialogue)'],
    ['REFRESH-INTERVAL', 'PT1H'],
    ['X-PUBLISHED-TTL', 'PT1H'],
  ]);
  const [event] = calendar.parts;
  const says = (name: string) => event?.properties.get(name)?.raw;
  expect([event?.name, says('UID'), says('SEQUENCE'), says('URL'), says('CLASS'), says('TRANSP')]).toEqual([
    'VEVENT',
    'round-d1-1@trialogue.example',
    '7',
    'https://trialogue.example/decisions/d1',
    'PRIVATE',
    'TRANSPARENT',
  ]);
  expect([says('DTSTAMP'), says('LAST-MODIFIED')]).toEqual(['20260301T100000Z', '20260301T100000Z']);
  expect(written({})).not.toContain('VALARM');
});

it.each([
  ['2026-03-29T00:59:00Z', '20260329T005900Z', 'Sunday 29 March 2026 at 00:59 GMT (Europe/London)'],
  ['2026-03-29T01:00:00Z', '20260329T010000Z', 'Sunday 29 March 2026 at 02:00 BST (Europe/London)'],
  ['2026-10-25T00:30:00Z', '20261025T003000Z', 'Sunday 25 October 2026 at 01:30 BST (Europe/London)'],
  ['2026-10-25T01:30:00Z', '20261025T013000Z', 'Sunday 25 October 2026 at 01:30 GMT (Europe/London)'],
])('[CAL9] %s is the same moment everywhere, and is said by the partnership’s clock', (iso, utc, said) => {
  const [event] = readCalendar(written({ when: { kind: 'moment', at: Date.parse(iso) } })).parts;
  expect(event?.properties.get('DTSTART')).toEqual({ params: {}, raw: utc });
  expect(event?.text('DESCRIPTION')).toContain(`Time: ${said}\n`);
});

it('[CAL9] a day is a day, without a clock', () => {
  const [event] = readCalendar(
    written({ when: { kind: 'day', day: '2026-03-29' } }, { timeZone: 'Pacific/Kiritimati' }),
  ).parts;
  expect(event?.properties.get('DTSTART')).toEqual({ params: { VALUE: 'DATE' }, raw: '20260329' });
  expect(event?.text('DESCRIPTION')).not.toContain('Time:');
});

it('[CAL8] the reader itself finds what is wrong', () => {
  const good = written({});
  expect(() => readCalendar(good.replace('SUMMARY:', `SUMMARY:${'x'.repeat(60)}`))).toThrow('octets');
  expect(() =>
    readCalendar(good.replace('SUMMARY:Answer', 'SUMMARY:Answer, please')).parts[0]?.text('SUMMARY'),
  ).toThrow('not escaped');
  expect(() => readCalendar(good.replaceAll('\r\n', '\n'))).toThrow();
  expect(() => readCalendar(good.replace('END:VEVENT\r\n', ''))).toThrow();
});
