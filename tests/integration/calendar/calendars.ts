import { expect } from 'vitest';
import { type Part, readCalendar } from '../../calendarReader.ts';
import type { Table } from '../decisions/table.ts';

export const OWN_CALENDAR = '/api/partnerships/northvale/me/calendar';

/** What tests do with calendars at a table, as their people and as the programs that read them. */
export function calendarsAt(table: () => Table) {
  const read = (path: string, headers: Record<string, string> = {}) => table().call('GET', path, { headers });
  const entries = async (path: string): Promise<readonly Part[]> =>
    readCalendar((await read(path)).json).parts;
  return {
    read,
    entries,
    /** Makes someone's address, and gives the path of it. */
    async made(name: string): Promise<string> {
      const { status, json } = await table().as(name, 'POST', OWN_CALENDAR, {});
      expect(status).toBe(201);
      return json.address.slice(table().url.length);
    },
    summaries: async (path: string) => (await entries(path)).map((entry) => entry.text('SUMMARY')),
    sql: (text: string, ...values: unknown[]) =>
      table()
        .db.raw.prepare(text)
        .run(...values),
  };
}
