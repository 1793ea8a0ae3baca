import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from '../../../../server/config.ts';
import type { Rule } from '../../../../server/permit.ts';
import { leastOf } from '../../../leastOf.ts';
import { type HttpWorld, startHttp } from '../server.ts';
import {
  ACTORS,
  type Actor,
  accountOf,
  addActors,
  CANARY,
  FOREIGN,
  KEEPER,
  OWN,
  RESTRICTED,
} from './actors.ts';
import { bodyOf, CALLS, FOREIGN_IDS, type Ids, OWN_IDS } from './calls.ts';
import { promised, type Verdict, verdictOf } from './expectation.ts';

/** What was read and agreed: a status for every route, actor and thing asked for. */
const AGREED = fileURLToPath(new URL('./matrix.md', import.meta.url));
const THINGS = { own: OWN, restricted: RESTRICTED, foreign: FOREIGN };
type Thing = keyof typeof THINGS | 'crossed';

/** A server that people work on: nobody comes without an invitation, but for the one who keeps it. */
const SETTINGS = readConfig({
  TRIALOGUE_EXAMPLE: '0',
  TRUSTED_PROXIES: '1',
  TRIALOGUE_ADMINISTRATORS: KEEPER,
});

interface Cell {
  readonly route: string;
  readonly actor: Actor;
  readonly thing: Thing;
  readonly status: number;
  readonly words: string;
  readonly promised: Verdict;
}

let http: HttpWorld;
let cells: Cell[];
/** Every mail that was put in the queue, before it was taken back. */
const mails: { readonly to_address: string }[] = [];

beforeAll(async () => {
  http = await startHttp({ config: SETTINGS, takingBack: true });
  await addActors(http);
  const cookies = new Map<Actor, string>();
  for (const actor of ACTORS)
    if (actor !== 'anonymous') cookies.set(actor, await http.cookieOf(accountOf(actor)));
  cells = [];
  for (const [route, rule] of routes())
    for (const thing of thingsOf(route))
      for (const actor of ACTORS) cells.push(await tryOut(route, rule, thing, actor, cookies.get(actor)));
}, 300_000);
afterAll(() => http.stop());

/** Every route with its rule; routes that answer to every method are what requests go through, tested apart. */
function routes(): [string, Rule][] {
  const found = new Map<string, Rule>();
  for (const { method, path, handler } of http.app.routes) {
    const { rule } = handler as { rule?: Rule };
    if (method !== 'ALL' && rule && !found.has(`${method} ${path}`)) found.set(`${method} ${path}`, rule);
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1));
}

function thingsOf(route: string): Thing[] {
  if (/:(document|decision|asking|thread|comment)Id|:linkToken/.test(route))
    return ['own', 'restricted', 'foreign'];
  if (!route.includes(':partnershipId')) return ['own'];
  // One's own partnership, and in it a thing of another's.
  return route.match(/:/g)?.length === 1 ? ['own', 'foreign'] : ['own', 'foreign', 'crossed'];
}

/** Asks once, and takes back whatever it did, so that no cell depends on another. */
async function tryOut(
  route: string,
  rule: Rule,
  thing: Thing,
  actor: Actor,
  cookie: string | undefined,
): Promise<Cell> {
  const ids: Ids =
    thing === 'crossed'
      ? { ...FOREIGN_IDS, ...OWN }
      : { ...(thing === 'foreign' ? FOREIGN_IDS : OWN_IDS), ...THINGS[thing] };
  const [method = '', path = ''] = route.split(' ');
  const at = path.replace(/:(\w+)/g, (_, name: keyof Ids) => ids[name]);
  const verdict = promised(http, rule, actor, ids);
  http.db.raw.exec('begin immediate');
  try {
    const { form, ...call } = CALLS[route] ?? {};
    const { status, json } = await http.call(method, at, {
      cookie,
      body: form ? String(new URLSearchParams(form(ids))) : bodyOf(call, ids, actor),
      headers: {
        // Everyone comes from somewhere else, or the one who asks last would be told to wait.
        'x-forwarded-for': `198.51.${cells.length >> 8}.${cells.length & 255}`,
        ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
    });
    const words = typeof json === 'string' ? json : JSON.stringify(json);
    return { route, actor, thing, status, words, promised: verdict };
  } finally {
    mails.push(
      ...(http.db.raw
        .prepare("select *, open_words('mail:' || id, to_address) as to_address from mail")
        .all() as typeof mails),
    );
    http.db.raw.exec('rollback');
  }
}

it('[MATRIX1] every route has a call to try it with, and every call a route', () => {
  expect(routes().map(([route]) => route)).toEqual(Object.keys(CALLS).sort());
});

it('[MATRIX2] every cell is what the rule beside the route promises', () => {
  const broken = cells.filter(
    ({ promised, status }) => promised !== 'through' && promised !== verdictOf(status),
  );
  expect(broken).toEqual([]);
  const crashed = cells.filter(({ status }) => status >= 500 || status === 429 || status === 400);
  expect(crashed).toEqual([]);
});

it('[MATRIX2] where the rule lets someone through, nobody is told to sign in', () => {
  const sentAway = cells.filter(({ promised, status }) => promised === 'through' && status === 401);
  expect(sentAway).toEqual([]);
});

it('[MATRIX2] what belongs to another partnership is absent, whoever asks for it through their own', () => {
  const crossed = cells.filter(({ thing, promised }) => thing === 'crossed' && promised === 'through');
  expect(crossed.length).toBeGreaterThan(5);
  // Someone whose part it isn't hears that before anything is looked for.
  expect(crossed.filter(({ status }) => status !== 404 && status !== 403)).toEqual([]);
});

it('[MATRIX2] what is foreign takes as long to be absent as what does not exist', async () => {
  const cookie = await http.cookieOf(accountOf('facilitator'));
  const median = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1] as number;
  const measure = async () => {
    const took = { foreign: [] as number[], nothing: [] as number[] };
    for (let i = 0; i < 150; i++)
      for (const [which, id] of [
        ['foreign', FOREIGN.documentId],
        ['nothing', 'no-such'],
      ] as const) {
        const began = performance.now();
        await http.call('GET', `/api/documents/${id}`, { cookie });
        took[which].push(performance.now() - began);
      }
    const ratio = median(took.foreign) / median(took.nothing);
    return Math.max(ratio, 1 / ratio);
  };
  // Half as long again would show a query more.
  expect(await leastOf(4, 1.5, measure)).toBeLessThan(1.5);
});

it('[MATRIX3] every cell is as it was read and agreed', () => {
  const now = table();
  if (process.env.AGREE) writeFileSync(AGREED, now);
  expect(now).toBe(readFileSync(AGREED, 'utf8'));
});

it('[MATRIX4] no word of another partnership is in any answer or mail to those who are not in it', () => {
  const leaks = cells.filter(({ actor, words }) => actor !== 'elsewhere' && words.includes(CANARY));
  expect(leaks).toEqual([]);
  const shown = cells.filter(({ actor, words }) => actor === 'elsewhere' && words.includes(CANARY));
  expect(shown.length).toBeGreaterThan(5);
  const inside = mails.filter(({ to_address }) => to_address.toLowerCase().endsWith('@far.example'));
  expect(inside.length).toBeGreaterThan(0);
  expect(mails.filter((mail) => !inside.includes(mail) && JSON.stringify(mail).includes(CANARY))).toEqual([]);
  expect(http.logged.filter((line) => line.includes(CANARY))).toEqual([]);
});

/** The statuses as a table to be read: a line for each route, a column for each actor. */
function table(): string {
  const heads = ['Route', ...ACTORS];
  const lines = routes().map(([route]) => [
    `\`${route}\``,
    ...ACTORS.map((actor) =>
      thingsOf(route)
        .map(
          (thing) =>
            cells.find((cell) => cell.route === route && cell.thing === thing && cell.actor === actor)
              ?.status,
        )
        .join(' '),
    ),
  ]);
  return `# Who gets what

For each route and each actor, the status of the answer: for their own partnership, then (where a document is asked for) for a document there that few may see, then for another partnership, then (where two things are named) for something of another partnership through one's own. Written by the test beside it with \`AGREE=1\`; read every changed line before it is kept.

${[heads, heads.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}
`;
}
