import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { member, memberRole, seatHolding } from '../../../db/schema/partnerships.ts';
import { firstWords } from '../../../server/documents/words.ts';
import { queueMail } from '../../../server/mail/store.ts';
import { addAccount } from '../../../server/people/accountStore.ts';
import { guests } from '../invitations/guests.ts';
import { type HttpWorld, startHttp } from './server.ts';

/** A name that stands nowhere else, and each of its parts. */
const NAME = 'Zebedee Quillfeather';
const PARTS = /zebedee|quillfeather/i;
const ACCOUNT = '7c0a3c52-1111-4222-8333-944455556666';
const MEMBER = '0b8d4d0e-aaaa-4bbb-8ccc-d0d0e1e1f2f2';

let http: HttpWorld;
beforeEach(async () => {
  http = await startHttp();
  addAccount(http.db.orm, { id: ACCOUNT, name: NAME, email: 'z@example.org', createdAt: 1 });
  http.db.orm
    .insert(member)
    .values({ id: MEMBER, partnershipId: 'northvale', accountId: ACCOUNT, name: NAME, note: '', joinedAt: 1 })
    .run();
  http.db.orm
    .insert(seatHolding)
    .values({ seatId: 'northvale-u2', memberId: MEMBER, kind: 'substitute' })
    .run();
  http.db.raw.pragma('wal_checkpoint(TRUNCATE)');
});
afterEach(() => http.stop());

const NAMED = '/api/partnerships/northvale/me/pseudonym';
const own = () => http.cookieOf(ACCOUNT);
const take = async (name = 'Kestrel') => http.call('PUT', NAMED, { cookie: await own(), body: { name } });
const open = async (person: string, reason = 'They may be in danger.', memberId = MEMBER) =>
  http.call('POST', `/api/partnerships/northvale/members/${memberId}/name`, {
    cookie: await http.cookieOf(http.person(person)),
    body: { reason },
  });
const happenings = () =>
  (
    http.db.raw
      .prepare('select kind, member_id, subject_id, detail from journal_entry order by seq')
      .all() as {
      kind: string;
      member_id: string;
      subject_id: string;
      detail: string;
    }[]
  ).map(({ kind, member_id, subject_id, detail }) => [kind, member_id, subject_id, JSON.parse(detail)]);

/** Everything that every table holds, as text; bytes as what they spell. */
function everyTable(): string {
  const tables = http.db.raw.prepare("select name from sqlite_schema where type = 'table'").pluck().all();
  const spelled = (value: unknown) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value));
  return (tables as string[])
    .map((table) => {
      const rows = http.db.raw.prepare(`select * from "${table}"`).raw().all() as unknown[][];
      return `${table}: ${rows.map((row) => row.map(spelled).join('|')).join('\n')}`;
    })
    .join('\n');
}

/** Every file under the data folder, byte for byte. */
function everyFile(): string {
  return readdirSync(http.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.name}: ${readFileSync(join(entry.parentPath, entry.name), 'latin1')}`)
    .join('\n');
}

describe('taking a chosen name', () => {
  it('[PRIV1] before, the name is in the tables and the files: the search below can find it', () => {
    expect(everyTable()).toMatch(PARTS);
    expect(PARTS.test(everyFile())).toBe(true);
  });

  it('[PRIV1] after it, no table, no file and no log line holds the name, the write-ahead log included', async () => {
    const cookie = await own();
    const profile = {
      addressAs: 'Mr Quillfeather',
      addressAsVisibleTo: 'members',
      formats: 'large print for Zebedee',
      language: 'English',
      support: '',
      needsVisibleTo: 'members',
    };
    await http.call('PUT', '/api/me/profile', { cookie, body: profile });
    http.db.raw
      .prepare(
        "insert into journal_entry (partnership_id, at, member_id, kind, subject_id, detail) values ('northvale', 1, null, 'seat_added', 's', ?)",
      )
      .run(JSON.stringify({ name: 'A seat', side: 'x', reason: `${NAME} asked for it.` }));
    queueMail(http.db.orm, {
      ...{ eventKey: 'invitation:1', kind: 'invitation', to: 'someone@example.org', at: Date.now() + 60_000 },
      ...{ subject: `${NAME} invites you`, text: `${NAME} invites you.`, html: `<p>${NAME}</p>` },
    });
    const insert = (table: string, row: Record<string, unknown>) =>
      http.db.raw
        .prepare(`insert into ${table} (${Object.keys(row)}) values (${Object.keys(row).map(() => '?')})`)
        .run(...Object.values(row));
    const thread = await http.addDocument('commented');
    insert('comment_thread', {
      ...{ id: thread, partnership_id: 'northvale', document_id: thread, kind: 'suggestion' },
      ...{ suggestion: `Ask ${NAME}.`, ended_reason: `${NAME} said so.`, started_by: MEMBER },
      ...{ created_at: 1, changed_at: 1 },
    });
    insert('comment', {
      ...{ id: 'c', thread_id: thread, member_id: MEMBER, via: 'page', at: 1, request_id: 'r' },
      ...{ words: `I, ${NAME}, say so.`, supporter: NAME, hidden_reason: `It names ${NAME}.` },
    });
    // Names that move about in the file leave copies behind, if anything does.
    for (let n = 0; n < 200; n++)
      http.db.raw
        .prepare('update member set note = ? where id = ?')
        .run(`${'x'.repeat(n * 7)}${NAME}`, MEMBER);
    expect(PARTS.test(everyFile())).toBe(true);

    expect(await take()).toMatchObject({ status: 200, json: {} });
    expect(everyTable()).not.toMatch(PARTS);
    expect(PARTS.test(everyFile())).toBe(false);
    expect(http.logged.join('\n')).not.toMatch(PARTS);
    expect(http.logged.join('\n')).not.toMatch(/kestrel/i);
  });

  it('[PRIV1] no answer of any route gives the name to another member, whatever they ask for', async () => {
    const document = await http.addDocument('plan');
    await take();
    const cookie = await http.cookieOf(http.person('Marsha Odell'));
    const answered: string[] = [];
    for (const { method, path } of http.app.routes) {
      if (method !== 'GET' || path.includes('*')) continue;
      const at = path
        .replace(':partnershipId', 'northvale')
        .replace(':documentId', document)
        .replace(':memberId', MEMBER)
        .replace(':seatId', 'northvale-u2');
      const { json, headers } = await http.call('GET', at, { cookie });
      expect(`${at} ${JSON.stringify(json)} ${JSON.stringify([...headers])}`).not.toMatch(PARTS);
      answered.push(JSON.stringify(json));
    }
    expect(answered.join('\n')).toContain('Kestrel');
    expect(answered.join('\n')).not.toContain('z@example.org');
  });

  it('[PRIV1] to themselves too they are who they chose to be, and their account can’t be given a name', async () => {
    await take();
    const cookie = await own();
    const { json } = await http.call('GET', '/api/me', { cookie });
    // Only theirs to see, and nowhere stored with the account.
    expect(json.account).toEqual({ id: ACCOUNT, name: 'Kestrel' });
    expect(json.partnerships[0].member).toMatchObject({ name: 'Kestrel', isPseudonym: true });
    const named = await http.call('PUT', '/api/me/name', { cookie, body: { name: NAME } });
    expect(named.status).toBe(409);
    expect(everyTable()).not.toMatch(PARTS);
  });

  it('[PRIV2] a name that gives them away, or is someone’s, is refused in words, and nothing changes', async () => {
    for (const name of ['Zebedee', 'Mr Q. Quillfeather', 'Heron', 'ron tasker', '...']) {
      const { status, json } = await take(name);
      expect([name, status, Object.keys(json.error.fields)]).toEqual([name, 422, ['name']]);
    }
    await take();
    for (const name of ['Zebedee', 'Heron']) expect((await take(name)).status).toBe(422);
    expect((await take('Merlin')).status).toBe(200);
    expect(everyTable()).not.toMatch(PARTS);
    expect(happenings()).toEqual([
      ['chosen_name_taken', MEMBER, MEMBER, {}],
      ['chosen_name_taken', MEMBER, MEMBER, {}],
    ]);
  });

  it('[PRIV3] another partnership of theirs hears nothing of the chosen name, nor this one of the name there', async () => {
    http.db.orm
      .insert(member)
      .values({ id: 'there', partnershipId: 'elsewhere', accountId: ACCOUNT, name: NAME, joinedAt: 1 })
      .run();
    await http.call('PUT', '/api/me/profile', {
      cookie: await own(),
      body: {
        ...{
          addressAs: 'They',
          addressAsVisibleTo: 'members',
          formats: 'Braille',
          language: '',
          support: '',
        },
        needsVisibleTo: 'members',
      },
    });
    await take();
    const stranger = await http.cookieOf('stranger');
    const there = await http.call('GET', '/api/partnerships/elsewhere', { cookie: stranger });
    expect(JSON.stringify(there.json)).toContain(NAME);
    expect(JSON.stringify(there.json)).not.toContain('Kestrel');
    const seen = await http.call('GET', '/api/partnerships/elsewhere/members/there', { cookie: stranger });
    expect(seen.json.profile.needs.formats).toBe('Braille');
    const marsha = await http.cookieOf(http.person('Marsha Odell'));
    const here = await http.call('GET', `/api/partnerships/northvale/members/${MEMBER}`, { cookie: marsha });
    expect(here.json).toMatchObject({ name: 'Kestrel', profile: { addressAs: null, needs: null } });
    expect(
      (await http.call('GET', `/api/partnerships/northvale/members/there`, { cookie: marsha })).status,
    ).toBe(404);
  });

  it('[PRIV4] going back to one’s own name deletes what was sealed', async () => {
    await take();
    const body = { name: 'Zeb Q' };
    expect((await http.call('DELETE', NAMED, { cookie: await own(), body })).status).toBe(200);
    expect(http.db.raw.prepare('select count(*) from pseudonym_name').pluck().get()).toBe(0);
    const { json } = await http.call('GET', NAMED, { cookie: await own() });
    expect(json).toMatchObject({ name: 'Zeb Q', isPseudonym: false, sealed: false });
    expect((await http.call('DELETE', NAMED, { cookie: await own(), body })).status).toBe(409);
    expect(happenings().at(-1)).toEqual(['chosen_name_left', MEMBER, MEMBER, {}]);
  });

  it('[PRIV6] without the key nothing is sealed and nothing is opened, and both say so', async () => {
    await take();
    http.db.orm.insert(memberRole).values({ memberId: MEMBER, role: 'observer' }).run();
    rmSync(http.context.config.pseudonymKey);
    const other = await startHttp({ config: { pseudonymKey: http.context.config.pseudonymKey } });
    other.db.raw
      .prepare("insert into pseudonym_name (member_id, sealed, created_at) values ('heron', x'00', 1)")
      .run();
    const cookie = await other.cookieOf(other.person('Ron Tasker'));
    const refused = await other.call('PUT', NAMED, { cookie, body: { name: 'Wren' } });
    expect(refused.status).toBe(503);
    expect(refused.json.error.message).toMatch(/key/);
    expect((await other.call('GET', NAMED, { cookie })).json).toMatchObject({ name: 'Ron Tasker' });
    await other.stop();
  });
});

describe('opening the name behind a chosen one', () => {
  it('[PRIV5] the safeguarding lead opens it with a reason; everyone finds in the journal that they did, and why', async () => {
    await take();
    expect((await open('Beth Oyelaran', 'Zebedee may be in danger.')).json).toEqual({ name: NAME });
    expect(happenings().at(-1)).toEqual([
      'name_opened',
      'beth-oyelaran',
      MEMBER,
      { reason: '… may be in danger.' },
    ]);
    expect(everyTable()).not.toMatch(PARTS);
    expect(http.logged.join('\n')).not.toMatch(PARTS);
    const { json } = await http.call('GET', NAMED, { cookie: await own() });
    expect(json).toEqual({
      name: 'Kestrel',
      isPseudonym: true,
      sealed: true,
      keepers: ['Beth Oyelaran'],
      openings: [{ at: expect.any(Number), by: 'Beth Oyelaran', reason: '… may be in danger.' }],
    });
  });

  it('[PRIV5] nobody else opens it: not a facilitator, not themselves, not a lead of another partnership', async () => {
    await take();
    for (const person of ['Marsha Odell', 'Heron', 'Priya Nandra']) {
      const { status, json } = await open(person);
      expect([person, status, JSON.stringify(json).match(PARTS)]).toEqual([person, 403, null]);
    }
    http.db.orm.insert(memberRole).values({ memberId: 'stranger-there', role: 'safeguarding_lead' }).run();
    const cookie = await http.cookieOf('stranger');
    for (const partnership of ['northvale', 'elsewhere']) {
      const path = `/api/partnerships/${partnership}/members/${MEMBER}/name`;
      expect((await http.call('POST', path, { cookie, body: { reason: 'r' } })).status).toBe(404);
    }
    expect(happenings().map(([kind]) => kind)).toEqual(['chosen_name_taken']);
  });

  it('[PRIV5] without a reason, or where nothing is sealed, nothing opens and nothing is written down', async () => {
    await take();
    expect((await open('Beth Oyelaran', '  ')).status).toBe(422);
    expect((await open('Beth Oyelaran', 'r', 'heron')).status).toBe(409);
    expect((await open('Beth Oyelaran', 'r', 'nobody')).status).toBe(404);
    expect(happenings().map(([kind]) => kind)).toEqual(['chosen_name_taken']);
  });
});

describe('coming in under a chosen name', () => {
  it('[PRIV1] leaves no other name behind, neither from the account nor from the invitation', async () => {
    const they = guests(http);
    const token = await they.invited({ name: `${NAME} Senior`, email: 'new@example.org', seat: 'U1' });
    const cookie = await they.guest('new@example.org');
    http.db.raw
      .prepare("update account set name = ? where email_hash = hash_address('new@example.org')")
      .run('Ottoline Vexley');
    for (const name of ['Zebedee', 'Vexley', 'Heron']) {
      const { status, json } = await they.accept(token, cookie, { name, pseudonym: true });
      expect([name, status, Object.keys(json.error.fields)]).toEqual([name, 422, ['name']]);
    }
    expect((await they.accept(token, cookie, { name: 'Wren', pseudonym: true })).status).toBe(200);
    const kept = everyTable();
    expect(kept).toContain('Wren');
    expect(kept).not.toMatch(/senior|ottoline|vexley/i);
    const file = readFileSync(join(http.folder, 'trialogue.db'), 'latin1');
    expect(/ottoline|vexley/i.test(file)).toBe(false);
    expect(statSync(join(http.folder, 'trialogue.db-wal')).size).toBe(0);
  });
});

it('[PRIV10] before they choose a name, they see in which documents they stand by name, of those they may read', async () => {
  for (const id of ['pointed', 'written', 'other', 'closed']) {
    await http.addDocument(id);
    const run =
      id === 'pointed'
        ? [{ text: 'our friend', mention: { kind: 'member' as const, id: MEMBER } }]
        : [{ text: id === 'other' ? 'nobody' : `ask ${NAME.toUpperCase()}.` }];
    http.context.content.start(id, firstWords([{ kind: 'paragraph', runs: run }]));
  }
  http.db.raw.prepare("update document_right set right = 'none' where document_id = 'closed'").run();
  const { json } = await http.call('GET', '/api/partnerships/northvale/me/named-in', { cookie: await own() });
  expect(json.documents.map(({ id }: { id: string }) => id).sort()).toEqual(['pointed', 'written']);
});
