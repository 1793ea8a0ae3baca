import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { faults } from './axe.ts';
import { DESKTOP, launchBrowser, PHONE, type RunningServer, startServer } from './harness.ts';
import { type MailServer, startMailServer } from './realMail.ts';
import { sitDown } from './writingDesk.ts';

/** A server as a council would run it: no example, real mails, and two people who may begin something. */
const [ANN, OMAR] = ['ann@fenwick.example', 'omar@elsewhere.example'];
const BEA = 'bea@harriers.example';
const CAS = 'cas@users.example';

let mails: MailServer;
let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  mails = await startMailServer();
  [server, browser] = await Promise.all([
    startServer({
      TRIALOGUE_EXAMPLE: '0',
      TRIALOGUE_SIGN_UP: `${ANN} ${OMAR}`,
      SMTP_URL: mails.url,
      MAIL_FROM: 'Trialogue <plans@fenwick.example>',
    }),
    launchBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await mails?.stop();
});

async function founder(email: string, name: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: server.url, ...DESKTOP })).newPage();
  await page.goto('/sign-in');
  await page.getByLabel('Your mail address').fill(email);
  await page.getByRole('button', { name: 'Mail me a code' }).click();
  await page.getByLabel('Six digits').fill((await mails.next(email)).code);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Go on' }).click();
  return page;
}

/** Goes through the guide, one question after the other, and gives the id of the new partnership. */
async function setUp(
  page: Page,
  name: string,
  seats: Readonly<Record<string, readonly string[]>>,
): Promise<string> {
  const answer = async (label: string, words: string) => {
    await page.getByLabel(label).fill(words);
    await page.getByRole('button', { name: 'Next' }).click();
  };
  await page.getByRole('link', { name: 'Set up a partnership' }).first().click();
  await answer('What is the partnership called?', name);
  await answer('Where is it about?', 'Fenwick');
  await answer('What do you want to do together?', 'Nobody in Fenwick is cold at home.');
  await answer(
    'Is a big change needed here?',
    'One home in five is cold, and four services each see a part of it.',
  );
  await answer('Is it part of something longer?', 'The county’s ten-year plan for warm homes.');
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Next' }).click();
  for (const [side, names] of Object.entries(seats)) {
    const section = page.getByRole('region', { name: side });
    for (const [at, seat] of names.entries()) {
      const field = section.getByRole('textbox').nth(at);
      if ((await section.getByRole('textbox').count()) <= at)
        await section.getByRole('button', { name: `Add a seat for ${side}` }).click();
      await field.fill(seat);
    }
  }
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('heading', { level: 1, name: 'Is this right?' }).waitFor();
  expect(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Set up the partnership' }).click();
  await page.waitForURL(/\/partnerships\/[^/]+\/people$/);
  return /partnerships\/([^/]+)/.exec(page.url())?.[1] as string;
}

/** Opens the invitation from the mail, shows that the address is theirs, and comes in. */
async function accept(
  email: string,
  name: string,
  options: Parameters<Browser['newContext']>[0],
): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: server.url, ...options })).newPage();
  await page.goto((await mails.next(email, /\/invitation#/)).link);
  await page.getByRole('button', { name: 'Send me the code' }).click();
  await page.getByLabel('The code from the mail').fill((await mails.next(email, /^ {4}\d{6}$/m)).code);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByLabel('The name to be known by').fill(name);
  await page.getByRole('button', { name: 'Accept, and come in' }).click();
  await page.waitForURL(/\/welcome$/);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const LIST = [
  'Name\tEmail\tSeat\tHolder or substitute\tRoles',
  `Bea Moss\t${BEA}\tFenwick Harriers\tholder\t`,
  `Cas Lowe\t${CAS}\tTenants together\tholder\tleader`,
  'Dee Frost\tdee@fenwick\tWarm Front Ltd\tholder\t',
  'Eli Snow\teli@users.example\tThe Ice Rink\tholder\t',
  'Fay Winter\tfay@fenwick.example\tFenwick Council\tsubstitute\t',
].join('\n');

it('[WHOLE1] a partnership from nothing: set up, invited, joined on a phone, handed over; one is removed, one finds nothing', async () => {
  const ann = await founder(ANN, 'Ann Field');
  const id = await setUp(ann, 'Warm homes for Fenwick', {
    Commissioners: ['Fenwick Council'],
    'Contracted providers': ['Warm Front Ltd'],
    'Community providers': ['Fenwick Harriers', 'Fenwick Repair Café'],
    'People who use services': ['Tenants together', 'Carers’ table'],
  });
  for (const seat of ['Fenwick Council', 'Carers’ table'])
    await ann.getByText(`${seat} has nobody in it.`).waitFor();

  await inviteMany(ann, id);
  const bea = await accept(BEA, 'Bea Moss', PHONE);
  expect(await faults(bea)).toEqual([]);
  await expect.poll(() => bea.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const cas = await accept(CAS, 'Cas Lowe', DESKTOP);

  await handOver(ann, id, 'Bea Moss');
  await removedWhileTyping(bea, cas, id);
  await findsNothing(id);
  for (const page of [ann, bea, cas]) await page.context().close();
});

async function inviteMany(page: Page, id: string): Promise<void> {
  await page.goto(`/partnerships/${id}/invite`);
  await page.getByLabel('Several at once').check();
  await page.getByLabel('Paste your list here').fill(LIST);
  await page.getByRole('button', { name: 'Look at the list' }).click();
  await page.getByText('3 of 5 ready to send.').waitFor();
  await page.getByText('not a whole email address').waitFor();
  await page.getByText('No seat here is called “The Ice Rink”.').waitFor();
  await page.getByRole('button', { name: 'Send 3 invitations' }).click();
  await page.getByText('3 invitations are on their way.').waitFor();
  const dee = page.getByRole('listitem').filter({ hasText: 'Dee Frost' });
  await page.getByRole('button', { name: 'Change the line of Dee Frost' }).click();
  await dee.getByLabel('Email address').fill('dee@warmfront.example');
  await dee.getByRole('button', { name: 'Check this line' }).click();
  await page.getByRole('button', { name: 'Send 1 invitation', exact: true }).click();
  await mails.next('dee@warmfront.example', /\/invitation#/);
  await mails.next('fay@fenwick.example', /substitute for Fenwick Council/);
}

async function handOver(page: Page, id: string, to: string): Promise<void> {
  await page.goto(`/partnerships/${id}/people`);
  await page.getByRole('button', { name: 'More to do with Ann Field' }).click();
  await page.getByRole('menuitem', { name: 'Hand over being facilitator' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Hand over to').selectOption({ label: to });
  await dialog.getByLabel('Why?').fill('I commission this, so someone else should lead the meetings.');
  await dialog.getByRole('button', { name: 'Hand over' }).click();
  await page.getByText('Bea Moss is facilitator now.').waitFor();
  await page.goto(`/partnerships/${id}/journal`);
  await page.getByText('someone else should lead the meetings').waitFor();
}

/** Cas writes while Bea, on her phone, removes him: he is told at once, and keeps what did not get out. */
async function removedWhileTyping(bea: Page, cas: Page, id: string): Promise<void> {
  await cas.goto(`/partnerships/${id}/new`);
  await cas.getByRole('radio', { name: 'Empty page' }).check();
  await cas.getByRole('textbox', { name: 'What is it called?' }).fill('What cold homes do to us');
  await cas.getByRole('button', { name: 'Start writing' }).click();
  await cas.waitForURL(/\/documents\//);
  const documentId = cas.url().split('/').at(-1) as string;
  const desk = await sitDown(cas.context(), documentId);
  await desk.says('saved');
  await desk.text.click();
  await desk.page.keyboard.type('It makes the children cough. ');
  await desk.says('saved');

  await bea.goto(`/partnerships/${id}/people`);
  await bea.getByRole('button', { name: 'More to do with Cas Lowe' }).click();
  await bea.getByRole('menuitem', { name: 'Remove from the partnership' }).click();
  await bea.getByLabel('Why?').fill('He moved away.');
  await desk.context.setOffline(true);
  await desk.says('offline');
  await desk.page.keyboard.type('And nobody answers the phone.');
  await bea.getByRole('button', { name: 'Remove them' }).click();
  await bea.getByText('Cas Lowe is not in the partnership any more.').waitFor();
  await desk.context.setOffline(false);
  await desk.says('ended');
  await desk.page.getByText('You can no longer open this document.').first().waitFor();
  await desk.page.getByText('And nobody answers the phone.').first().waitFor();
  await expect.poll(() => desk.page.locator('[contenteditable="true"]').count()).toBe(0);
  await desk.page.getByRole('button', { name: 'Copy my unsent words' }).waitFor();
  expect(await faults(desk.page)).toEqual([]);
}

/** Someone with a partnership of their own looks for this one in every place where it could be. */
async function findsNothing(id: string): Promise<void> {
  const omar = await founder(OMAR, 'Omar Reed');
  const own = await setUp(omar, 'Buses that come', { Commissioners: ['The county'] });
  for (const place of ['', '/people', '/journal', '/invite', '/welcome', '/new']) {
    await omar.goto(`/partnerships/${id}${place}`);
    await omar.getByRole('heading', { level: 1, name: 'You can’t open this partnership' }).waitFor();
    expect(await omar.getByRole('main').textContent()).not.toMatch(/Fenwick|Ann|Bea|Cas/);
  }
  expect(own).not.toBe(id);
  for (const path of ['', '/documents', '/journal', '/invitations', '/welcome']) {
    const foreign = await omar.request.get(`/api/partnerships/${id}${path}`);
    const absent = await omar.request.get(`/api/partnerships/no-such${path}`);
    expect([foreign.status(), await foreign.text()]).toEqual([404, await absent.text()]);
  }
  await omar.context().close();
}
