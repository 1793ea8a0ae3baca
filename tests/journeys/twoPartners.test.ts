import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, type RunningServer, signedIn, startServer } from './harness.ts';

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const words = (page: Page) => page.getByRole('textbox', { name: /./ }).and(page.locator('[contenteditable]'));
const saved = (page: Page) => page.getByText('Saved', { exact: true }).first().waitFor();

/** Puts the caret at the end of the paragraph that holds `text`, as a click and the End key would. */
async function caretAfter(page: Page, text: string): Promise<void> {
  await words(page).getByText(text).first().click();
  await page.keyboard.press('End');
}

it('[WRITE1] Priya and Ron write one plan at once; the server is killed; every word that was called saved is there', async () => {
  const priya = await (await signedIn(browser, server, 'Priya Nandra')).newPage();
  const ron = await (await signedIn(browser, server, 'Ron Tasker')).newPage();
  await Promise.all([priya.goto('/documents/northvale-plan'), ron.goto('/documents/northvale-plan')]);
  await Promise.all([saved(priya), saved(ron)]);

  await caretAfter(priya, 'Many go for company');
  await caretAfter(ron, 'We asked carers and members');
  await Promise.all([
    priya.keyboard.type(' The council writes this.', { delay: 15 }),
    ron.keyboard.type(' Skelby writes that.', { delay: 15 }),
  ]);
  await words(ron).getByText('The council writes this.').waitFor();
  await words(priya).getByText('Skelby writes that.').waitFor();
  await Promise.all([saved(priya), saved(ron)]);

  await server.kill();
  await ron
    .getByText(/Offline/)
    .first()
    .waitFor();
  await ron.keyboard.type(' And this while the server is down.');
  await server.startAgain();
  await words(priya).getByText('And this while the server is down.').waitFor();
  await Promise.all([saved(priya), saved(ron)]);
  await expect.poll(() => words(priya).textContent()).toBe(await words(ron).textContent());

  await server.kill();
  await server.startAgain();
  const fresh = await (await signedIn(browser, server, 'Gwen Sallis')).newPage();
  await fresh.goto('/read/northvale-plan');
  const reading = await fresh.getByRole('main').textContent();
  for (const said of [
    'The council writes this.',
    'Skelby writes that.',
    'And this while the server is down.',
  ])
    expect(reading).toContain(said);
});
