import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { Layout } from '../../shared/documents/layout.ts';
import { bindPassage, placesOf } from '../../shared/passages/bindPassage.ts';
import { stockClient } from '../integration/sync/stockClient.ts';
import { type RunningServer, signedIn } from './harness.ts';
import { cookieOf } from './writingDesk.ts';

export interface ThreadBegun {
  /** The words that it is on, within one block of the document. */
  readonly on: string;
  readonly words: string;
  /** Other words for them: makes it a suggestion. */
  readonly suggestion?: string;
  readonly seatId?: string;
}

/** `person` begins a thread by the server's own door, without a page. */
export async function startThread(
  browser: Browser,
  server: RunningServer,
  person: string,
  documentId: string,
  { on, words, suggestion, seatId }: ThreadBegun,
): Promise<void> {
  const context = await signedIn(browser, server, person);
  const { doc, provider, close } = stockClient(
    server.url.replace('http', 'ws'),
    documentId,
    await cookieOf(context),
  );
  await new Promise((done) => provider.once('sync', done));
  const layout = new Layout(doc);
  const passage = passageOn(layout, on);
  close();
  const answer = await context.request.post(`/api/documents/${documentId}/threads`, {
    data: { requestId: randomUUID(), words, seatId: seatId ?? null, passage, suggestion },
  });
  if (!answer.ok()) throw new Error(`no thread: ${answer.status()} ${await answer.text()}`);
  await context.close();
}

function passageOn(layout: Layout, on: string) {
  for (const block of layout.root.children.keys()) {
    const from = layout.textOf(layout.root, block).indexOf(on);
    if (from < 0) continue;
    const places = placesOf(layout, {
      cell: null,
      from: { block, offset: from },
      to: { block, offset: from + on.length },
    });
    const bound = places && bindPassage(layout, places.start, places.end);
    if (bound && typeof bound !== 'string') return { start: bound.start, end: bound.end, hash: bound.hash };
  }
  throw new Error(`no such words: ${on}`);
}
