import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { archiveDocument } from '../../../server/documents/store.ts';
import { documentWords } from '../../../server/documents/words.ts';
import { exampleDocuments } from '../../../server/example/documents.ts';
import { seedExample } from '../../../server/example/seed.ts';
import type { Block } from '../../../shared/documents/blocks.ts';
import { hashBlocks } from '../../../shared/documents/canonical.ts';
import { paragraph, section, table, task } from '../../../shared/documents/compose.ts';
import { countWords } from '../../../shared/documents/countWords.ts';
import { escapeHtml } from '../../../shared/documents/renderHtml.ts';
import { textBlocksIn } from '../../../shared/documents/tidyBlocks.ts';
import { writeBlocks } from '../../../shared/documents/writeBlocks.ts';
import { type HttpWorld, STRANGER, startHttp } from '../http/server.ts';

let http: HttpWorld;
let priya: string;
beforeAll(async () => {
  http = await startHttp();
  await seedExample(http.context);
  priya = await http.cookieOf(http.person('Priya Nandra'));
});
afterAll(() => http.stop());

async function read(path: string, cookie: string | undefined = priya) {
  const { status, headers, json } = await http.call('GET', path, { cookie });
  return { status, type: headers.get('content-type'), headers, body: String(json) };
}

async function documentOf(id: string, blocks: readonly Block[]): Promise<string> {
  await http.addDocument(id);
  const doc = new Y.Doc();
  writeBlocks(doc, blocks);
  http.context.content.start(id, Y.encodeStateAsUpdate(doc));
  return id;
}

/** A page's words as a reader meets them: without tags, with entities undone. */
function wordsOf(page: string): string {
  const text = page.replace(/<[^>]*>/g, '');
  const entities: Record<string, string> = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
    '&amp;': '&',
  };
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] as string);
}

it('[VIEW1] a page has every word of its document, its title once as h1, and every heading in its outline', async () => {
  for (const { id, title, blocks } of exampleDocuments()) {
    const { status, type, body } = await read(`/read/${id}`);
    expect([status, type]).toEqual([200, 'text/html; charset=UTF-8']);
    expect(body.match(/<h1[ >].*?<\/h1>/g)).toEqual([`<h1 dir="auto">${escapeHtml(title)}</h1>`]);
    const words = wordsOf(body);
    for (const block of textBlocksIn(blocks))
      expect(words).toContain(block.runs.map(({ text }) => text).join(''));
    const ids = [...body.matchAll(/<h[2-6] id="(h-[^"]+)"/g)].map((match) => match[1]);
    expect(ids.length).toBeGreaterThan(4);
    expect([...body.matchAll(/<a href="#(h-[^"]+)"/g)].map((match) => match[1])).toEqual(ids);
  }
});

it('[VIEW1] a page tells the facts: partnership, kind, source, right and the fingerprint of just these words', async () => {
  const { body } = await read('/read/northvale-plan');
  const words = wordsOf(body);
  const { blocks } = await documentWords(http.context.content, 'northvale-plan');
  const hash = hashBlocks(blocks).replace(/(.{4})(?=.)/g, '$1 ');
  for (const fact of [
    'Northvale Day Support and Getting There Partnership',
    'Solution-shaping plan',
    'Effective Commissioning, New Local Government Network, 2014',
    'Read it and write in it',
    hash.slice(0, 14),
    `The whole fingerprint: ${hash}`,
  ])
    expect(words).toContain(fact);
  expect(body).toContain('href="/documents/northvale-plan"');
  const beth = await read('/read/northvale-plan', await http.cookieOf(http.person('Beth Oyelaran')));
  expect(beth.status).toBe(200);
  expect(beth.body).not.toContain('href="/documents/northvale-plan"');
});

it('[VIEW1] Markdown and plain text have the title and the words too', async () => {
  const markdown = await read('/read/northvale-governance.md');
  expect([markdown.status, markdown.type]).toEqual([200, 'text/markdown; charset=UTF-8']);
  expect(markdown.body).toMatch(/^# How we decide in Northvale\n\n## 1\\?\. Why we are together\n/);
  expect(markdown.body).toContain('**Silence is never counted.**');
  const text = await read('/read/northvale-governance.txt');
  expect([text.status, text.type]).toEqual([200, 'text/plain; charset=UTF-8']);
  expect(text.body).toMatch(/^How we decide in Northvale\n/);
  expect(text.body).toContain('Silence is never counted. No answer is no answer');
});

it('[VIEW2] hostile words and titles stay words, in the page and in its attributes', async () => {
  const hostile = `</div><script>alert(1)</script><img src=x onerror="alert(2)">' onload='x <table> &amp; <!--`;
  const id = await documentOf('hostile', [
    section(hostile),
    paragraph(hostile, { text: 'link', link: 'javascript:alert(3)' }),
    paragraph({ text: hostile, mention: { kind: 'seat', id: '"><script>alert(4)</script>' } }),
    table([hostile], [[hostile]]),
  ]);
  http.db.raw.prepare('update document set title = ? where id = ?').run(hostile, id);
  const { status, body } = await read(`/read/${id}`);
  expect(status).toBe(200);
  expect(body).not.toMatch(/<script|<img|<!--|javascript:|<table>[^<]*&amp;amp/i);
  expect(body.match(/<table/g)).toHaveLength(1);
  // An attribute's value may quote the words, and ends where it should.
  const tags = body.replace(/="[^"]*"/g, '').match(/<[^>]*>/g) ?? [];
  expect(tags.filter((tag) => /[="']|\son\w/.test(tag))).toEqual([]);
  expect(wordsOf(body).split(hostile).length - 1).toBeGreaterThanOrEqual(6);
  expect(body).not.toMatch(/\sstyle=/);
});

it('[VIEW2] the page needs no script, brings none, and its style sheet and fonts come from here', async () => {
  const { body, headers } = await read('/read/northvale-plan');
  expect(body).not.toMatch(/<script|\sstyle=|<style/);
  expect(headers.get('cache-control')).toBe('no-store');
  const sheet = /<link rel="stylesheet" href="([^"]+)"/.exec(body)?.[1] ?? '';
  const css = await read(sheet, undefined);
  expect([css.status, css.type]).toEqual([200, 'text/css; charset=utf-8']);
  expect(css.headers.get('cache-control')).toContain('immutable');
  const fonts = [...css.body.matchAll(/url\(([^)]+)\)/g)].map((match) => match[1] as string);
  expect(fonts).toHaveLength(4);
  for (const font of fonts) {
    const found = await read(font, undefined);
    expect([found.status, found.type]).toEqual([200, 'font/woff2']);
  }
});

it('[VIEW3] for a stranger a document is as if it did not exist, in every byte and every form', async () => {
  const stranger = await http.cookieOf(STRANGER);
  for (const form of ['', '.md', '.txt']) {
    const foreign = await read(`/read/northvale-plan${form}`, stranger);
    const missing = await read(`/read/no-such-document${form}`, stranger);
    expect(foreign.status).toBe(404);
    expect(foreign.type).toBe('text/html; charset=UTF-8');
    expect(wordsOf(foreign.body)).toContain('There is nothing here, or it is not open to you.');
    expect(foreign.body).toBe(missing.body);
    expect([...foreign.headers.keys()]).toEqual([...missing.headers.keys()]);
  }
});

it('[VIEW3] whoever is not signed in is told to sign in, whether the document exists or not', async () => {
  const here = await http.call('GET', '/read/northvale-plan');
  const missing = await http.call('GET', '/read/no-such-document');
  expect(here.status).toBe(401);
  expect(String(here.json)).toContain('Please sign in first.');
  expect(here.json).toBe(missing.json);
});

it('[VIEW4] large print is one link away, and the link back too', async () => {
  const usual = await read('/read/northvale-values');
  expect(usual.body).toContain('href="/read/northvale-values?size=large"');
  expect(usual.body).toContain('<html lang="en-GB">');
  const large = await read('/read/northvale-values?size=large');
  expect(large.body).toContain('<html lang="en-GB" class="large">');
  expect(large.body).toContain('<a href="/read/northvale-values">');
});

it('[VIEW4] an empty document, and one in the archive, say so', async () => {
  const id = await documentOf('empty-page', [paragraph()]);
  expect(wordsOf((await read(`/read/${id}`)).body)).toContain('Nothing has been written here yet.');
  const scope = { documentId: id, partnershipId: 'northvale' };
  const by = { memberId: http.person('Marsha Odell'), at: http.now() };
  await archiveDocument(http.db, scope, true, by, () => {});
  const { body } = await read(`/read/${id}`);
  expect(wordsOf(body)).toContain('This document is in the archive.');
  expect(body).not.toContain(`href="/documents/${id}"`);
});

it('[VIEW1] a document of ten thousand words is still one whole page', async () => {
  const lines = Array.from({ length: 2000 }, (_, line) => paragraph(`word${line} two three four five`));
  const id = await documentOf('long', lines);
  expect(countWords(lines)).toBe(10_000);
  const words = wordsOf((await read(`/read/${id}`)).body);
  for (const line of [0, 999, 1999]) expect(words).toContain(`word${line} two`);
});

it('[VIEW6] the recipe in the documentation works out the same fingerprint, and another one for other words', async () => {
  const id = await documentOf('recipe', [
    paragraph(
      { text: 'both', marks: ['underline', 'bold', 'italic'] },
      { text: ' a\nb', link: 'https://a.example/' },
    ),
    task(true, { text: 'Ron', mention: { kind: 'member', id: 'ron-tasker' } }),
    table(['A', 'B'], [['"é"', '\u2028 😀']]),
  ]);
  const recipe = /```js\n([\s\S]*?)```/.exec(readFileSync('docs/documents.md', 'utf8'))?.[1] ?? '';
  const works = new Function(
    'createHash',
    'answer',
    recipe.replace(/^import .*$/m, '').replace(/^createHash/m, 'return createHash'),
  ) as (hash: typeof createHash, answer: unknown) => boolean;
  const answer = (await http.call('GET', `/api/documents/${id}/text`, { cookie: priya })).json;
  expect(works(createHash, answer)).toBe(true);
  answer.blocks[1].checked = false;
  expect(works(createHash, answer)).toBe(false);
});
