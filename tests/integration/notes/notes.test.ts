import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { member } from '../../../db/schema/partnerships.ts';
import { remindOfNotes } from '../../../server/notes/clock.ts';
import { setAddress } from '../../world.ts';
import { DAY, FACILITATOR, startTable, type Table } from '../decisions/table.ts';
import { link, open, send } from '../takePart/visitor.ts';

/** Words that stand nowhere else. */
const WORDS = 'The minibus driver frightened quibblewick last Tuesday.';
const SECRET = /quibblewick|minibus driver/i;
const LEAD = 'Beth Oyelaran';
const RON = 'Ron Tasker';
const NOTES = '/api/partnerships/northvale/private-notes';

let table: Table;
beforeEach(async () => {
  table = await startTable();
});
afterEach(() => table.stop());

let count = 0;
const write = (more: object = {}, by = RON) =>
  table.as(by, 'POST', NOTES, {
    ...{ requestId: `request-${++count}`, to: 'safeguarding_lead', words: WORDS, nameless: false, ...more },
  });
const notesOf = async (name: string) => (await table.as(name, 'GET', NOTES)).json;
const act = (name: string, id: string, what: string, words?: string) =>
  table.as(name, 'POST', `${NOTES}/${id}/${what}`, words === undefined ? {} : { words });
const inboxOf = async (name: string): Promise<{ title: string; line: string }[]> =>
  (await table.as(name, 'GET', '/api/me/notices')).json.notices;
const titles = async (name: string) => (await inboxOf(name)).map(({ title }) => title);
const idFor = async (name: string): Promise<string> => (await notesOf(name)).received[0].id;

const everyFile = () =>
  readdirSync(table.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');

it('[NOTE1] a note and what came of it are read by its writer and its reader, and are nowhere else', async () => {
  setAddress(table.db, table.person(LEAD), 'lead@northvale.example');
  const heard: string[] = [];
  table.context.changes.listen(
    ({ change, audience }) => {
      const hearer = { id: table.person(FACILITATOR), roles: ['facilitator'], seatIds: [] };
      if (audience(hearer as never)) heard.push(JSON.stringify(change));
    },
    () => {},
  );
  const before = await surfaces();
  expect((await write()).status).toBe(201);
  const mail = await table.mailTo('lead@northvale.example');
  expect(mail.subject).toBe('There is a private note for you');
  expect(mail.text).not.toMatch(/Ron|Tasker/);
  const id = await idFor(LEAD);
  for (const [what, words] of [['reading'], ['answer', `${WORDS} I rang.`], ['closing', `${WORDS} Done.`]])
    expect([what, (await act(LEAD, id, what as string, words)).status]).toEqual([what, 200]);
  expect((await notesOf(LEAD)).received[0]).toMatchObject({ from: RON, words: WORDS, state: 'closed' });
  expect((await notesOf(RON)).mine[0]).toMatchObject({ words: WORDS, answer: `${WORDS} I rang.` });
  const own = await table.as(RON, 'GET', '/api/me/private-notes');
  expect(own.json.notes).toMatchObject([{ words: WORDS, done: `${WORDS} Done.`, state: 'closed' }]);

  expect(await surfaces()).toEqual(before);
  for (const name of [FACILITATOR, 'Sam Iqbal', 'Priya Nandra']) {
    expect(await notesOf(name)).toMatchObject({ mine: [], received: [] });
    expect(await inboxOf(name)).toEqual([]);
    for (const what of ['reading', 'withdrawal', 'answer', 'closing']) {
      const words = ['answer', 'closing'].includes(what) ? 'x' : undefined;
      expect([name, what, (await act(name, id, what, words)).status]).toEqual([name, what, 404]);
    }
  }
  expect(heard).toEqual([]);
  expect(everyFile()).not.toMatch(SECRET);
  expect(table.logged.join('\n')).not.toMatch(SECRET);
  expect(table.logged.join('\n')).not.toContain('private-note');
  const journal = JSON.stringify(table.db.raw.prepare('select * from journal_entry').all());
  expect(journal).not.toContain('note');
});

/** What others than its writer and its reader see of the partnership. */
async function surfaces(): Promise<string[]> {
  const seen: string[] = [];
  for (const path of [
    '',
    '/journal',
    '/ledger',
    '/links',
    '/askings',
    '/mail-troubles',
    '/invitations',
    '/decisions',
  ]) {
    const { status, json } = await table.as(FACILITATOR, 'GET', `/api/partnerships/northvale${path}`);
    expect([path, status]).toEqual([path, 200]);
    seen.push(JSON.stringify(json));
  }
  const leaving = `/api/partnerships/northvale/members/${table.person(RON)}/departure`;
  const { status, json } = await table.as(FACILITATOR, 'GET', leaving);
  expect(status).toBe(200);
  seen.push(JSON.stringify(json));
  return seen;
}

it('[NOTE2] who must answer sees until when, and is reminded once when that has passed', async () => {
  await write();
  expect(await titles(LEAD)).toEqual(['There is a private note for you']);
  expect(JSON.stringify(await inboxOf(LEAD))).not.toMatch(/Ron|minibus/);
  const [{ answerBy, late, words }] = (await notesOf(LEAD)).received;
  expect([answerBy - table.clock.now, late, words]).toEqual([DAY, false, null]);
  table.clock.now += DAY - 1;
  remindOfNotes(table.context);
  expect(await titles(LEAD)).toHaveLength(1);
  table.clock.now += 1;
  remindOfNotes(table.context);
  remindOfNotes(table.context);
  expect((await titles(LEAD)).filter((title) => title.includes('waits for your answer'))).toHaveLength(1);
  expect((await notesOf(LEAD)).received[0].late).toBe(true);
});

it('[NOTE3] a note is opened, answered and closed once each, and its writer is told', async () => {
  await write();
  const id = await idFor(LEAD);
  expect((await act(LEAD, id, 'answer', 'Too soon')).status).toBe(409);
  await act(LEAD, id, 'reading');
  expect((await act(LEAD, id, 'answer', 'I will ring you.')).status).toBe(200);
  expect((await act(LEAD, id, 'answer', 'Again')).status).toBe(409);
  expect((await act(LEAD, id, 'closing', 'We rang.')).status).toBe(200);
  expect((await act(LEAD, id, 'closing', 'Again')).status).toBe(409);
  expect((await titles(RON)).sort()).toEqual(['Your note has an answer', 'Your note is closed']);
  expect(JSON.stringify(await inboxOf(RON))).not.toContain('ring');
  expect(await titles(LEAD)).toEqual([]);
});

it('[NOTE4] a note is taken back until it is opened, and its words are wiped', async () => {
  await write();
  await write({ to: 'facilitator', words: 'Another one' });
  const [, first] = (await notesOf(RON)).mine.toSorted((a: { to: string }) =>
    a.to === 'facilitator' ? -1 : 1,
  );
  expect((await act(LEAD, first.id, 'withdrawal')).status).toBe(404);
  expect((await act(RON, first.id, 'withdrawal')).status).toBe(200);
  expect((await notesOf(LEAD)).received).toEqual([]);
  expect(await titles(LEAD)).toEqual([]);
  expect((await act(LEAD, first.id, 'reading')).status).toBe(409);
  expect(table.db.raw.prepare('select words from private_note where id = ?').pluck().get(first.id)).toBe('');
  const second = await idFor(FACILITATOR);
  await act(FACILITATOR, second, 'reading');
  expect((await act(RON, second, 'withdrawal')).status).toBe(409);
});

it('[NOTE5] who writes without saying who is kept nowhere, and can’t be answered', async () => {
  expect((await write({ nameless: true })).status).toBe(201);
  const row = table.db.raw.prepare('select writer_id, link_id from private_note').get();
  expect(row).toEqual({ writer_id: null, link_id: null });
  expect(
    JSON.stringify(table.db.raw.prepare("select * from notice where kind = 'note_came'").all()),
  ).not.toContain(table.person(RON));
  const id = await idFor(LEAD);
  await act(LEAD, id, 'reading');
  expect((await notesOf(LEAD)).received[0]).toMatchObject({ from: null, words: WORDS });
  expect((await act(LEAD, id, 'answer', 'Hello')).status).toBe(409);
  expect((await act(LEAD, id, 'closing', 'Looked into')).status).toBe(200);
  expect(await notesOf(RON)).toMatchObject({ mine: [] });
});

it('[NOTE6] where nobody would read it a note is refused with what to do, and nobody waits in vain', async () => {
  expect((await write({}, LEAD)).json.error.message).toContain('only one who would read it');
  await write();
  table.db.raw.prepare("delete from member_role where role = 'safeguarding_lead'").run();
  const refused = await write();
  expect([refused.status, refused.json.error.message]).toEqual([409, expect.stringContaining('101')]);
  expect((await notesOf(RON)).to).toContainEqual({ role: 'safeguarding_lead', people: [], days: 1 });
  expect((await notesOf(LEAD)).received).toEqual([]);
  expect(await titles(LEAD)).toEqual([]);
  table.clock.now += 2 * DAY;
  remindOfNotes(table.context);
  expect(await titles(RON)).toEqual(['Nobody is there to read your note']);
});

it('[NOTE7] a note goes from a personal link’s page without a script, and its answer is read there', async () => {
  const id = await table.opened();
  const made = link(table, { kind: 'decision', id });
  const path = `/p/${made.token}/private-note`;
  expect((await open(table, `/p/${made.token}`)).html).toContain(path);
  const page = await open(table, path);
  expect(page.text).toMatch(/no emergency line/);
  const form = page.form('private-note');
  const refused = await send(table, path, { ...form, words: WORDS });
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('Choose to whom')]);
  expect(refused.html).toContain('quibblewick');
  expect((await send(table, path, { ...form, to: 'facilitator', words: WORDS, proof: 'x' })).status).toBe(
    403,
  );
  const sent = await send(table, path, { ...form, to: 'facilitator', words: WORDS });
  expect([sent.status, sent.text]).toEqual([200, expect.stringContaining('Your note is sent')]);
  await send(table, path, { ...form, to: 'facilitator', words: WORDS });
  expect((await notesOf(FACILITATOR)).received).toHaveLength(1);
  const note = await idFor(FACILITATOR);
  await act(FACILITATOR, note, 'reading');
  expect((await notesOf(FACILITATOR)).received[0]).toMatchObject({ from: RON, words: WORDS });
  await act(FACILITATOR, note, 'answer', 'Thank you, I will come by.');
  const after = await open(table, path);
  expect(after.text).toContain('Thank you, I will come by.');
  expect(after.html).not.toMatch(SECRET);
  expect(table.logged.join('\n')).not.toContain('private-note');
});

it('[NOTE7] under a chosen name one stays under it', async () => {
  table.db.orm
    .insert(member)
    .values({
      id: 'm',
      partnershipId: 'northvale',
      accountId: 'stranger',
      name: 'Kestrel',
      isPseudonym: true,
      joinedAt: 1,
    })
    .run();
  const cookie = await table.cookieOf('stranger');
  const body = { requestId: 'request-kestrel', to: 'facilitator', words: WORDS, nameless: false };
  expect((await table.call('POST', NOTES, { cookie, body })).status).toBe(201);
  expect((await notesOf(FACILITATOR)).received).toMatchObject([{ from: 'Kestrel' }]);
});

it('[NOTE8] a note sent twice is one, ten a day are enough, and what is no note is refused', async () => {
  const again = { requestId: 'request-same' };
  expect([(await write(again)).status, (await write(again)).status]).toEqual([201, 201]);
  expect((await notesOf(LEAD)).received).toHaveLength(1);
  expect((await write({ words: '   ' })).json.error.fields.words).toContain('Write something');
  expect((await write({ words: 'x'.repeat(4001) })).status).toBe(422);
  expect((await write({ to: 'recorder' })).json.error.fields.to).toContain('Choose');
  for (let sent = 1; sent < 10; sent++) expect((await write()).status).toBe(201);
  const over = await write();
  expect([over.status, over.json.error.message]).toEqual([429, expect.stringContaining('ten notes')]);
  const unnamed = [];
  for (let sent = 0; sent < 11; sent++) unnamed.push((await write({ nameless: true })).status);
  expect(unnamed.filter((status) => status === 429)).toHaveLength(1);
  expect((await write({}, 'Priya Nandra')).status).toBe(201);
});
