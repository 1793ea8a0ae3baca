import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { account } from '../../../db/schema/people.ts';
import { EXAMPLE_PARTNERSHIP } from '../../../server/example/store.ts';
import type { Change } from '../../../shared/live/changes.ts';
import { until } from '../../until.ts';
import { type HttpWorld, startHttp } from '../http/server.ts';

let http: HttpWorld;
beforeAll(async () => {
  http = await startHttp();
});
afterAll(() => http.stop());

const DECISION = (id: string): Change => ({ kind: 'decision', id });
const tell = (change: Change, audience?: Parameters<HttpWorld['context']['changes']['tell']>[2]) =>
  http.context.changes.tell(EXAMPLE_PARTNERSHIP, change, audience);

/** A page that listens: what it has heard so far, word for word. */
async function listen(cookie: string) {
  const leaving = new AbortController();
  const answer = await fetch(`${http.url}/api/partnerships/${EXAMPLE_PARTNERSHIP}/events`, {
    headers: { cookie },
    signal: leaving.signal,
  });
  const page = { status: answer.status, heard: '', ended: false, leave: () => leaving.abort() };
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  const read = async () => {
    for (;;) {
      const { value, done } = (await reader?.read()) ?? { value: '', done: true };
      if (done) break;
      page.heard += value;
    }
  };
  void read()
    .catch(() => {})
    .then(() => {
      page.ended = true;
    });
  if (page.status === 200) await until('the greeting', () => page.heard.includes('event: hello'));
  return page;
}

const person = async (name: string) => http.cookieOf(http.person(name));

it('[LIVE1] everyone in a partnership hears what changed, and nothing of what it says', async () => {
  const [marsha, ron] = [
    await listen(await person('Marsha Odell')),
    await listen(await person('Ron Tasker')),
  ];
  tell(DECISION('one'));
  for (const page of [marsha, ron])
    await until('the change', () =>
      page.heard.endsWith('event: changed\ndata: {"kind":"decision","id":"one"}\n\n'),
    );
  marsha.leave();
  ron.leave();
});

it('[LIVE1] nobody hears of another partnership', async () => {
  const page = await listen(await person('Ron Tasker'));
  http.context.changes.tell('elsewhere', DECISION('theirs'));
  tell(DECISION('ours'));
  await until('the change', () => page.heard.includes('ours'));
  expect(page.heard).not.toContain('theirs');
  page.leave();
});

it('[LIVE2] what only some may learn of is told to them alone, also when all hear of it a moment before', async () => {
  const [marsha, ron] = [
    await listen(await person('Marsha Odell')),
    await listen(await person('Ron Tasker')),
  ];
  tell(DECISION('secret'), ({ roles }) => roles.includes('facilitator'));
  await until('the secret', () => marsha.heard.includes('secret'));
  tell(DECISION('known'));
  tell(DECISION('known'), ({ roles }) => roles.includes('facilitator'));
  for (const page of [marsha, ron]) await until('the rest', () => page.heard.includes('known'));
  expect(ron.heard).not.toContain('secret');
  marsha.leave();
  ron.leave();
});

it('[LIVE3] whose sign-in has ended hears nothing more, even if nobody told the stream', async () => {
  const cookie = await person('Gwen Sallis');
  const page = await listen(cookie);
  await http.context.signIns.end(cookie);
  tell(DECISION('later'));
  await until('the end', () => page.ended);
  expect(page.heard).not.toContain('later');
});

it('[LIVE3] a stream ends when its person’s place or account is taken away', async () => {
  const cookie = await person('Gwen Sallis');
  const page = await listen(cookie);
  const id = http.person('Gwen Sallis');
  http.db.orm.update(account).set({ disabledAt: 1 }).where(eq(account.id, id)).run();
  http.context.accessChanges.tell({ kind: 'account', accountId: id });
  await until('the end', () => page.ended);
  expect((await listen(cookie)).status).toBe(401);
});

it('[LIVE4] more open pages than anyone has are refused plainly, and leaving makes room', async () => {
  const cookie = await person('Dr Ines Aldous');
  const pages = await Promise.all(Array.from({ length: 24 }, () => listen(cookie)));
  expect((await listen(cookie)).status).toBe(429);
  pages[0]?.leave();
  await until('room', async () => {
    const page = await listen(cookie);
    page.leave();
    return page.status === 200;
  });
  for (const page of pages) page.leave();
});

it('[LIVE4] when the server stops, every stream ends', async () => {
  const page = await listen(await person('Ron Tasker'));
  http.context.changes.close();
  await until('the end', () => page.ended);
});
