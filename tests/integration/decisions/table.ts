import type { Config } from '../../../server/config.ts';
import type { Carrier } from '../../../server/mail/carrier.ts';
import type { PersonAction } from '../../../shared/decisions/actions.ts';
import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import type { Rule } from '../../../shared/decisions/rule.ts';
import { northvaleRule } from '../../unit/shared/decisions/northvale.ts';
import { WORLD_TIME } from '../../world.ts';
import { type Answer, type HttpWorld, startHttp } from '../http/server.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The Northvale partnership at work over HTTP, with a clock whose hands the test turns. */
export interface Table extends HttpWorld {
  /** Where the clock stands; set it. */
  readonly clock: { now: number };
  /** Asks as one of the cast. */
  as(name: string, method: string, path: string, body?: unknown): Promise<Answer>;
  /** An act of one of the cast, with a new request id unless one is given. */
  act(name: string, decisionId: string, action: PersonAction, requestId?: string): Promise<Answer>;
  page(name: string, decisionId: string): Promise<DecisionAnswer>;
  /** The seat that someone holds. */
  seatOf(name: string): string;
  /** A decision that is open, with all eleven seats. */
  opened(rule?: Partial<Rule>, fields?: Record<string, unknown>): Promise<string>;
}

export const FACILITATOR = 'Marsha Odell';

/** Who holds which seat, as the example has them. */
export const HOLDERS: Readonly<Record<string, string>> = {
  'northvale-c1': 'Priya Nandra',
  'northvale-c2': 'Col Whitaker',
  'northvale-c3': 'Dr Ines Aldous',
  'northvale-p1': 'Gwen Sallis',
  'northvale-p2': 'Jo Marr',
  'northvale-p3': 'Bal Dhesi',
  'northvale-g1': 'Ron Tasker',
  'northvale-g3': 'Nasreen Begum',
  'northvale-u1': 'Del Fenn',
};

export async function startTable(config: Partial<Config> = {}, carrier?: Carrier): Promise<Table> {
  const clock = { now: WORLD_TIME };
  const http = await startHttp({ config, now: () => clock.now, ...(carrier && { carrier }) });
  const cookies = new Map<string, Promise<string>>();
  const cookieFor = (name: string) => {
    const known = cookies.get(name) ?? http.cookieOf(http.person(name));
    cookies.set(name, known);
    return known;
  };
  let requests = 0;
  const table: Table = {
    ...http,
    clock,
    as: async (name, method, path, body) => http.call(method, path, { cookie: await cookieFor(name), body }),
    act: (name, decisionId, action, requestId = `request-${++requests}`) =>
      table.as(name, 'POST', `/api/decisions/${decisionId}/acts`, { requestId, action }),
    page: async (name, decisionId) => (await table.as(name, 'GET', `/api/decisions/${decisionId}`)).json,
    seatOf(name) {
      const [seat] = Object.entries(HOLDERS).find(([, holder]) => holder === name) ?? [];
      if (seat === undefined) throw new Error(`${name} holds no seat`);
      return seat;
    },
    async opened(rule = {}, fields = {}) {
      const id = await table.as(FACILITATOR, 'POST', '/api/partnerships/northvale/decisions', {
        question: 'Shall we start the shared trips?',
      });
      await writeAll(table, id.json.id, rule, fields);
      const opened = await table.act(FACILITATOR, id.json.id, { kind: 'open' });
      if (opened.status !== 200) throw new Error(JSON.stringify(opened.json));
      return id.json.id;
    },
  };
  return table;
}

/** Writes everything into a draft that it needs to be opened. */
export async function writeAll(
  { as, clock }: Table,
  id: string,
  rule: Partial<Rule> = {},
  fields: Record<string, unknown> = {},
): Promise<void> {
  const words = await as(FACILITATOR, 'PUT', `/api/decisions/${id}/words`, {
    role: 'proposal',
    basedOn: '',
    text: 'Shared trips run on Tuesdays and Fridays.',
  });
  if (words.status !== 200) throw new Error(JSON.stringify(words.json));
  const written = await as(FACILITATOR, 'PATCH', `/api/decisions/${id}/draft`, {
    fields: {
      standing: { kind: 'delegated' },
      // Changed for a test, it is a rule of its own.
      rule: {
        ...northvaleRule,
        ...(Object.keys(rule).length > 0 && { name: 'The rule of this test' }),
        ...rule,
      },
      closesAt: clock.now + 7 * DAY,
      reviewAt: clock.now + 100 * DAY,
      ...fields,
    },
    basedOn: {},
  });
  if (written.status !== 200) throw new Error(JSON.stringify(written.json));
}

export const AGREE = { choice: 'agree' } as const;
export const WEB = { channel: 'web' } as const;

export const taking = (
  seat: string,
  position: Extract<PersonAction, { kind: 'take_position' }>['position'] = AGREE,
) => ({ kind: 'take_position' as const, seat, position, through: WEB });
