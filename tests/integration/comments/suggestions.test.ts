import { afterAll, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { endThread } from '../../../server/comments/ending.ts';
import { WORDS_ROOT } from '../../../shared/documents/readText.ts';
import { isRefusal } from '../../../shared/refusal.ts';
import { until } from '../../until.ts';
import { FACILITATOR } from '../decisions/table.ts';
import { type LiveServer, startLiveServer } from '../sync/liveServer.ts';
import { WireClient } from '../sync/wireClient.ts';
import { openWireSocket } from '../sync/wireSocket.ts';
import { type Desk, SENTENCE, startDesk } from './desk.ts';

let desk: Desk;
let live: LiveServer;
beforeAll(async () => {
  desk = await startDesk();
  live = await startLiveServer(desk.db, { now: () => desk.clock.now });
});
afterAll(async () => {
  await live.close();
  await desk.stop();
});

const [RON, PRIYA, DEL] = ['Ron Tasker', 'Priya Nandra', 'Del Fenn'] as const;
const OTHER = { words: 'Plainer so.', suggestion: 'They cost nothing.' };

const text = async (id: string) =>
  (await desk.as(PRIYA, 'GET', `/api/documents/${id}/text`)).json.text as string;

it('[COM8] an accepted suggestion stands in the words, in the log by who accepts it, and in the journal with both names', async () => {
  const paper = await desk.paper('com8');
  const thread = await desk.begin(RON, 'com8', { ...paper.about(SENTENCE), ...OTHER });
  expect(await desk.thread(PRIYA, 'com8', thread)).toMatchObject({
    kind: 'suggestion',
    suggestion: { words: 'They cost nothing.' },
    may: { accept: true, decline: true },
  });
  expect((await desk.end(PRIYA, thread, { how: 'accept' })).status).toBe(200);
  expect(await text('com8')).toContain('Buses run on Sundays. They cost nothing. Nobody waits.');
  expect(await desk.thread(RON, 'com8', thread)).toMatchObject({
    state: 'accepted',
    endedBy: { name: PRIYA },
    may: { accept: false, reopen: false, reply: false },
  });
  const [row] = desk.db.raw
    .prepare('select account_id, seat_id from sync_update where document_id = ? order by seq desc')
    .all('com8');
  expect(row).toEqual({ account_id: desk.person(PRIYA), seat_id: desk.seatOf(PRIYA) });
  const { lines } = (await desk.as(DEL, 'GET', '/api/partnerships/northvale/journal')).json;
  expect(lines[0].words).toBe(`${PRIYA} put words that ${RON} suggested into “com8”.`);
});

it('[COM8] an open page is sent the words at once, and what is typed there meanwhile stays', async () => {
  const paper = await desk.paper('com8-live');
  const thread = await desk.begin(RON, 'com8-live', { ...paper.about(SENTENCE), ...OTHER });
  const client = new WireClient();
  const socket = openWireSocket(client, {
    url: live.url,
    documentId: 'com8-live',
    cookie: await live.cookie(desk.person(DEL)),
  });
  await until('the page to have the words', () => client.synced);
  const words = client.doc.get(WORDS_ROOT, Y.XmlElement);
  const end = (words.get(2) as Y.XmlElement).get(0) as Y.XmlText;
  end.insert(0, 'Not yet: ');
  await until('it to be saved', () => client.acked === client.sent);
  const context = { ...desk.context, content: live.content };
  const on = { threadId: thread, memberId: desk.person(PRIYA) };
  expect(isRefusal(endThread(context, on, { how: 'accept', reason: '' }))).toBe(false);
  await until('the page to show them', () => words.toString().includes('They cost nothing.'));
  end.insert(0, 'And: ');
  await until('that to be saved too', () => client.acked === client.sent);
  expect(client.refused).toEqual([]);
  expect(await text('com8-live')).toContain('They cost nothing. Nobody waits.\n\nAnd: Not yet: The end.');
  const seqs = desk.db.raw
    .prepare('select seq from sync_update where document_id = ? order by seq')
    .pluck()
    .all('com8-live');
  expect(seqs).toEqual(seqs.map((_, at) => at + 1));
  socket.terminate();
  client.close();
});

it('[COM10] words that have changed since are not replaced: it is refused, and the thread says so', async () => {
  const paper = await desk.paper('com10');
  const thread = await desk.begin(RON, 'com10', { ...paper.about(SENTENCE), ...OTHER });
  paper.text(1).insert(31, 'almost ');
  paper.save();
  expect(await desk.thread(PRIYA, 'com10', thread)).toMatchObject({
    state: 'open',
    passage: { now: { state: 'changed', words: 'They are almost free.' } },
    may: { accept: false, decline: true },
  });
  const accepted = await desk.end(PRIYA, thread, { how: 'accept' });
  expect([accepted.status, accepted.json.error.message]).toEqual([409, expect.stringContaining('changed')]);
  expect(await text('com10')).toContain('They are almost free.');
  expect(await desk.thread(PRIYA, 'com10', thread)).toMatchObject({ state: 'open' });
  paper.text(1).delete(31, 7);
  paper.save();
  expect((await desk.end(PRIYA, thread, { how: 'accept' })).status).toBe(200);
});

it('[COM10] of two who accept at once, one does: the words are put in once', async () => {
  const paper = await desk.paper('com10-two');
  const thread = await desk.begin(RON, 'com10-two', { ...paper.about(SENTENCE), ...OTHER });
  const before = desk.context.content.newest('com10-two');
  const both = await Promise.all([PRIYA, DEL].map((name) => desk.end(name, thread, { how: 'accept' })));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(desk.context.content.newest('com10-two')).toBe(before + 1);
  const journal = (await desk.as(DEL, 'GET', '/api/partnerships/northvale/journal')).json.lines;
  expect(journal.filter(({ words }: { words: string }) => words.includes('“com10-two”'))).toHaveLength(2);
});

it('[COM10] nothing is left of an acceptance that fails half-way', async () => {
  const paper = await desk.paper('com10-half');
  const thread = await desk.begin(RON, 'com10-half', { ...paper.about(SENTENCE), ...OTHER });
  const failing = {
    ...desk.context,
    changes: { tell: () => {} } as unknown as typeof desk.context.changes,
    mail: desk.context.mail,
    now: () => {
      throw new Error('no clock');
    },
  };
  const on = { threadId: thread, memberId: desk.person(PRIYA) };
  expect(() => endThread(failing, on, { how: 'accept', reason: '' })).toThrow('no clock');
  desk.db.raw.exec(
    "create trigger no_journal before insert on journal_entry begin select raise(abort, 'full'); end",
  );
  const failed = await desk.end(PRIYA, thread, { how: 'accept' });
  desk.db.raw.exec('drop trigger no_journal');
  expect(failed.status).toBe(500);
  expect(await text('com10-half')).toContain(SENTENCE);
  expect(await desk.thread(PRIYA, 'com10-half', thread)).toMatchObject({
    state: 'open',
    may: { accept: true },
  });
});

it('[COM11] a suggestion is declined with a reason by who writes here; the suggester is told; a commenter can do neither', async () => {
  const paper = await desk.paper('com11-words');
  const thread = await desk.begin(RON, 'com11-words', { ...paper.about(SENTENCE), ...OTHER });
  expect((await desk.end(PRIYA, thread, { how: 'decline' })).status).toBe(422);
  expect((await desk.end(PRIYA, thread, { how: 'decline', reason: 'It is not free.' })).status).toBe(200);
  expect(await desk.thread(RON, 'com11-words', thread)).toMatchObject({
    state: 'declined',
    endedReason: 'It is not free.',
  });
  const told = desk.db.raw
    .prepare('select kind from notice where member_id = ? and about_id = ?')
    .pluck()
    .all(desk.person(RON), thread);
  expect(told).toEqual(['suggestion_declined']);
  // Nothing in it is a suggestion, or shows the words to be something that they are not.
  expect((await desk.say(RON, 'com11-words', { suggestion: 'Whole?' })).status).toBe(422);
  expect(
    (await desk.say(RON, 'com11-words', { ...paper.about(SENTENCE), suggestion: SENTENCE })).status,
  ).toBe(422);
  const commenter = 'Gwen Sallis';
  await desk.as(FACILITATOR, 'PUT', '/api/documents/com11-words/rights', { preset: 'steering' });
  const second = await desk.begin(commenter, 'com11-words', { ...paper.about(SENTENCE), ...OTHER });
  for (const how of ['accept', 'decline'])
    expect((await desk.end(commenter, second, { how, reason: 'r' })).status).toBe(403);
  expect((await desk.end(commenter, second, { how: 'resolve', reason: 'No longer.' })).status).toBe(200);
});
