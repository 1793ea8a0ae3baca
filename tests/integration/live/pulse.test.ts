import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AccessChanges } from '../../../server/accessChanges.ts';
import { Changes } from '../../../server/live/changes.ts';
import { eventStream } from '../../../server/live/eventStream.ts';
import type { Hearer } from '../../../shared/live/changes.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const RON: Hearer = { id: 'ron', seats: [], roles: [] };

/** A page that listens, with a clock that only this test turns. */
function listen() {
  const page = { heard: '', ended: false, allowed: true, left: 0, asked: 0 };
  const stream = eventStream({
    changes: new Changes(),
    accessChanges: new AccessChanges(),
    partnershipId: 'northvale',
    accountId: 'ron',
    who: async () => {
      page.asked += 1;
      return page.allowed ? RON : undefined;
    },
    onEnd: () => {
      page.left += 1;
    },
  });
  const reading = (async () => {
    for await (const bytes of stream) page.heard += new TextDecoder().decode(bytes);
    page.ended = true;
  })();
  return { page, reading };
}

const ALIVE = /^: still here$/gm;
const signs = (heard: string) => heard.match(ALIVE)?.length ?? 0;

it('[LIVE4] a page that nothing happens to hears every twenty seconds that the stream is alive', async () => {
  const { page } = listen();
  await vi.advanceTimersByTimeAsync(19_900);
  expect([signs(page.heard), page.asked]).toEqual([0, 0]);
  await vi.advanceTimersByTimeAsync(300);
  expect(signs(page.heard)).toBe(1);
  await vi.advanceTimersByTimeAsync(40_000);
  expect([signs(page.heard), page.asked, page.ended]).toEqual([3, 3, false]);
});

it('[LIVE3] whoever may not hear any more gets no sign of life: their stream ends at the next, even if nobody told it', async () => {
  const { page, reading } = listen();
  await vi.advanceTimersByTimeAsync(20_200);
  page.allowed = false;
  await vi.advanceTimersByTimeAsync(20_000);
  await reading;
  expect([signs(page.heard), page.ended, page.left]).toEqual([1, true, 1]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([page.asked, vi.getTimerCount()]).toEqual([2, 0]);
});
