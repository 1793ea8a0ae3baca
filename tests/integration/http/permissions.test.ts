import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberRole } from '../../../db/schema/partnerships.ts';
import type { Rule } from '../../../server/permit.ts';
import { rehearsalExample } from '../../../shared/decisions/library/rehearsalExample.ts';
import { type HttpWorld, STRANGER, startHttp } from './server.ts';

/** What each kind of person gets from each route, as a status. A route that is missing here fails. */
const ACTORS = ['nobody', 'stranger', 'keptOut', 'reader', 'commenter', 'editor', 'facilitator'] as const;
type Actor = (typeof ACTORS)[number];

const PEOPLE: Record<Exclude<Actor, 'nobody' | 'stranger'>, string> = {
  keptOut: 'Sam Iqbal',
  reader: 'Beth Oyelaran',
  commenter: 'Gwen Sallis',
  editor: 'Priya Nandra',
  facilitator: 'Marsha Odell',
};

interface Cell {
  readonly path?: string;
  readonly body?: unknown | ((actor: Actor) => unknown);
  /** In the order of ACTORS. */
  readonly statuses: readonly number[];
}

const EVERYONE = [200, 200, 200, 200, 200, 200, 200];
const SIGNED_IN = [401, 200, 200, 200, 200, 200, 200];
/** Whoever looks after the server is in the settings; a role in a partnership is something else. */
const NO_ADMINISTRATOR = [401, 404, 404, 404, 404, 404, 404];
const READERS = [401, 404, 404, 200, 200, 200, 200];
const MANAGERS = [401, 404, 404, 403, 403, 403, 200];
const FACILITATORS = [401, 404, 403, 403, 403, 403, 200];
const LINE = { name: 'Jane', email: 'jane@example.org', seat: 'C1', kind: '', roles: '', note: '' };
const NEW = { title: 'Another', template: 'empty', preset: 'equals' };

const OF_ITSELF = {
  name: 'Warm homes',
  place: 'Fenwick',
  purpose: 'Nobody is cold.',
  whyTogether: 'Many are.',
  whyNow: 'Winter comes.',
  preset: 'equals',
};
const FOUNDING = {
  ...OF_ITSELF,
  seats: [{ name: 'Fenwick Council', side: 'commissioner', note: '' }],
  ownName: 'Ann',
  ownSeat: null,
  ownRoles: [],
};

const PROFILE = {
  addressAs: '',
  addressAsVisibleTo: 'members',
  formats: '',
  language: '',
  support: '',
  needsVisibleTo: 'nobody',
};

const CELLS: Record<string, Cell> = {
  'GET /healthz': { statuses: EVERYONE },
  'GET /api/openapi.json': { statuses: EVERYONE },
  'GET /api/example/people': { statuses: EVERYONE },
  'GET /api/example/mails': { statuses: EVERYONE },
  'POST /api/example/sign-in': { body: { person: 'Ron Tasker' }, statuses: EVERYONE },
  'POST /api/sign-out': { body: {}, statuses: EVERYONE },
  'GET /api/me': { statuses: EVERYONE },
  'GET /api/sign-in/ways': { statuses: EVERYONE },
  'POST /api/sign-in/ask': {
    body: (actor: Actor) => ({ email: `${actor}@northvale.example`.toLowerCase() }),
    statuses: EVERYONE,
  },
  // Open to everyone, and of use only to who holds the code or the link.
  'POST /api/sign-in/code': { body: { code: '123456' }, statuses: [422, 422, 422, 422, 422, 422, 422] },
  'POST /api/sign-in/link': {
    body: { token: 'x'.repeat(43) },
    statuses: [409, 409, 409, 409, 409, 409, 409],
  },
  // There is no outside service here; the test of single sign-on has one.
  'POST /api/sign-in/outside/begin': { body: {}, statuses: [404, 404, 404, 404, 404, 404, 404] },
  'POST /api/sign-in/outside/finish': {
    body: { query: '' },
    statuses: [404, 404, 404, 404, 404, 404, 404],
  },
  'GET /api/me/sign-ins': { statuses: SIGNED_IN },
  'POST /api/me/sign-ins/end-others': { body: {}, statuses: SIGNED_IN },
  // Nobody has a sign-in of that name; the test of sign-ins shows that someone else's is as absent.
  'POST /api/me/sign-ins/:signInId/end': { body: {}, statuses: [401, 404, 404, 404, 404, 404, 404] },
  'PUT /api/me/name': { body: { name: 'Another name' }, statuses: SIGNED_IN },
  'GET /api/administration/accounts': { statuses: NO_ADMINISTRATOR },
  'PUT /api/administration/accounts/:accountId/disabled': { body: {}, statuses: NO_ADMINISTRATOR },
  'DELETE /api/administration/accounts/:accountId/disabled': { body: {}, statuses: NO_ADMINISTRATOR },
  'POST /api/administration/accounts/:accountId/end-sign-ins': { body: {}, statuses: NO_ADMINISTRATOR },
  'GET /api/administration/mail': { statuses: NO_ADMINISTRATOR },
  'GET /api/rules': { statuses: SIGNED_IN },
  'POST /api/rules/rehearse': { body: rehearsalExample, statuses: SIGNED_IN },
  'GET /api/templates': { statuses: [401, 200, 200, 200, 200, 200, 200] },
  'GET /api/partnerships/:partnershipId': { statuses: [401, 404, 200, 200, 200, 200, 200] },
  'POST /api/partnerships': { body: FOUNDING, statuses: [401, 201, 201, 201, 201, 201, 201] },
  // A facilitator who names what they never saw is told to look again: past the rule, and nothing changes.
  'PATCH /api/partnerships/:partnershipId': {
    body: { ...OF_ITSELF, version: 'never', reason: 'r' },
    statuses: [401, 404, 403, 403, 403, 403, 409],
  },
  'POST /api/partnerships/:partnershipId/seats': {
    body: { name: 'Fenwick Harriers', side: 'community_provider', note: '', reason: 'r' },
    statuses: [401, 404, 403, 403, 403, 403, 200],
  },
  'PUT /api/partnerships/:partnershipId/seats/order': {
    body: { seatIds: [], reason: 'r' },
    statuses: [401, 404, 403, 403, 403, 403, 409],
  },
  'PATCH /api/partnerships/:partnershipId/seats/:seatId': {
    body: { name: 'Renamed', note: '', version: 'never', reason: 'r' },
    statuses: [401, 404, 403, 403, 403, 403, 409],
  },
  'PUT /api/partnerships/:partnershipId/seats/:seatId/people': {
    body: { holder: null, substitutes: [], version: 'never', reason: 'r' },
    statuses: [401, 404, 403, 403, 403, 403, 409],
  },
  'PUT /api/partnerships/:partnershipId/seats/:seatId/retirement': {
    body: { version: 'never', reason: 'r' },
    statuses: [401, 404, 403, 403, 403, 403, 409],
  },
  'PUT /api/partnerships/:partnershipId/seats/:seatId/documents': {
    body: {},
    statuses: [401, 404, 403, 403, 403, 403, 200],
  },
  'PUT /api/partnerships/:partnershipId/members/:memberId/roles': {
    body: { roles: ['facilitator'], version: 'never', reason: 'r' },
    statuses: [401, 404, 403, 403, 403, 403, 409],
  },
  'POST /api/partnerships/:partnershipId/facilitation': {
    body: { to: 'nobody', reason: 'r' },
    statuses: [401, 404, 403, 403, 403, 403, 422],
  },
  // The member is the only facilitator, who can't leave.
  'POST /api/partnerships/:partnershipId/members/:memberId/departure': {
    body: { reason: 'r' },
    statuses: [401, 404, 403, 403, 403, 403, 409],
  },
  // One's own, and anyone's for those who may remove them.
  'GET /api/partnerships/:partnershipId/members/:memberId/departure': {
    statuses: [401, 404, 403, 403, 403, 403, 200],
  },
  'GET /api/partnerships/:partnershipId/journal': { statuses: [401, 404, 200, 200, 200, 200, 200] },
  'GET /api/partnerships/:partnershipId/documents': { statuses: [401, 404, 200, 200, 200, 200, 200] },
  'POST /api/partnerships/:partnershipId/documents': {
    body: NEW,
    statuses: [401, 404, 403, 403, 201, 201, 201],
  },
  'GET /api/partnerships/:partnershipId/invitations': { statuses: FACILITATORS },
  'POST /api/partnerships/:partnershipId/invitations/read': {
    body: { text: 'Jane\tjane@example.org' },
    statuses: FACILITATORS,
  },
  'POST /api/partnerships/:partnershipId/invitations/check': {
    body: { lines: [LINE] },
    statuses: FACILITATORS,
  },
  'POST /api/partnerships/:partnershipId/invitations': { body: { lines: [LINE] }, statuses: FACILITATORS },
  'POST /api/partnerships/:partnershipId/invitations/:invitationId/again': {
    body: {},
    statuses: [401, 404, 403, 403, 403, 403, 404],
  },
  'POST /api/partnerships/:partnershipId/invitations/:invitationId/revoke': {
    body: {},
    statuses: [401, 404, 403, 403, 403, 403, 404],
  },
  // Without the secret there is no invitation, for anyone; the tests of invitations hold one.
  'POST /api/invitations/look': { body: { token: 'none' }, statuses: [404, 404, 404, 404, 404, 404, 404] },
  'POST /api/invitations/code': { body: { token: 'none' }, statuses: [404, 404, 404, 404, 404, 404, 404] },
  'POST /api/invitations/accept': {
    body: { token: 'none', shown: '', name: 'Jane' },
    statuses: [401, 404, 404, 404, 404, 404, 404],
  },
  'POST /api/invitations/decline': { body: { token: 'none' }, statuses: [404, 404, 404, 404, 404, 404, 404] },
  'GET /api/me/profile': { statuses: SIGNED_IN },
  'PUT /api/me/profile': { body: PROFILE, statuses: SIGNED_IN },
  'GET /api/partnerships/:partnershipId/members/:memberId': {
    statuses: [401, 404, 200, 200, 200, 200, 200],
  },
  'GET /api/partnerships/:partnershipId/me/pseudonym': { statuses: [401, 404, 200, 200, 200, 200, 200] },
  // A name with nothing in it is refused: past the rule, and nothing changes.
  'PUT /api/partnerships/:partnershipId/me/pseudonym': {
    body: { name: '...' },
    statuses: [401, 404, 422, 422, 422, 422, 422],
  },
  'DELETE /api/partnerships/:partnershipId/me/pseudonym': {
    body: { name: 'Own Name' },
    statuses: [401, 404, 409, 409, 409, 409, 409],
  },
  // The reader is the safeguarding lead, and the facilitator has no name behind theirs.
  'POST /api/partnerships/:partnershipId/members/:memberId/name': {
    body: { reason: 'r' },
    statuses: [401, 404, 403, 409, 403, 403, 403],
  },
  'GET /api/partnerships/:partnershipId/welcome': { statuses: [401, 404, 200, 200, 200, 200, 200] },
  'GET /api/documents/:documentId/values-signatures': { statuses: READERS },
  // The document is an empty page, which nobody signs: past the rule, and nothing changes.
  'POST /api/documents/:documentId/values-signature': {
    body: { contentHash: '0'.repeat(64) },
    statuses: [401, 404, 404, 409, 409, 409, 409],
  },
  'GET /api/documents/:documentId': { statuses: READERS },
  'GET /api/documents/:documentId/text': { statuses: READERS },
  'PATCH /api/documents/:documentId': {
    body: { title: 'Renamed' },
    statuses: [401, 404, 404, 403, 403, 200, 200],
  },
  'PUT /api/documents/:documentId/archive': { body: {}, statuses: MANAGERS },
  'DELETE /api/documents/:documentId/archive': { body: {}, statuses: MANAGERS },
  'GET /api/documents/:documentId/rights': { statuses: READERS },
  'GET /api/documents/:documentId/access': { statuses: READERS },
  'PUT /api/documents/:documentId/sensitivity': { body: { sensitivity: 'restricted' }, statuses: MANAGERS },
  'GET /api/partnerships/:partnershipId/me/named-in': { statuses: [401, 404, 200, 200, 200, 200, 200] },
  'GET /api/partnerships/:partnershipId/as/:seatId': { statuses: [401, 404, 403, 403, 403, 403, 200] },
  // Past the rule, only a facilitator gets further, and these are not the words that are there now.
  'POST /api/documents/:documentId/publication': {
    body: { contentHash: '0'.repeat(64) },
    statuses: [401, 404, 404, 403, 403, 403, 409],
  },
  'DELETE /api/documents/:documentId/publication': {
    body: {},
    statuses: [401, 404, 404, 403, 403, 403, 409],
  },
  // The same for everyone; the tests of the public view show what is there once something is public.
  'GET /public/of/:partnershipId': { statuses: [404, 404, 404, 404, 404, 404, 404] },
  'GET /public/:publicationId': { statuses: [404, 404, 404, 404, 404, 404, 404] },
  'GET /read/:documentId': { statuses: READERS },
  // Nobody's data; the test of the reading view shows that the files it has answer to anyone.
  'GET /read-files/:name': { statuses: [404, 404, 404, 404, 404, 404, 404] },
  'PUT /api/documents/:documentId/rights': { body: { preset: 'steering' }, statuses: MANAGERS },
};

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

describe('who may use each route', () => {
  it('[HTTP1] every route has its rule as its first handler', () => {
    const without = [...routes(http.app)].filter(([, handlers]) => !handlers[0]?.rule).map(([key]) => key);
    expect(without).toEqual([]);
    expect(routes(http.app).size).toBeGreaterThan(15);
  });

  it('[HTTP1] nothing is answered for every method at once, beside what every request goes through', () => {
    const everyMethod = http.app.routes.filter(({ method }) => method === 'ALL').map(({ path }) => path);
    expect([...new Set(everyMethod)].sort()).toEqual(['/*', '/api/*', '/public/*', '/read/*']);
  });

  it('[HTTP2] every route has a row in the table of who may do what', () => {
    expect([...routes(http.app).keys()].sort()).toEqual(Object.keys(CELLS).sort());
  });

  for (const [route, { body, statuses }] of Object.entries(CELLS))
    it(`[HTTP2] ${route}: ${ACTORS.map((actor, at) => `${actor} ${statuses[at]}`).join(', ')}`, async () => {
      const [method, path] = route.split(' ') as [string, string];
      const found: number[] = [];
      for (const actor of ACTORS) {
        const at = path
          .replace(':partnershipId', 'northvale')
          .replace(':documentId', await freshDocument())
          .replace(':memberId', http.person(PEOPLE.facilitator))
          .replace(':seatId', 'northvale-g2');
        const cookie = await cookieFor(actor);
        const sent = typeof body === 'function' ? body(actor) : body;
        found.push((await http.call(method, at, { cookie, body: sent })).status);
      }
      expect(found).toEqual(statuses);
    });

  it('[ACC2] over HTTP too, what is foreign answers in every byte as what does not exist', async () => {
    const document = await freshDocument();
    for (const [route, { body }] of Object.entries(CELLS)) {
      if (!route.includes(':')) continue;
      const [method, path] = route.split(' ') as [string, string];
      const cookie = await cookieFor('stranger');
      const answers = await Promise.all(
        [
          ['northvale', document],
          ['no-such', 'no-such'],
          ['x'.repeat(300), 'x'.repeat(300)],
        ].map(([partnership, id]) =>
          http.call(
            method,
            path.replace(':partnershipId', partnership as string).replace(':documentId', id as string),
            { cookie, body },
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
