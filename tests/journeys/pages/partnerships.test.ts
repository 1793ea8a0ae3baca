import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { faults } from '../axe.ts';
import { DESKTOP, launchBrowser, PHONE, type RunningServer, signedIn, startServer } from '../harness.ts';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function openAs(person: string, path: string, options: BrowserContextOptions = DESKTOP): Promise<Page> {
  const context = await signedIn(browser, server, person, options);
  const page = await context.newPage();
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const next = (page: Page) => page.getByRole('button', { name: 'Next' }).click();

/** Answers a question that has one field, and goes on. */
async function answer(page: Page, question: string, words: string): Promise<void> {
  await heading(page, question);
  await page.getByRole('textbox', { name: question }).fill(words);
  await next(page);
}

it('[GUIDE2] on a phone, someone sets up a partnership step by step, and a closed tab loses nothing', async () => {
  const page = await openAs('Priya Nandra', '/new-partnership', { ...PHONE, colorScheme: 'dark' });
  await heading(page, 'What is the partnership called?');
  await next(page);
  const name = page.getByRole('textbox', { name: 'What is the partnership called?' });
  await expect.poll(() => name.evaluate((field) => field === document.activeElement)).toBe(true);
  await expect.poll(() => name.getAttribute('aria-describedby')).toMatch(/error/);
  await answer(page, 'What is the partnership called?', 'Fenwick winter warmth');
  await answer(page, 'Where is it about?', 'Fenwick');
  await heading(page, 'What do you want to do together?');
  expect(await faults(page)).toEqual([]);
  await page.getByRole('textbox', { name: 'What do you want to do together?' }).fill('Nobody is cold.');

  const again = await page.context().newPage();
  await page.close();
  await again.goto('/new-partnership?question=purpose');
  const kept = again.getByRole('textbox', { name: 'What do you want to do together?' });
  await expect.poll(() => kept.inputValue()).toBe('Nobody is cold.');
  await again.getByText('We kept what you typed before.').waitFor();
  await next(again);
  await answer(again, 'Is a big change needed here?', 'One home in four is cold.');
  await heading(again, 'Is it part of something longer?');
  await again.goBack();
  await heading(again, 'Is a big change needed here?');
  await next(again);
  await answer(again, 'Is it part of something longer?', 'Five winters.');
  await heading(again, 'Who holds the pen in new documents?');
  await next(again);
  await expect
    .poll(() => again.getByRole('group', { name: /Who holds the pen/ }).getAttribute('aria-invalid'))
    .toBe('true');
  await again.getByRole('radio', { name: 'A steering group and a reference group' }).check();
  expect(await faults(again)).toEqual([]);
  await next(again);

  await heading(again, 'Who belongs at the table?');
  for (const [side, seat] of [
    ['Commissioners', 'Fenwick Council'],
    ['Contracted providers', 'Warm Homes Ltd'],
    ['People who use services', 'Tenants of Mill Street'],
    ['People who use services', 'tenants of mill street'],
  ] as const) {
    await again.getByRole('button', { name: `Add a seat for ${side}` }).click();
    await again.keyboard.type(seat);
  }
  await next(again);
  const second = again.getByRole('textbox', { name: 'Seat 2 of People who use services' });
  await expect.poll(() => second.getAttribute('aria-invalid')).toBe('true');
  expect(await faults(again)).toEqual([]);
  await again.getByRole('button', { name: 'Take away tenants of mill street', exact: true }).click();
  await next(again);
  await heading(again, 'And you?');
  await again.getByLabel('Do you sit in one of the seats?').selectOption({ label: 'Fenwick Council' });
  expect(await faults(again)).toEqual([]);
  await next(again);
  await heading(again, 'Is this right?');
  await again.getByText('Nobody is at the table yet for: Community providers.').waitFor();
  expect(await faults(again)).toEqual([]);
  await again.getByRole('button', { name: 'Set up the partnership' }).click();

  await heading(again, 'Who is at the table');
  const missing = again.getByRole('region', { name: 'Who is missing from the table?' });
  await missing.getByRole('listitem').first().waitFor();
  await expect
    .poll(() => missing.getByRole('listitem').allTextContents())
    .toEqual([
      'Community providers have no seat yet.',
      expect.stringContaining('Fenwick Council has nobody who can answer for it.'),
      'Warm Homes Ltd has nobody in it.',
      'Tenants of Mill Street has nobody in it.',
    ]);
  expect(await faults(again)).toEqual([]);
  expect(
    await again.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('guide'))),
  ).toEqual([]);
  await expect
    .poll(() => again.evaluate(() => document.documentElement.scrollWidth))
    .toBeLessThanOrEqual(360);
  await again.goto('/new-partnership');
  await heading(again, 'What is the partnership called?');
  await expect.poll(() => again.getByRole('textbox').first().inputValue()).toBe('');
  await again.goto('/');
  await again.getByRole('link', { name: 'Fenwick winter warmth' }).waitFor();
  await again.getByRole('link', { name: 'Set up a partnership' }).waitFor();
  await again.context().close();
});

it('[GUIDE3] a facilitator changes a seat and a role by keyboard; everyone reads it, and why, in the journal', async () => {
  const page = await openAs('Marsha Odell', '/partnerships/northvale/people');
  await page.getByRole('button', { name: 'More to do with Ron Tasker' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Roles' }).waitFor();
  await page.keyboard.press('Enter');
  const roles = page.getByRole('dialog', { name: 'What does Ron Tasker do?' });
  await roles.getByRole('checkbox', { name: 'Ratifier' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  const why = roles.getByRole('textbox', { name: 'Why?' });
  await roles.getByText('Say why, in a few words.').waitFor();
  await expect.poll(() => why.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await faults(page)).toEqual([]);
  await page.keyboard.type('His committee asked for it');
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'Saved. It holds from now on.' }).waitFor();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Ron Tasker' })
    .getByText(/Ratifier/)
    .first()
    .waitFor();

  await page.getByRole('button', { name: 'Change Larchmere Care Ltd' }).click();
  await page.getByRole('menuitem', { name: 'Who is in it' }).click();
  const seat = page.getByRole('dialog', { name: 'Who is in “Larchmere Care Ltd”?' });
  await seat.getByRole('checkbox', { name: 'Sam Iqbal' }).check();
  await seat.getByRole('textbox', { name: 'Why?' }).fill('Gwen is away in June');
  await seat.getByRole('button', { name: 'Save' }).click();
  await seat.waitFor({ state: 'detached' });

  const beth = await openAs('Beth Oyelaran', '/partnerships/northvale/journal', {
    ...PHONE,
    colorScheme: 'dark',
  });
  const lines = beth.getByRole('listitem').filter({ has: beth.locator('time') });
  await lines.first().waitFor();
  const [newest, before] = await lines.allTextContents();
  expect(newest).toContain('Marsha Odell changed who is in the seat “Larchmere Care Ltd”.');
  expect(newest).toContain('Why: Gwen is away in June');
  expect(newest).toContain('Now: Gwen Sallis (holds it), Sam Iqbal (may stand in)');
  expect(before).toContain('Why: His committee asked for it');
  expect(await faults(beth)).toEqual([]);
  await beth.context().close();
  await page.context().close();
});

it('[GUIDE3] two facilitators with one seat open: the second is told, keeps what they typed, and can save after looking', async () => {
  const marsha = await openAs('Marsha Odell', '/partnerships/northvale/people');
  await marsha.context().request.put('/api/partnerships/northvale/members/sam-iqbal/roles', {
    data: {
      roles: ['facilitator', 'records_officer'],
      version: (
        await (await marsha.context().request.get('/api/partnerships/northvale')).json()
      ).members.find(({ id }: { id: string }) => id === 'sam-iqbal').version,
      reason: 'Two of us',
    },
  });
  const sam = await openAs('Sam Iqbal', '/partnerships/northvale/people');
  for (const page of [marsha, sam]) {
    await page.getByRole('button', { name: 'Change Copperbeech Homecare CIC' }).click();
    await page.getByRole('menuitem', { name: 'Name and note' }).click();
  }
  const label = 'Which organisation or group is it for?';
  await marsha.getByRole('textbox', { name: label }).fill('Copperbeech');
  await marsha.getByRole('textbox', { name: 'Why?' }).fill('Shorter');
  await marsha.getByRole('button', { name: 'Save' }).click();
  await marsha.getByRole('dialog').waitFor({ state: 'detached' });
  await sam.getByRole('textbox', { name: label }).fill('Copperbeech at Home');
  await sam.getByRole('textbox', { name: 'Why?' }).fill('Their new name');
  await sam.getByRole('button', { name: 'Save' }).click();
  await sam.getByRole('alert').filter({ hasText: 'Someone else changed this' }).waitFor();
  await expect.poll(() => sam.getByRole('textbox', { name: label }).inputValue()).toBe('Copperbeech at Home');
  await sam.getByRole('dialog', { name: 'Name and note of “Copperbeech”' }).waitFor();
  await sam.getByRole('button', { name: 'Save' }).click();
  await sam.getByRole('dialog').waitFor({ state: 'detached' });
  await sam.getByRole('heading', { level: 3, name: 'Copperbeech at Home' }).waitFor();
  await marsha.context().close();
  await sam.context().close();
});

it('[GUIDE3] before someone is removed, what they leave behind is shown; then they are out at once', async () => {
  const jo = await openAs('Jo Marr', '/documents/northvale-plan');
  await jo.getByRole('textbox', { name: /^Text of/ }).waitFor();
  const page = await openAs('Marsha Odell', '/partnerships/northvale/people');
  await page.getByRole('button', { name: 'More to do with Jo Marr' }).click();
  await page.getByRole('menuitem', { name: 'Remove from the partnership' }).click();
  await heading(page, 'Remove Jo Marr from the partnership?');
  await page.getByText(/^Nobody would be in the seat/).waitFor();
  await page
    .getByRole('link', { name: /“Day support in the north, and getting there” counts on them/ })
    .waitFor();
  expect(await faults(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole('textbox', { name: 'Why?' }).fill('A new job');
  await page.getByRole('button', { name: 'Remove them' }).click();
  await heading(page, 'Who is at the table');
  expect(await page.getByText('Jo Marr', { exact: true }).count()).toBe(0);
  await jo.reload();
  await heading(jo, 'You can’t open this document');
  await jo.context().close();
  await page.context().close();
});

it('[GUIDE3] the last facilitator is told to hand over; having done so, they may leave', async () => {
  const page = await openAs('Marsha Odell', '/partnerships/northvale/people/marsha-odell/leave');
  const others = await page.context().request.get('/api/partnerships/northvale');
  const sam = (await others.json()).members.find(({ id }: { id: string }) => id === 'sam-iqbal');
  if (sam.roles.includes('facilitator'))
    await page.context().request.put('/api/partnerships/northvale/members/sam-iqbal/roles', {
      data: { roles: ['records_officer'], version: sam.version, reason: 'One again' },
    });
  await page.reload();
  await page.getByRole('alert').filter({ hasText: 'You are the only facilitator.' }).waitFor();
  await page.getByRole('link', { name: 'Go to the people and hand over' }).click();
  await page.getByRole('button', { name: 'More to do with Marsha Odell' }).click();
  await page.getByRole('menuitem', { name: 'Hand over being facilitator' }).click();
  await page.getByLabel('Hand over to').selectOption({ label: 'Sam Iqbal' });
  await page.getByRole('textbox', { name: 'Why?' }).fill('I move away');
  await page.getByRole('button', { name: 'Hand over', exact: true }).click();
  await page.getByRole('status').filter({ hasText: 'Sam Iqbal is facilitator now.' }).waitFor();
  await page.getByRole('button', { name: 'Add a seat' }).first().waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'More to do with Marsha Odell' }).click();
  await page.getByRole('menuitem', { name: 'Leave the partnership' }).click();
  await page.getByRole('button', { name: 'Leave the partnership' }).click();
  await heading(page, 'Your partnerships');
  await page.getByText('You are not in a partnership yet').waitFor();
  await page.context().close();
});
