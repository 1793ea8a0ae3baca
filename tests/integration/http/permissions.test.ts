import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberRole } from '../../../db/schema/partnerships.ts';
import type { Rule } from '../../../server/permit.ts';
import { bodyOf, CALLS, OWN_IDS } from './matrix/calls.ts';
import { type HttpWorld, STRANGER, startHttp } from './server.ts';

const ACTORS = ['nobody', 'stranger', 'keptOut', 'reader', 'commenter', 'editor', 'facilitator'] as const;
type Actor = (typeof ACTORS)[number];

const PEOPLE: Record<Exclude<Actor, 'nobody' | 'stranger'>, string> = {
  keptOut: 'Sam Iqbal',
  reader: 'Beth Oyelaran',
  commenter: 'Gwen Sallis',
  editor: 'Priya Nandra',
  facilitator: 'Marsha Odell',
};

const NEW = { title: 'Another', template: 'empty', preset: 'equals' };

let http: HttpWorld;
beforeAll(async () => {
  http = await startHttp();
});
afterAll(() => http.stop());

/** Every route of the app with its handlers, in order; `use` is not a route. */
function routes(app: HttpWorld['app']) {
  const found = new Map<string, { rule?: Rule }[]>();
  for (const { method, path, handler } of app.routes) {
    if (method === 'ALL') continue;
    const key = `${method} ${path}`;
    found.set(key, [...(found.get(key) ?? []), handler as { rule?: Rule }]);
  }
  return found;
}

/** A document of Northvale's in which each kind of person has the right of their name. */
async function freshDocument(): Promise<string> {
  const id = http.context.newId();
  await http.addDocument(id, 'steering');
  http.db.raw
    .prepare("update document_right set right = 'none' where document_id = ? and holder = 'records_officer'")
    .run(id);
  return id;
}

async function cookieFor(actor: Actor): Promise<string | undefined> {
  if (actor === 'nobody') return undefined;
  return http.cookieOf(actor === 'stranger' ? STRANGER : http.person(PEOPLE[actor]));
}

/** Somebody from elsewhere for each few of the routes: one alone asks for more changes than a minute allows. */
function strangerFor(route: number): string {
  const id = `stranger-${Math.floor(route / 40)}`;
  http.db.raw
    .prepare("insert or ignore into account (id, name, created_at) values (?, 'A stranger', 0)")
    .run(id);
  return id;
}

describe('who may use each route', () => {
  it('[HTTP1] every route has its rule as its first handler', () => {
    const without = [...routes(http.app)].filter(([, handlers]) => !handlers[0]?.rule).map(([key]) => key);
    expect(without).toEqual([]);
    expect(routes(http.app).size).toBeGreaterThan(15);
  });

  it('[HTTP1] nothing is answered for every method at once, beside what every request goes through', () => {
    const everyMethod = http.app.routes.filter(({ method }) => method === 'ALL').map(({ path }) => path);
    expect([...new Set(everyMethod)].sort()).toEqual([
      '/*',
      '/api/*',
      '/decisions/:decisionId/paper',
      '/documents/:documentId/paper',
      '/p/*',
      '/public/*',
      '/read/*',
      '/unsubscribe/*',
    ]);
  });

  it('[ACC2] over HTTP too, what is foreign answers in every byte as what does not exist', async () => {
    const document = await freshDocument();
    for (const [at, [route, call]] of Object.entries(CALLS).entries()) {
      // Who holds a link is not looked at; its own tests show that nothing foreign comes by it.
      if (!route.includes(':') || route.includes(':linkToken')) continue;
      const ids = {
        ...OWN_IDS,
        partnershipId: 'northvale',
        documentId: document,
        decisionId: document,
        askingId: document,
        threadId: document,
        commentId: document,
        linkToken: document,
      };
      const form = call.form && String(new URLSearchParams(call.form(ids)));
      const body = form ?? bodyOf(call, ids, 'elsewhere');
      const headers = form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
      const [method, path] = route.split(' ') as [string, string];
      const cookie = await http.cookieOf(strangerFor(at));
      const answers = await Promise.all(
        [
          ['northvale', document],
          ['no-such', 'no-such'],
          ['x'.repeat(300), 'x'.repeat(300)],
        ].map(([partnership, id]) =>
          http.call(
            method,
            path
              .replace(':partnershipId', partnership as string)
              .replace(/:(document|decision|asking)Id/, id as string),
            { cookie, body, headers },
          ),
        ),
      );
      const [foreign, ...absent] = answers.map(({ status, json }) => ({ route, status, json }));
      expect(foreign?.status).toBe(404);
      for (const other of absent) expect(other).toEqual(foreign);
    }
  });

  it('[HTTP3] the person who started a document may manage it while they may edit it, and others may not', async () => {
    const cookie = await cookieFor('editor');
    const { json } = await http.call('POST', '/api/partnerships/northvale/documents', { cookie, body: NEW });
    const archive = `/api/documents/${json.id}/archive`;
    expect((await http.call('PUT', archive, { cookie, body: {} })).status).toBe(200);
    const other = await http.cookieOf(http.person('Del Fenn'));
    expect((await http.call('DELETE', archive, { cookie: other, body: {} })).status).toBe(403);
    http.db.raw
      .prepare("update document_right set right = 'read' where document_id = ? and holder = 'northvale-c1'")
      .run(json.id);
    expect((await http.call('DELETE', archive, { cookie, body: {} })).status).toBe(403);
  });

  it('[HTTP3] someone who left the partnership finds nothing there any more', async () => {
    const document = await freshDocument();
    const cookie = await http.cookieOf(http.person('Col Whitaker'));
    expect((await http.call('GET', `/api/documents/${document}`, { cookie })).status).toBe(200);
    http.db.raw.prepare("update member set left_at = 1 where id = 'col-whitaker'").run();
    for (const path of ['/api/partnerships/northvale', `/api/documents/${document}`])
      expect((await http.call('GET', path, { cookie })).status).toBe(404);
    expect((await http.call('GET', '/api/me', { cookie })).json.partnerships).toEqual([]);
    http.db.raw.prepare("update member set left_at = null where id = 'col-whitaker'").run();
  });

  it('[HTTP3] a recorder may start a document; a leader without a seat may not', async () => {
    const cookie = await http.cookieOf(http.person('Ravi Sen'));
    const create = () => http.call('POST', '/api/partnerships/northvale/documents', { cookie, body: NEW });
    expect((await create()).status).toBe(201);
    http.db.orm.delete(memberRole).run();
    http.db.orm.insert(memberRole).values({ memberId: 'ravi-sen', role: 'leader' }).run();
    expect((await create()).status).toBe(403);
  });
});
