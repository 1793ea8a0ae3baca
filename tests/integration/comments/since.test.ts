import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ThreadsRead } from '../../../shared/comments/api.ts';
import { mergeThreads } from '../../../shared/comments/mergeThreads.ts';
import { DAY, FACILITATOR } from '../decisions/table.ts';
import { type Desk, request, SENTENCE, startDesk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

const [RON, PRIYA, DEL] = ['Ron Tasker', 'Priya Nandra', 'Del Fenn'] as const;

/** What a page of someone's has, which asks again now and then. */
function pageOf(name: string, path: string) {
  let has: ThreadsRead | undefined;
  const get = async (query = ''): Promise<ThreadsRead> =>
    (await desk.as(name, 'GET', `${path}${query}`)).json;
  return {
    /** Asks for what has changed since, and gives that; then it has what the whole answer is. */
    async ask(): Promise<ThreadsRead> {
      const answer = await get(has ? `?since=${has.version}` : '');
      has = mergeThreads(has, answer);
      expect(has).toEqual(await get());
      return answer;
    },
    version: () => has?.version ?? '',
  };
}

/** The same numbers every time. */
function dice(seed: number) {
  let at = seed;
  return (sides: number) => {
    at = (at * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((at / 2_147_483_648) * sides);
  };
}

it('[COM23] whatever two people do and miss, what each has is what the whole answer would be', async () => {
  const paper = await desk.paper('com23');
  const pages = [pageOf(PRIYA, '/api/documents/com23/threads'), pageOf(DEL, '/api/documents/com23/threads')];
  const roll = dice(7);
  const threads = [await desk.begin(RON, 'com23', paper.about(SENTENCE)), await desk.begin(RON, 'com23')];
  const any = () => threads[roll(threads.length)] as string;
  const comment = async () => (await desk.thread(PRIYA, 'com23', any())).comments[0]?.id;
  const acts: (() => Promise<unknown>)[] = [
    async () => threads.push(await desk.begin(DEL, 'com23')),
    () => desk.reply(RON, any(), 'And when?'),
    async () => desk.as(PRIYA, 'PUT', `/api/comments/${await comment()}/same`, {}),
    async () => {
      const hiding = { hide: roll(2) === 0, reason: 'It names someone.' };
      await desk.as(FACILITATOR, 'POST', `/api/comments/${await comment()}/hiding`, hiding);
    },
    () => desk.end(PRIYA, any(), roll(2) === 0 ? { how: 'resolve', reason: 'Done.' } : { how: 'reopen' }),
    async () => {
      paper.text(1).insert(roll(2) === 0 ? 0 : 25, 'Now ');
      paper.save();
    },
    async () =>
      desk.db.raw.prepare('update member set name = ? where id = ?').run(`Ron ${roll(9)}`, desk.person(RON)),
  ];
  for (let turn = 0; turn < 60; turn++) {
    desk.clock.now += 60_000;
    await acts[roll(acts.length)]?.();
    // One is there all the time, the other comes back now and then.
    await pages[0]?.ask();
    if (roll(5) === 0) await pages[1]?.ask();
  }
  await pages[1]?.ask();
  expect(threads.length).toBeGreaterThan(5);
}, 60_000);

it('[COM23] an answer comes with what is new alone; with all of it for whoever names another’s answer, or none that is known', async () => {
  await desk.paper('com23-few');
  const path = '/api/documents/com23-few/threads';
  for (let at = 0; at < 5; at++) await desk.begin(DEL, 'com23-few');
  const [mine, other] = [pageOf(PRIYA, path), pageOf(DEL, path)];
  await mine.ask();
  await other.ask();
  expect(await mine.ask()).toMatchObject({ threads: [], gone: [], since: mine.version() });
  const begun = await desk.begin(RON, 'com23-few');
  expect((await mine.ask()).threads.map(({ id }) => id)).toEqual([begun]);
  for (const since of [other.version(), '0'.repeat(16), 'x']) {
    const answer = (await desk.as(PRIYA, 'GET', `${path}?since=${since}`)).json;
    expect([answer.since, answer.threads.length]).toEqual([null, 6]);
  }
  desk.db.raw.prepare('delete from document_right where document_id = ?').run('com23-few');
  expect((await desk.as(PRIYA, 'GET', `${path}?since=${mine.version()}`)).status).toBe(404);
});

it('[COM23] what was kept back stands in its place once the round has closed', async () => {
  const id = await desk.opened({ visibility: { when: 'when_closed', by: 'seat' } });
  const path = `/api/decisions/${id}/threads`;
  const say = async (name: string, words: string): Promise<string> => {
    desk.clock.now += 60_000;
    return (await desk.as(name, 'POST', path, { requestId: request(), words })).json.threadId;
  };
  const first = await say(FACILITATOR, 'One.');
  const held = await say(PRIYA, 'Two.');
  const last = await say(FACILITATOR, 'Three.');
  const page = pageOf(DEL, path);
  expect((await page.ask()).threads.map((thread) => thread.id)).toEqual([first, last]);
  const hides = () => desk.db.raw.prepare('select hides from decision where id = ?').pluck().get(id);
  for (let week = 0; week < 6 && hides() === 1; week++) {
    desk.clock.now += 8 * DAY;
    await desk.page(DEL, id);
  }
  expect((await page.ask()).threads.map((thread) => thread.id)).toEqual([first, held, last]);
});
