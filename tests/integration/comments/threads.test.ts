import { afterAll, beforeAll, expect, it } from 'vitest';
import { EDITABLE_MS } from '../../../shared/comments/comment.ts';
import { FACILITATOR } from '../decisions/table.ts';
import { type Desk, request, SENTENCE, startDesk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

const [RON, PRIYA, DEL] = ['Ron Tasker', 'Priya Nandra', 'Del Fenn'] as const;

it('[COM1] a thread begins on the words that were shown, on the whole document, or not at all', async () => {
  const paper = await desk.paper('com1');
  const onWords = await desk.begin(RON, 'com1', paper.about(SENTENCE));
  const onAll = await desk.begin(RON, 'com1');
  const one = await desk.thread(PRIYA, 'com1', onWords);
  expect(one).toMatchObject({
    quote: SENTENCE,
    state: 'open',
    kind: 'comment',
    mine: false,
    unanswered: true,
  });
  expect(one.passage?.now).toMatchObject({ state: 'as_quoted' });
  expect(one.comments[0]).toMatchObject({
    words: 'Who pays?',
    via: 'page',
    author: { name: RON, isPseudonym: false, seat: { side: 'community_provider' } },
  });
  expect(await desk.thread(RON, 'com1', onAll)).toMatchObject({ passage: null, quote: '', mine: true });
  const shown = paper.about(SENTENCE);
  paper.text(1).insert(27, ' not');
  paper.save();
  const late = await desk.say(RON, 'com1', shown);
  expect(late.status).toBe(409);
  expect((await desk.threads(RON, 'com1')).threads).toHaveLength(2);
});

it('[COM2] what is sent twice is there once, and other words under the same name are not lost', async () => {
  await desk.paper('com2');
  const requestId = request();
  const [one, again, other] = [
    await desk.begin(RON, 'com2', { requestId }),
    await desk.begin(RON, 'com2', { requestId }),
    await desk.begin(RON, 'com2', { requestId, words: 'And who drives?' }),
  ];
  expect(again).toBe(one);
  expect(other).not.toBe(one);
  const reply = request();
  const first = await desk.reply(PRIYA, one, 'We do.', reply);
  expect((await desk.reply(PRIYA, one, 'We do.', reply)).json).toEqual(first.json);
  // The same name from somebody else is another request.
  expect((await desk.reply(DEL, one, 'We do.', reply)).json).not.toEqual(first.json);
  const { comments, unanswered } = await desk.thread(RON, 'com2', one);
  expect(comments.map(({ words }) => words)).toEqual(['Who pays?', 'We do.', 'We do.']);
  expect(unanswered).toBe(false);
});

it('[COM3] one’s own comment can be put right for 15 minutes, while nobody has answered it', async () => {
  await desk.paper('com3');
  const thread = await desk.begin(RON, 'com3');
  const id = (await desk.thread(RON, 'com3', thread)).comments[0]?.id ?? '';
  const edit = (name: string, words: string) => desk.as(name, 'PATCH', `/api/comments/${id}`, { words });
  expect((await edit(PRIYA, 'Mine.')).status).toBe(403);
  expect((await edit(RON, 'Who pays for it?')).status).toBe(200);
  const [edited] = (await desk.thread(PRIYA, 'com3', thread)).comments;
  expect(edited).toMatchObject({ words: 'Who pays for it?', editedAt: desk.clock.now, may: { edit: false } });
  desk.clock.now += EDITABLE_MS + 1;
  expect((await edit(RON, 'Too late.')).status).toBe(409);
  desk.clock.now -= EDITABLE_MS + 1;
  await desk.reply(PRIYA, thread, 'We do.');
  expect((await edit(RON, 'Answered.')).status).toBe(409);
  expect((await desk.thread(RON, 'com3', thread)).comments[0]?.words).toBe('Who pays for it?');
});

it('[COM4] “the same for us” is one of each member, counted by seat, and never one’s own', async () => {
  await desk.paper('com4');
  const thread = await desk.begin(RON, 'com4');
  const id = (await desk.thread(RON, 'com4', thread)).comments[0]?.id ?? '';
  const same = (name: string, method = 'PUT') => desk.as(name, method, `/api/comments/${id}/same`, {});
  expect((await same(RON)).status).toBe(409);
  await same(PRIYA);
  await same(PRIYA);
  await same(DEL);
  const count = async (name: string) => (await desk.thread(name, 'com4', thread)).comments[0]?.same;
  expect(await count(PRIYA)).toMatchObject({ count: 2, mine: true });
  expect((await count(RON))?.names).toHaveLength(2);
  expect((await count(RON))?.names).not.toContain(PRIYA);
  await same(PRIYA, 'DELETE');
  expect(await count(PRIYA)).toMatchObject({ count: 1, mine: false });
});

it('[COM5] a thread is resolved with a reason by who began it, who writes here or who leads, and can be opened again', async () => {
  await desk.paper('com5');
  const thread = await desk.begin(RON, 'com5');
  expect((await desk.end(RON, thread, { how: 'resolve', reason: ' ' })).status).toBe(422);
  expect((await desk.end(RON, thread, { how: 'resolve', reason: 'It was answered.' })).status).toBe(200);
  expect(await desk.thread(PRIYA, 'com5', thread)).toMatchObject({
    state: 'resolved',
    endedBy: { name: RON },
    endedReason: 'It was answered.',
    endedAt: desk.clock.now,
    may: { reply: false, reopen: true },
  });
  expect((await desk.reply(PRIYA, thread, 'Wait.')).status).toBe(409);
  expect((await desk.end(PRIYA, thread, { how: 'reopen' })).status).toBe(200);
  expect(await desk.thread(RON, 'com5', thread)).toMatchObject({
    state: 'open',
    endedBy: null,
    endedReason: null,
  });
  expect((await desk.reply(PRIYA, thread, 'Wait.')).status).toBe(201);
});

it('[COM6] one speaks for a seat of one’s own; who leads the meeting speaks for none', async () => {
  await desk.paper('com6');
  const other = desk.seatOf(PRIYA);
  expect((await desk.say(RON, 'com6', { seatId: other })).status).toBe(422);
  const asNobody = await desk.begin(RON, 'com6', { seatId: null, supporter: 'Ann' });
  expect((await desk.thread(RON, 'com6', asNobody)).comments[0]).toMatchObject({
    author: { seat: null },
    supporter: 'Ann',
  });
  const leads = await desk.begin(FACILITATOR, 'com6');
  expect((await desk.thread(RON, 'com6', leads)).comments[0]?.author.seat).toBeNull();
  expect((await desk.threads(FACILITATOR, 'com6')).seats).toEqual([]);
});

it('[COM7] too many comments in a minute wait; too long ones and those in the archive are refused in plain words', async () => {
  await desk.paper('com7');
  const thread = await desk.begin('Bal Dhesi', 'com7');
  const statuses: number[] = [];
  for (let i = 0; i < 20; i++) statuses.push((await desk.reply('Bal Dhesi', thread, `Point ${i}`)).status);
  expect(statuses.slice(0, 19).every((status) => status === 201)).toBe(true);
  expect(statuses[19]).toBe(429);
  expect((await desk.reply(PRIYA, thread, 'Me too.')).status).toBe(201);
  desk.clock.now += 61_000;
  expect((await desk.reply('Bal Dhesi', thread, 'Again.')).status).toBe(201);
  expect((await desk.reply(PRIYA, thread, 'x'.repeat(4001))).status).toBe(422);
  expect((await desk.as(FACILITATOR, 'PUT', '/api/documents/com7/archive', {})).status).toBe(200);
  const archived = await desk.reply(PRIYA, thread, 'Still here?');
  expect([archived.status, archived.json.error.message]).toEqual([409, expect.stringContaining('archive')]);
  expect((await desk.threads(PRIYA, 'com7')).may).toMatchObject({ start: false, whyNot: expect.any(String) });
  expect((await desk.end(PRIYA, thread, { how: 'resolve', reason: 'r' })).status).toBe(409);
});
