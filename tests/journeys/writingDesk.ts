import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { XmlElement } from 'yjs';
import { WORDS_ROOT } from '../../shared/documents/readText.ts';
import { makeTextBlock } from '../../shared/documents/tidyBlocks.ts';
import { writeBlocks } from '../../shared/documents/writeBlocks.ts';
import { stockClient } from '../integration/sync/stockClient.ts';
import { type RunningServer, signedIn } from './harness.ts';

/** Somebody at a document: their browser, their page and the words in front of them. */
export interface WritingDesk {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly text: Locator;
  /** Waits until the page says this about saving. */
  says(status: SavingStatus): Promise<void>;
  /** Each block's words, in order. */
  blocks(): Promise<string[]>;
  /** Puts the caret at the end of the block that holds these words. */
  caretAfter(words: string): Promise<void>;
}

export type SavingStatus = 'connecting' | 'saving' | 'saved' | 'offline' | 'read_only' | 'ended';

/** Starts a document of `person`'s with these paragraphs, and gives its id. Nobody opens a page for that. */
export async function startDocument(
  browser: Browser,
  server: RunningServer,
  person: string,
  paragraphs: readonly string[],
): Promise<string> {
  const context = await signedIn(browser, server, person);
  const id = await newDocument(context, 'equals');
  const { doc, provider, close } = stockClient(server.url.replace('http', 'ws'), id, await cookieOf(context));
  await new Promise((done) => provider.once('sync', done));
  doc.transact(() => {
    const root = doc.get(WORDS_ROOT, XmlElement);
    root.delete(0, root.length);
    writeBlocks(
      doc,
      paragraphs.map((text) => makeTextBlock('paragraph', [{ text }])),
    );
  });
  await expect.poll(() => textOf(context, id)).toContain(paragraphs.at(-1));
  close();
  await context.close();
  return id;
}

/** `person` at a document of theirs in which they have typed all of it, with what the editor makes of `# ` and `- `. */
export async function typeDocument(
  browser: Browser,
  server: RunningServer,
  person: string,
  lines: readonly string[],
  options: BrowserContextOptions = {},
): Promise<{ readonly id: string; readonly desk: WritingDesk }> {
  const context = await signedIn(browser, server, person, options);
  const id = await newDocument(context, 'equals');
  const desk = await sitDown(context, id);
  await desk.says('saved');
  await desk.text.click();
  for (const [index, words] of lines.entries()) {
    if (index > 0) await desk.page.keyboard.press('Enter');
    await desk.page.keyboard.type(words);
  }
  await desk.says('saved');
  return { id, desk };
}

export async function newDocument(context: BrowserContext, preset: 'equals' | 'steering'): Promise<string> {
  const me = await (await context.request.get('/api/me')).json();
  const answer = await context.request.post(`/api/partnerships/${me.partnerships[0].id}/documents`, {
    data: { title: 'A document to write in', template: 'empty', preset },
  });
  if (!answer.ok()) throw new Error(`no document: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()).id;
}

/** Opens the document as `person` in a browser of their own. */
export async function openDesk(
  browser: Browser,
  server: RunningServer,
  person: string,
  documentId: string,
  options: BrowserContextOptions = {},
): Promise<WritingDesk> {
  const context = await signedIn(browser, server, person, options);
  const desk = await sitDown(context, documentId);
  await desk.says('saved');
  return desk;
}

/** Opens the document in a new page of a browser that is signed in already, and does not wait for anything to be saved. */
export async function sitDown(context: BrowserContext, documentId: string): Promise<WritingDesk> {
  const page = await context.newPage();
  await page.goto(`/documents/${documentId}`);
  const text = page.getByRole('textbox', { name: 'Text of' });
  await text.waitFor();
  return {
    context,
    page,
    text,
    says: (status) => page.locator(`.sync-status[data-status="${status}"]`).waitFor({ timeout: 15_000 }),
    blocks: () =>
      text.evaluate((root) => [...root.children].map((block) => (block.textContent ?? '').trim())),
    async caretAfter(words) {
      await text.locator('.block', { hasText: words }).click();
      await page.keyboard.press('End');
    },
  };
}

/** Waits until every desk shows the same words, and gives them. */
export async function agree(...desks: readonly WritingDesk[]): Promise<string[]> {
  const [first, ...others] = desks as [WritingDesk, ...WritingDesk[]];
  const end = Date.now() + 15_000;
  for (;;) {
    const mine = await first.blocks();
    const theirs = await Promise.all(others.map((desk) => desk.blocks()));
    if (theirs.every((words) => JSON.stringify(words) === JSON.stringify(mine))) return mine;
    if (Date.now() > end) throw new Error(`they never agreed: ${JSON.stringify([mine, ...theirs])}`);
  }
}

/** What the server itself reads in the document. */
export function serverText(desk: WritingDesk, documentId: string): Promise<string> {
  return textOf(desk.context, documentId);
}

/** What a browser sends to say who it is. */
export async function cookieOf(context: BrowserContext): Promise<string> {
  return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
}

async function textOf(context: BrowserContext, documentId: string): Promise<string> {
  const answer = await context.request.get(`/api/documents/${documentId}/text`);
  return (await answer.json()).text;
}
