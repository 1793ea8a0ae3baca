import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NewLink } from '../../../server/takePart/links.ts';
import { Layout } from '../../../shared/documents/layout.ts';
import { bindPassage, placesOf } from '../../../shared/passages/bindPassage.ts';
import { FACILITATOR, startTable, type Table } from '../decisions/table.ts';
import { living } from './living.ts';
import { link, open, type Page, send } from './visitor.ts';

let table: Table;
beforeAll(async () => {
  table = await startTable();
});
afterAll(() => table.stop());

const documentAbout = (id: string): NewLink['about'] => ({ kind: 'document', id });

/** Follows the small link after a paragraph. */
async function sayAbout(page: Page, words: string): Promise<Page> {
  const links = page.html.match(/href="[^"]*\/say\?[^"]*"[^>]*>[^<]*<span[^>]*>[^<]*/g) ?? [];
  const found = links.find((each) => each.includes(words));
  const href = /href="([^"]*)"/.exec(found ?? '')?.[1]?.replaceAll('&amp;', '&');
  if (!href) throw new Error(`no link about ${words}`);
  return open(table, href);
}

const threads = async (path: string) =>
  (await table.as(FACILITATOR, 'GET', `/api/${path}/threads`)).json.threads;

it('[BYLINK10] a comment on one sentence stands beside just that sentence in the document, as of who said it', async () => {
  await living(table, 'plan-1');
  const { token } = link(table, documentAbout('plan-1'));
  const asked = await sayAbout(await open(table, `/p/${token}`), 'The bus runs');
  expect(asked.text).toContain('It stops at Mill Lane.');
  const form = asked.form('comment');
  const sent = { ...form, which: '1', words: 'Mill Lane floods.', supporter: 'Jo, support worker' };
  const done = await send(table, `/p/${token}/comment`, sent);
  expect(done.status).toBe(200);
  expect(done.text).toContain('About the words “It stops at Mill Lane.”');
  const again = await send(table, `/p/${token}/comment`, sent);
  expect(again.text).toBe(done.text);
  expect(await threads('documents/plan-1')).toMatchObject([
    {
      quote: 'It stops at Mill Lane.',
      comments: [
        {
          author: { name: 'Ron Tasker', seat: { id: 'northvale-g1' } },
          ...{ via: 'link', supporter: 'Jo, support worker', words: 'Mill Lane floods.' },
        },
      ],
    },
  ]);
});

it('[BYLINK10] a comment on the whole, and one on a whole paragraph', async () => {
  await living(table, 'plan-2');
  const { token } = link(table, documentAbout('plan-2'));
  const page = await open(table, `/p/${token}`);
  await send(table, `/p/${token}/comment`, { ...page.form('comment'), words: 'Well said.' });
  const asked = await sayAbout(page, 'Nobody is left');
  await send(table, `/p/${token}/comment`, { ...asked.form('comment'), words: 'How?' });
  const found = await threads('documents/plan-2');
  expect(
    found.map(({ quote, passage }: { quote: string; passage: unknown }) => [quote, passage === null]),
  ).toEqual(
    expect.arrayContaining([
      ['', true],
      ['Nobody is left behind.', false],
    ]),
  );
});

it('[BYLINK10] a sentence of a decision stands in the document that it is bound to, while that says the same', async () => {
  const plan = await living(table, 'plan-3');
  const layout = new Layout(plan.doc);
  const places = placesOf(layout, {
    cell: null,
    from: { block: 1, offset: 0 },
    to: { block: 1, offset: 1000 },
  });
  const bound = places && bindPassage(layout, places.start, places.end);
  if (!places || typeof bound !== 'object') throw new Error('there are words');
  const body = { ...places, hash: bound.hash };
  const { json } = await table.as(FACILITATOR, 'POST', '/api/documents/plan-3/decisions', body);
  const { token } = link(table, { kind: 'decision', id: json.id });
  const page = await open(table, `/p/${token}`);
  const asked = await sayAbout(page, 'The bus runs');
  const sent = { ...asked.form('comment'), which: '2', words: 'Who pays?' };
  expect((await send(table, `/p/${token}/comment`, sent)).status).toBe(200);
  expect(await threads('documents/plan-3')).toMatchObject([{ quote: 'It is free.' }]);
  // Once the document says something else, these are not its words: the comment is on the decision, and names them.
  plan.change((words) => words.insert(0, 'Now '));
  const later = { ...(await sayAbout(page, 'The bus runs')).form('comment'), which: '2', words: 'Still?' };
  expect((await send(table, `/p/${token}/comment`, later)).status).toBe(200);
  const [thread] = await threads(`decisions/${json.id}`);
  expect(thread.comments[0].words).toBe('About the words “It is free.”:\n\nStill?');
});

it('[BYLINK7] a paragraph that was changed meanwhile: nothing is put beside other words, and nothing typed is lost', async () => {
  const plan = await living(table, 'plan-4');
  const { token } = link(table, documentAbout('plan-4'));
  const asked = await sayAbout(await open(table, `/p/${token}`), 'The bus runs');
  const typed = { words: 'Mill Lane floods.', supporter: 'Jo' };
  plan.change((words) => words.insert(0, 'Now '));
  const refused = await send(table, `/p/${token}/comment`, {
    ...asked.form('comment'),
    ...typed,
    which: '1',
  });
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('This paragraph was changed while you were writing.');
  expect(refused.text).toContain('Now The bus runs');
  expect(refused.form('comment')).toMatchObject(typed);
  expect(await threads('documents/plan-4')).toEqual([]);
  const sent = { ...refused.form('comment'), which: '1' };
  expect((await send(table, `/p/${token}/comment`, sent)).status).toBe(200);
  expect(await threads('documents/plan-4')).toMatchObject([{ quote: 'It stops at Mill Lane.' }]);
});

it('[BYLINK7] too long, empty, without a choice, too fast: the page again, with all of it in place', async () => {
  await living(table, 'plan-5');
  const { token } = link(table, documentAbout('plan-5'));
  const whole = (await open(table, `/p/${token}`)).form('comment');
  const long = 'é'.repeat(40_000);
  for (const words of [long, ' ']) {
    const refused = await send(table, `/p/${token}/comment`, { ...whole, words });
    expect([refused.status, refused.form('comment').words]).toEqual([422, words]);
  }
  const asked = await sayAbout(await open(table, `/p/${token}`), 'The bus runs');
  const unchosen = await send(table, `/p/${token}/comment`, { ...asked.form('comment'), words: 'Mine' });
  expect(unchosen.text).toContain('Choose which words it is about.');
  expect(unchosen.form('comment').words).toBe('Mine');
  let last = unchosen;
  for (let tries = 0; tries < 35; tries++)
    last = await send(table, `/p/${token}/comment`, { ...asked.form('comment'), words: 'Mine' });
  expect(last.status).toBe(429);
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(last.form('comment').words).toBe('Mine');
  expect(await threads('documents/plan-5')).toEqual([]);
});
