import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { notice } from '../../../db/schema/notifications.ts';
import type { Told } from '../../../server/live/changes.ts';
import { noticeLines } from '../../../server/noticeLines.ts';
import type { Thread } from '../../../shared/comments/api.ts';
import { DAY, FACILITATOR, writeAll } from '../decisions/table.ts';
import { type Desk, request, SENTENCE, startDesk } from './desk.ts';

let desk: Desk;
const told: Told[] = [];
beforeAll(async () => {
  desk = await startDesk();
  desk.context.changes.listen(
    (each) => told.push(each),
    () => {},
  );
});
afterAll(() => desk.stop());

const [RON, PRIYA, DEL, SAFEGUARDING] = ['Ron Tasker', 'Priya Nandra', 'Del Fenn', 'Beth Oyelaran'] as const;
const SECRET = 'Zqxsecret';

/** Who of these hears of threads while `work` goes on. */
async function hearing(names: readonly string[], work: () => Promise<unknown>): Promise<string[]> {
  told.length = 0;
  await work();
  const heard: string[] = [];
  for (const name of names) {
    const { json } = await desk.as(name, 'GET', '/api/me');
    const { member } = json.partnerships[0];
    if (told.some(({ change, audience }) => change.kind === 'thread' && audience(member))) heard.push(name);
  }
  return heard;
}

it('[COM12] a hidden comment is read by its author and by those who may hide, by nobody else, until it is shown again', async () => {
  const paper = await desk.paper('com12');
  const thread = await desk.begin(RON, 'com12', {
    ...paper.about(SENTENCE),
    words: `${SECRET} one`,
    suggestion: `${SECRET} two`,
    supporter: `${SECRET} three`,
  });
  const id = (await desk.thread(RON, 'com12', thread)).comments[0]?.id;
  const hiding = (name: string, hide: boolean, reason = 'It names a child.') =>
    desk.as(name, 'POST', `/api/comments/${id}/hiding`, { hide, reason });
  expect((await hiding(PRIYA, true)).status).toBe(403);
  expect((await hiding(RON, true)).status).toBe(403);
  expect((await hiding(SAFEGUARDING, true, ' ')).status).toBe(422);
  expect((await hiding(SAFEGUARDING, true)).status).toBe(200);
  const reading = async (name: string) => JSON.stringify(await desk.thread(name, 'com12', thread));
  for (const name of [PRIYA, DEL]) expect(await reading(name)).not.toContain(SECRET);
  for (const name of [RON, FACILITATOR, SAFEGUARDING]) expect(await reading(name)).toContain(`${SECRET} two`);
  expect((await desk.thread(PRIYA, 'com12', thread)).comments[0]).toMatchObject({
    words: null,
    supporter: null,
    hidden: { byName: SAFEGUARDING, reason: 'It names a child.' },
  });
  const journal = await desk.as(PRIYA, 'GET', '/api/partnerships/northvale/journal');
  expect(journal.json.lines[0]).toMatchObject({
    words: `${SAFEGUARDING} hid a comment on “com12”.`,
    reason: 'It names a child.',
  });
  expect((await hiding(FACILITATOR, false, 'The name is gone.')).status).toBe(200);
  for (const name of [PRIYA, RON]) expect(await reading(name)).toContain(`${SECRET} one`);
});

it('[COM13] of a document that few may read, nobody else reads a thread, hears of one, or is told', async () => {
  const paper = await desk.paper('com13');
  await desk.as(FACILITATOR, 'PUT', '/api/documents/com13/rights', {
    lines: [
      { holderKind: 'role', holder: 'facilitator', right: 'edit' },
      { holderKind: 'seat', holder: desk.seatOf(RON), right: 'comment' },
      { holderKind: 'seat', holder: desk.seatOf(DEL), right: 'read' },
    ],
  });
  let thread = '';
  const begin = async () => {
    thread = await desk.begin(RON, 'com13', {
      ...paper.about(SENTENCE),
      words: `@[x](member:${desk.person(PRIYA)}) and @[x](member:${desk.person(DEL)}): ${SECRET}`,
    });
  };
  expect(await hearing([RON, PRIYA, DEL, FACILITATOR], begin)).toEqual([RON, DEL, FACILITATOR]);
  expect((await desk.as(PRIYA, 'GET', '/api/documents/com13/threads')).status).toBe(404);
  expect((await desk.reply(PRIYA, thread, 'Hello?')).status).toBe(404);
  expect((await desk.reply(DEL, thread, 'Hello?')).status).toBe(403);
  const inbox = async (name: string) => JSON.stringify((await linesFor(name)).filter(Boolean));
  expect(await inbox(PRIYA)).toBe('[]');
  expect(await inbox(DEL)).toContain(thread);
  expect(await inbox(DEL)).not.toContain(SECRET);
});

/** What someone's notices say to them now. */
async function linesFor(name: string) {
  const { json } = await desk.as(name, 'GET', '/api/me');
  const { member } = json.partnerships[0];
  const rows = desk.db.orm.select().from(notice).where(eq(notice.memberId, member.id)).all();
  return rows.map(({ aboutKind, aboutId, ...row }) =>
    noticeLines[row.kind]?.(
      desk.db,
      { ...row, about: { kind: aboutKind, id: aboutId } },
      { member, accountId: desk.person(name) },
    ),
  );
}

it('[COM14] a mention reaches a person, a seat’s people or a side’s, and always says the name that they have now', async () => {
  await desk.paper('com14');
  const [seat, side] = [desk.seatOf(DEL), 'commissioner'];
  const thread = await desk.begin(RON, 'com14', {
    words: `@[Whoever](seat:${seat}) @[all](side:${side}) @[Nobody](member:not-here) @[<b>](side:nowhere)`,
  });
  const [comment] = (await desk.thread(PRIYA, 'com14', thread)).comments;
  expect(comment?.words).toContain(`](seat:${seat})`);
  expect(comment?.words).not.toContain('Whoever');
  expect(comment?.words).toMatch(/Nobody <b>$/);
  const told = () =>
    desk.db.raw
      .prepare("select member_id from notice where kind = 'comment_mention' and about_id = ?")
      .pluck()
      .all(thread) as string[];
  expect(told()).toEqual(expect.arrayContaining([desk.person(DEL), desk.person(PRIYA)]));
  expect(told()).not.toContain(desk.person(RON));
  const about = await desk.begin(RON, 'com14', { words: `Ask @[x](member:${desk.person(DEL)}).` });
  desk.db.raw.prepare("update member set name = 'Wren' where id = ?").run(desk.person(DEL));
  const words = (await desk.thread(PRIYA, 'com14', about)).comments[0]?.words;
  desk.db.raw.prepare('update member set name = ? where id = ?').run(DEL, desk.person(DEL));
  expect(words).toBe(`Ask @[Wren](member:${desk.person(DEL)}).`);
  const kept = desk.db.raw.prepare('select words from comment where thread_id = ?').pluck().get(about);
  expect(kept).toBe(`Ask @[](member:${desk.person(DEL)}).`);
  const replied = await desk.reply(PRIYA, about, 'Done.');
  expect(replied.status).toBe(201);
  expect(
    desk.db.raw
      .prepare("select member_id from notice where kind = 'comment_reply' and about_id = ?")
      .pluck()
      .all(about),
  ).toEqual([desk.person(RON)]);
});

it('[COM15] while answers are hidden, so is what others write, with every trace of it, until the round has closed', async () => {
  const id = await desk.opened({ visibility: { when: 'when_closed', by: 'seat' } });
  const path = `/api/decisions/${id}/threads`;
  const say = (name: string, words: string) => desk.as(name, 'POST', path, { requestId: request(), words });
  const seen = async (name: string): Promise<Thread[]> => (await desk.as(name, 'GET', path)).json.threads;
  const open = (await say(FACILITATOR, 'What would change your mind?')).json.threadId;
  const before = JSON.stringify(await seen(DEL));
  expect(
    await hearing([RON, PRIYA, DEL, FACILITATOR], async () => {
      expect((await desk.reply(PRIYA, open, `I will say no: ${SECRET}`)).status).toBe(201);
      expect((await say(PRIYA, `And here: ${SECRET}`)).status).toBe(201);
      const [first] = await seen(PRIYA);
      const same = await desk.as(PRIYA, 'PUT', `/api/comments/${first?.comments[0]?.id}/same`, {});
      expect(same.status).toBe(200);
    }),
  ).toEqual([PRIYA, FACILITATOR]);
  expect(JSON.stringify(await seen(DEL))).toBe(before);
  expect(await seen(PRIYA)).toHaveLength(2);
  expect(JSON.stringify(await seen(FACILITATOR))).toContain(SECRET);
  const held = (await seen(PRIYA))[1]?.id ?? '';
  expect((await desk.reply(DEL, held, 'Found it.')).status).toBe(404);
  expect(
    desk.db.raw.prepare('select count(*) from notice where about_id in (?, ?)').pluck().get(open, held),
  ).toBe(0);
  const hides = () => desk.db.raw.prepare('select hides from decision where id = ?').pluck().get(id);
  for (let week = 0; week < 6 && hides() === 1; week++) {
    desk.clock.now += 8 * DAY;
    await desk.page(DEL, id);
  }
  expect(JSON.stringify(await seen(DEL))).toContain(SECRET);
  expect((await seen(DEL))[0]?.comments[0]?.same.count).toBe(1);
});

it('[COM22] how a thread ends while answers are hidden, and that it was opened again, is kept back until the round has closed', async () => {
  const rule = { visibility: { when: 'when_closed', by: 'seat' } } as const;
  const drafted = await desk.as(PRIYA, 'POST', '/api/partnerships/northvale/decisions', { question: 'May?' });
  const { id } = drafted.json;
  const path = `/api/decisions/${id}/threads`;
  const begin = async (words: string) =>
    (await desk.as(PRIYA, 'POST', path, { requestId: request(), words })).json.threadId as string;
  const [open, ended] = [await begin('Which day?'), await begin('Which week?')];
  await desk.end(PRIYA, ended, { how: 'resolve', reason: 'The first.' });
  await writeAll(desk, id, rule);
  expect((await desk.act(FACILITATOR, id, { kind: 'open' })).status).toBe(200);
  const seen = async (name: string): Promise<Thread[]> => (await desk.as(name, 'GET', path)).json.threads;
  const one = async (name: string, thread: string) => (await seen(name)).find((each) => each.id === thread);
  const before = JSON.stringify(await seen(DEL));
  const acting = async () => {
    expect((await desk.end(PRIYA, open, { how: 'resolve', reason: `No, because ${SECRET}` })).status).toBe(
      200,
    );
    expect((await desk.end(PRIYA, ended, { how: 'reopen' })).status).toBe(200);
  };
  expect(await hearing([RON, PRIYA, DEL, FACILITATOR], acting)).toEqual([PRIYA, FACILITATOR]);
  expect(JSON.stringify(await seen(DEL))).toBe(before);
  for (const name of [PRIYA, FACILITATOR]) {
    expect(await one(name, open)).toMatchObject({ state: 'resolved', endedReason: `No, because ${SECRET}` });
    expect(await one(name, ended)).toMatchObject({ state: 'open', endedReason: null });
  }
  // Nor can it be learnt from what may be done with it.
  expect((await desk.reply(DEL, open, 'Fridays?')).status).toBe(201);
  expect((await desk.reply(DEL, ended, 'Fridays?')).status).toBe(409);
  expect((await desk.end(PRIYA, ended, { how: 'resolve', reason: `${SECRET} again` })).status).toBe(200);
  expect(await one(DEL, ended)).toMatchObject({ state: 'resolved', endedReason: 'The first.' });
  const notices = desk.db.raw.prepare('select count(*) from notice where about_id in (?, ?)');
  expect(notices.pluck().get(open, ended)).toBe(0);
  // What the facilitator does, everyone sees.
  await desk.end(FACILITATOR, ended, { how: 'reopen' });
  expect(await one(DEL, ended)).toMatchObject({ state: 'open', endedReason: null });
  const hides = () => desk.db.raw.prepare('select hides from decision where id = ?').pluck().get(id);
  for (let week = 0; week < 6 && hides() === 1; week++) {
    desk.clock.now += 8 * DAY;
    await desk.page(DEL, id);
  }
  expect(await one(DEL, open)).toMatchObject({ state: 'resolved', endedReason: `No, because ${SECRET}` });
});

it('[COM16] whoever takes another name has it in old comments; who has left keeps the name they had', async () => {
  await desk.paper('com16');
  const thread = await desk.begin(DEL, 'com16');
  desk.db.raw.prepare("update member set name = 'Wren', is_pseudonym = 1 where id = ?").run(desk.person(DEL));
  const [comment] = (await desk.thread(PRIYA, 'com16', thread)).comments;
  expect(comment?.author).toMatchObject({ name: 'Wren', isPseudonym: true });
  desk.db.raw.prepare('update member set left_at = 1 where id = ?').run(desk.person(DEL));
  expect((await desk.thread(PRIYA, 'com16', thread)).comments[0]?.author.name).toBe('Wren');
  desk.db.raw
    .prepare('update member set left_at = null, is_pseudonym = 0, name = ? where id = ?')
    .run(DEL, desk.person(DEL));
});

it('[COM17] who reads the threads of a procurement document is noted as a reader of it', async () => {
  await desk.paper('com17');
  desk.db.raw.prepare("update document set sensitivity = 'procurement' where id = 'com17'").run();
  await desk.threads(PRIYA, 'com17');
  const seen = desk.db.raw
    .prepare("select member_id from document_seen where document_id = 'com17'")
    .pluck()
    .all();
  expect(seen).toEqual([desk.person(PRIYA)]);
});
