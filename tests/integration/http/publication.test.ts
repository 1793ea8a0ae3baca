import { afterEach, beforeEach, expect, it } from 'vitest';
import { publication } from '../../../db/schema/documents.ts';
import { firstWords } from '../../../server/documents/words.ts';
import { paragraph, section } from '../../../shared/documents/compose.ts';
import { type HttpWorld, startHttp } from './server.ts';

let http: HttpWorld;
let clock = Date.parse('2025-05-01T10:00:00Z');
beforeEach(async () => {
  clock = Date.now();
  http = await startHttp({ now: () => clock });
  await http.addDocument('plan');
  http.context.content.start(
    'plan',
    firstWords([
      section('The need'),
      paragraph('Buses stop at six. ', { text: 'Ron Tasker', mention: { kind: 'member', id: 'ron-tasker' } }),
      paragraph('<script>alert(1)</script>'),
    ]),
  );
  mark('open');
});
afterEach(() => http.stop());

const mark = (sensitivity: string) =>
  http.db.raw.prepare("update document set sensitivity = ? where id = 'plan'").run(sensitivity);
const as = async (person: string, method: string, path: string, body?: unknown) =>
  http.call(method, path, { cookie: await http.cookieOf(http.person(person)), body });
const hash = async () => (await as('Marsha Odell', 'GET', '/api/documents/plan/text')).json.hash as string;
const publish = async (person = 'Marsha Odell', contentHash?: string) =>
  as(person, 'POST', '/api/documents/plan/publication', { contentHash: contentHash ?? (await hash()) });
const anyone = (path: string, headers: Record<string, string> = {}) => http.call('GET', path, { headers });
const happenings = () => http.db.raw.prepare('select kind from journal_entry order by seq').pluck().all();

it('[PUB1] anyone reads what was made public, without signing in, in the words of that moment', async () => {
  const { status, json } = await publish();
  expect(status).toBe(201);
  const page = await anyone(`/public/${json.id}`);
  expect(page.status).toBe(200);
  for (const words of ['plan', 'The need', 'Buses stop at six.', 'Ron Tasker', 'Northvale Day Support'])
    expect(page.json).toContain(words);
  http.db.raw.prepare("update document set title = 'A secret title' where id = 'plan'").run();
  http.db.raw.prepare("delete from sync_update where document_id = 'plan'").run();
  const later = await anyone(`/public/${json.id}`);
  expect(later.json).toBe(page.json);
  const list = await anyone('/public/of/northvale');
  expect(list.json).toContain(`href="/public/${json.id}"`);
  expect(list.json).not.toContain('A secret title');
});

it('[PUB1] words that changed since the facilitator looked are not made public', async () => {
  const refused = await publish('Marsha Odell', '0'.repeat(64));
  expect([refused.status, refused.json.error.code]).toEqual([409, 'conflict']);
  expect(http.db.orm.select().from(publication).all()).toEqual([]);
});

it('[PUB1] made public again, the old address leads to the newer words', async () => {
  const first = (await publish()).json.id;
  clock += 1000;
  const second = (await publish()).json.id;
  const old = await anyone(`/public/${first}`);
  expect([old.status, old.headers.get('location')]).toEqual([302, `/public/${second}`]);
  const { documents } = { documents: (await anyone('/public/of/northvale')).json as string };
  expect(documents).not.toContain(first);
});

it('[PUB2] only a facilitator publishes, and only what is marked as open and not in the archive', async () => {
  expect((await publish('Priya Nandra')).status).toBe(403);
  http.db.raw.prepare("update document set created_by = 'priya-nandra' where id = 'plan'").run();
  expect((await publish('Priya Nandra')).status).toBe(403);
  for (const sensitivity of ['members', 'restricted', 'procurement']) {
    mark(sensitivity);
    expect((await publish()).status).toBe(409);
  }
  mark('open');
  http.db.raw.prepare("update document set archived_at = 1 where id = 'plan'").run();
  expect((await publish()).status).toBe(409);
  expect(happenings()).toEqual(['document_created']);
});

it('[PUB2] marking a public document otherwise takes it back in the same moment, and the journal says so', async () => {
  const { id } = (await publish()).json;
  const set = (sensitivity: string) =>
    as('Marsha Odell', 'PUT', '/api/documents/plan/sensitivity', { sensitivity, reason: 'r' });
  expect((await set('members')).status).toBe(200);
  expect((await anyone(`/public/${id}`)).status).toBe(404);
  expect((await anyone('/public/of/northvale')).status).toBe(404);
  expect(happenings()).toEqual([
    'document_created',
    'document_published',
    'document_sensitivity_changed',
    'document_withdrawn',
  ]);
  await set('open');
  expect((await anyone(`/public/${id}`)).status).toBe(404);
});

it('[PUB3] what was taken back, what never was and what is not published are the same page in every byte', async () => {
  const { id } = (await publish()).json;
  expect((await as('Marsha Odell', 'DELETE', '/api/documents/plan/publication', {})).status).toBe(200);
  expect((await as('Marsha Odell', 'DELETE', '/api/documents/plan/publication', {})).status).toBe(409);
  const answers = await Promise.all(
    [
      ...[`/public/${id}`, '/public/never', '/public/plan', `/public/${'x'.repeat(300)}`],
      ...['/public/of/northvale', '/public/of/never', '/public/of/elsewhere'],
    ].map((path) => anyone(path)),
  );
  for (const { status, json, headers } of answers) {
    expect([status, json]).toEqual([404, answers[0]?.json]);
    expect(headers.get('cache-control') ?? '').not.toContain('public');
  }
});

it('[PUB4] the pages are the same whoever asks, set no cookie, may be kept for a minute, and are not sent twice', async () => {
  const { id } = (await publish()).json;
  // One that any other answer would send again with a longer life.
  const cookie = await http.cookieOf(http.person('Ron Tasker'));
  http.db.raw.prepare('update sign_in set expires_at = ?').run(clock + 86_400_000);
  for (const path of [`/public/${id}`, '/public/of/northvale']) {
    const nobody = await anyone(path);
    const member = await http.call('GET', path, { cookie });
    const soon = await anyone(path, { cookie: 'trialogue=nonsense' });
    for (const { status, json, headers } of [nobody, member, soon]) {
      expect([status, json]).toEqual([200, nobody.json]);
      expect(headers.get('set-cookie')).toBeNull();
      expect(headers.get('cache-control')).toBe('public, max-age=60, must-revalidate');
    }
    const etag = nobody.headers.get('etag') as string;
    expect((await anyone(path, { 'if-none-match': etag })).status).toBe(304);
    expect((await http.call('GET', path, { cookie, headers: { 'if-none-match': etag } })).status).toBe(304);
    expect(nobody.json).not.toMatch(/<script|ron-tasker|marsha|data-mention|href="\/(documents|read)\//);
  }
  expect((await anyone(`/public/${id}`)).json).toContain('&lt;script&gt;');
});

it('[PUB5] what is public of a document stands with who can see it', async () => {
  const access = async (person: string) => (await as(person, 'GET', '/api/documents/plan/access')).json;
  expect(await access('Marsha Odell')).toMatchObject({ publication: null, mayPublish: true });
  const made = (await publish()).json;
  expect(await access('Ron Tasker')).toMatchObject({ publication: made, mayPublish: false });
  const journal = (await as('Ron Tasker', 'GET', '/api/partnerships/northvale/journal')).json;
  expect(JSON.stringify(journal)).toContain('Marsha Odell made “plan” public.');
});
