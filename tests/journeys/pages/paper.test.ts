import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, type RunningServer, signedIn, startServer } from '../harness.ts';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const pagesIn = (pdf: Buffer) => (pdf.toString('latin1').match(/\/Type\s*\/Page(?!s)/g) ?? []).length;

it('[PAPER2] every decision and document is one page, with nothing hidden; large print is 18 points', async () => {
  const context = await signedIn(browser, server, 'Marsha Odell');
  const json = async (path: string) =>
    (await context.request.get(`/api/partnerships/northvale/${path}`)).json();
  const { decisions } = (await json('decisions')) as { decisions: { id: string }[] };
  const { documents } = (await json('documents?search=&archived=0')) as { documents: { id: string }[] };
  // A long question with a long summary is the hardest to fit.
  const begun = await context.request.post('/api/partnerships/northvale/decisions', {
    data: { question: 'Shall we go on with all of this together? '.repeat(7) },
  });
  const { id } = (await begun.json()) as { id: string };
  await context.request.put(`/api/decisions/${id}/words`, {
    data: { role: 'proposal', basedOn: '', text: 'Each of us does what was said here before. '.repeat(200) },
  });
  await context.request.patch(`/api/decisions/${id}/draft`, {
    data: {
      fields: { easyRead: 'We go on. It is good for us all. '.repeat(100) },
      basedOn: { easyRead: '' },
    },
  });
  const page = await context.newPage();
  const sheets = [
    ...[...decisions, { id }].map((one) => `/decisions/${one.id}/paper`),
    ...documents.map((one) => `/documents/${one.id}/paper`),
  ];
  expect(sheets.length).toBeGreaterThan(10);
  for (const sheet of sheets) {
    await page.goto(sheet);
    expect([sheet, pagesIn(await page.pdf({ preferCSSPageSize: true }))]).toEqual([sheet, 1]);
    await page.emulateMedia({ media: 'print' });
    const hidden = await page.evaluate(() =>
      [...document.querySelectorAll('.text, .paper')].some(
        (part) => part.scrollHeight > part.clientHeight + 1,
      ),
    );
    expect([sheet, hidden]).toEqual([sheet, false]);
    await page.emulateMedia({ media: null });
  }
  await page.getByText('This is not all of it.').first().waitFor();
  await page.goto(`/decisions/${id}/paper?size=large`);
  const sizes = await page.evaluate(() =>
    [...document.querySelectorAll('main *')].map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
  );
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24 - 0.01);
  await context.close();
});
