import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { library } from '../../../shared/decisions/library/library.ts';
import { HOUR } from '../../../shared/decisions/moments.ts';
import { faults } from '../axe.ts';
import {
  DESKTOP,
  LOOKS,
  launchBrowser,
  type RunningServer,
  signedIn,
  startServer,
  tooWide,
  turn,
  WIDE,
} from '../harness.ts';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function pageOf(person: string, options: BrowserContextOptions = DESKTOP): Promise<Page> {
  return (await signedIn(browser, server, person, options)).newPage();
}

/** A decision that Marsha, the facilitator, has opened, and that closes after so many hours. Gives its id. */
async function opened(question: string, hours: number): Promise<string> {
  const { request } = await signedIn(browser, server, 'Marsha Odell');
  const sent = async (method: 'post' | 'put' | 'patch', path: string, data: object) => {
    const answer = await request[method](`/api${path}`, { data });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as { id: string; now: number };
  };
  const { id, now } = await sent('post', '/partnerships/northvale/decisions', { question });
  await sent('put', `/decisions/${id}/words`, { role: 'proposal', text: 'The bus runs on Tuesdays.' });
  const rule = library.find((each) => each.id === 'concurrent_three_quarters')?.rule;
  const fields = {
    ...{ rule, standing: { kind: 'delegated' } },
    ...{ closesAt: now + hours * HOUR, reviewAt: now + 9_000 * HOUR },
  };
  await sent('patch', `/decisions/${id}/draft`, { fields, basedOn: {} });
  await sent('post', `/decisions/${id}/acts`, { requestId: crypto.randomUUID(), action: { kind: 'open' } });
  return id;
}

interface Told {
  readonly versions: readonly { readonly number: number; readonly change: string | null }[];
  readonly rounds: readonly { readonly closesAt: number; readonly version: number }[];
  readonly conflicts: readonly { readonly seat: string; readonly reason: string }[];
  readonly state: { readonly kind: string };
}

async function told(page: Page, id: string): Promise<Told> {
  return (await (await page.request.get(`/api/decisions/${id}`)).json()) as Told;
}

async function act(page: Page, id: string, name: string): Promise<Locator> {
  await page.goto(`/decisions/${id}`);
  const acts = page.getByText('What you can do here');
  await acts.click();
  await page.getByRole('button', { name, exact: true }).click();
  return page.getByRole('dialog');
}

describe('what a facilitator does on the way', () => {
  it('[PROPOSE12] changes the words in the freeze: sees the difference first, and chooses what moves', async () => {
    const id = await opened('Shall the bus run on Tuesdays?', 24);
    const page = await pageOf('Marsha Odell');
    const before = (await told(page, id)).rounds[0]?.closesAt ?? 0;
    const dialog = await act(page, id, 'Change the words');
    const words = dialog.getByLabel('The new words');
    await expect.poll(() => words.inputValue()).toBe('The bus runs on Tuesdays.');
    await words.fill('The bus runs on Fridays.');
    await dialog.getByRole('button', { name: 'See what changes' }).click();
    await dialog.locator('del', { hasText: 'Tuesdays' }).waitFor();
    await dialog.locator('ins', { hasText: 'Fridays' }).waitFor();
    expect((await told(page, id)).versions).toHaveLength(1);
    await dialog.getByLabel('What changes, and why?').fill('Tuesdays are market days.');
    await dialog.getByRole('button', { name: 'Put the new words' }).click();
    await dialog.getByText('Choose one.').waitFor();
    await dialog.getByLabel('Move the closing').check();
    expect(await faults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Put the new words' }).click();
    await dialog.waitFor({ state: 'detached' });
    const after = await told(page, id);
    expect(after.versions).toMatchObject([{ number: 1 }, { number: 2, change: 'Tuesdays are market days.' }]);
    expect(after.rounds[0]?.version).toBe(2);
    expect(after.rounds[0]?.closesAt).toBeGreaterThan(before);
  });

  it('[PROPOSE12] in the freeze they can also wait for the next round, and this one goes on as it was', async () => {
    const id = await opened('Shall the bus wait?', 24);
    const page = await pageOf('Marsha Odell');
    const dialog = await act(page, id, 'Change the words');
    await dialog.getByLabel('The new words').fill('The bus runs on Sundays.');
    await dialog.getByRole('button', { name: 'See what changes' }).click();
    await dialog.getByLabel('Wait for the next round').check();
    await dialog.getByLabel('What changes, and why?').fill('For churchgoers.');
    await dialog.getByRole('button', { name: 'Put the new words' }).click();
    await dialog.waitFor({ state: 'detached' });
    const after = await told(page, id);
    expect([after.versions.length, after.rounds[0]?.version]).toEqual([2, 1]);
  });

  it('[PROPOSE5] judges an interest after seeing what that does to the count', async () => {
    const id = await opened('Shall the contract go on?', 200);
    const page = await pageOf('Marsha Odell');
    const dialog = await act(page, id, 'Judge an interest');
    await dialog.getByRole('button', { name: 'Record this judgement' }).click();
    await dialog.getByText('Choose one.').first().waitFor();
    await dialog.getByLabel('Which seat?').selectOption({ label: 'Larchmere Care Ltd' });
    await dialog.getByLabel('What kind of interest?').selectOption('financial');
    await dialog.getByLabel('May speak, and has no vote').check();
    await dialog.getByText('Now 11 may answer, and 7 must. Then 10 may, and 7 must.').waitFor();
    await dialog.getByLabel('Why?').fill('It holds the contract.');
    await dialog.getByRole('button', { name: 'Record this judgement' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect((await told(page, id)).conflicts).toMatchObject([{ reason: 'It holds the contract.' }]);
  });

  it('[PROPOSE13] by the keyboard alone: withdraws, with a reason that is asked for', async () => {
    const id = await opened('Shall we stop?', 200);
    const page = await pageOf('Marsha Odell');
    const dialog = await act(page, id, 'Withdraw this decision');
    const reason = dialog.getByLabel('Why?');
    await reason.focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog.getByText('This can’t be empty.').waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await page.keyboard.type('The question was wrong.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect((await told(page, id)).state.kind).toBe('ended');
  });
});

it('[PROPOSE13] nobody is shown what is not theirs to do, and what time has taken away is refused in words', async () => {
  const id = await opened('Shall Ron do this?', 200);
  const [ron, marsha] = [await pageOf('Ron Tasker'), await pageOf('Marsha Odell')];
  await ron.goto(`/decisions/${id}`);
  await ron.getByRole('heading', { level: 1, name: 'Shall Ron do this?' }).waitFor();
  for (const name of ['Change the words', 'Withdraw this decision', 'Judge an interest'])
    await expect.poll(() => ron.getByRole('button', { name }).count()).toBe(0);
  const dialog = await act(marsha, id, 'Record a meeting to find a way');
  await dialog.getByLabel('What was the meeting about').fill('The timetable.');
  await marsha.request.post(`/api/decisions/${id}/acts`, {
    data: { requestId: crypto.randomUUID(), action: { kind: 'withdraw', reason: 'Over.' } },
  });
  await marsha.getByText('Withdrawn').first().waitFor({ state: 'attached' });
  await dialog.getByRole('button', { name: 'Record the meeting' }).click();
  await dialog.getByRole('alert').getByText('This decision has ended.').waitFor();
  await expect
    .poll(() => dialog.getByLabel('What was the meeting about').inputValue())
    .toBe('The timetable.');
});

it('[PROPOSE13] axe finds nothing in the dialogs, and they fit, wide and narrow, light and dark', async () => {
  const id = await opened('Shall we look?', 200);
  const page = await pageOf('Marsha Odell', WIDE);
  for (const name of ['Give more time', 'Judge an interest', 'Note a correction']) {
    const dialog = await act(page, id, name);
    await dialog.getByRole('heading', { name }).waitFor();
    for (const [way, look] of LOOKS) {
      await turn(page, look);
      expect(await faults(page), way).toEqual([]);
      await expect.poll(() => tooWide(page), { message: way }).toBe(0);
    }
    await turn(page, WIDE);
  }
});
