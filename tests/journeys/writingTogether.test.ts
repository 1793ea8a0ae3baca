import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, type RunningServer, startServer } from './harness.ts';
import { agree, openDesk, serverText, sitDown, startDocument } from './writingDesk.ts';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ TRIALOGUE_EXAMPLE: '1' });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const PRIYA = 'Priya Nandra';
const RON = 'Ron Tasker';

it('[ED4] two people type at once, in one paragraph and in two, and both end with every word', async () => {
  const id = await startDocument(browser, server, PRIYA, ['The need.', 'The offer.']);
  const priya = await openDesk(browser, server, PRIYA, id);
  const ron = await openDesk(browser, server, RON, id);
  await priya.caretAfter('The need.');
  await ron.caretAfter('The need.');
  await Promise.all([
    priya.page.keyboard.type(' Buses stop at six.', { delay: 5 }),
    ron.page.keyboard.type(' Nobody answers on Sundays.', { delay: 5 }),
  ]);
  await ron.caretAfter('The offer.');
  await Promise.all([
    priya.page.keyboard.type(' Priya.', { delay: 5 }),
    ron.page.keyboard.type(' Ron.', { delay: 5 }),
  ]);
  await priya.says('saved');
  await ron.says('saved');
  const words = await agree(priya, ron);
  expect(words).toHaveLength(2);
  // Letters of the two may mix where both type at one place; none may be missing or twice.
  expect([...(words[0] ?? '')].sort().join('')).toBe(
    [...'The need. Buses stop at six. Nobody answers on Sundays. Priya.'].sort().join(''),
  );
  expect(words[1]).toBe('The offer. Ron.');
  expect(await serverText(priya, id)).toContain(words[0]);
  await Promise.all([priya.context.close(), ron.context.close()]);
});

it('[ED5] one makes a paragraph a heading and its words bold while the other types in it, and nothing is lost', async () => {
  const id = await startDocument(browser, server, PRIYA, ['What we are going to do']);
  const priya = await openDesk(browser, server, PRIYA, id);
  const ron = await openDesk(browser, server, RON, id);
  await ron.caretAfter('What we are going to do');
  await priya.text.click();
  const typing = ron.page.keyboard.type(', together and from this spring on', { delay: 12 });
  await priya.page.getByRole('button', { name: /^Kind of block/ }).click();
  await priya.page.getByRole('menuitemradio', { name: 'Heading', exact: true }).click();
  await priya.page.keyboard.press('Control+A');
  await priya.page.keyboard.press('Control+B');
  await typing;
  await priya.says('saved');
  await ron.says('saved');
  expect(await agree(priya, ron)).toEqual(['What we are going to do, together and from this spring on']);
  for (const desk of [priya, ron]) {
    await expect.poll(() => desk.text.locator('h2.block').count()).toBe(1);
    await expect.poll(() => desk.text.locator('strong').first().textContent()).toContain('What we are going');
  }
  await Promise.all([priya.context.close(), ron.context.close()]);
});

it('[ED6] undo takes back what I did, never what others did', async () => {
  const id = await startDocument(browser, server, PRIYA, ['First.', 'Second.']);
  const priya = await openDesk(browser, server, PRIYA, id);
  const ron = await openDesk(browser, server, RON, id);
  await priya.caretAfter('First.');
  await priya.page.keyboard.type(' Mine.');
  await ron.text.getByText('Mine.').waitFor();
  await ron.caretAfter('Second.');
  await ron.page.keyboard.type(' His.');
  await priya.text.getByText('His.').waitFor();
  await priya.page.getByRole('button', { name: 'Undo what I did' }).click();
  await expect.poll(() => ron.blocks()).toEqual(['First.', 'Second. His.']);
  await priya.page.keyboard.press('Control+Shift+Z');
  await expect.poll(() => ron.blocks()).toEqual(['First. Mine.', 'Second. His.']);
  await Promise.all([priya.context.close(), ron.context.close()]);
});

it('[ED7] what is written offline is kept, says so, and joins the others’ words when the connection is back', async () => {
  const id = await startDocument(browser, server, PRIYA, ['Shared.', 'More.']);
  const priya = await openDesk(browser, server, PRIYA, id);
  const ron = await openDesk(browser, server, RON, id);
  await priya.context.setOffline(true);
  await priya.says('offline');
  await expect
    .poll(() => priya.page.locator('.sync-status-words').textContent())
    .toBe('Offline, kept on this device');
  await priya.page
    .getByRole('status')
    .getByText('Offline, kept on this device.')
    .waitFor({ state: 'attached' });
  await priya.caretAfter('Shared.');
  await priya.page.keyboard.type(' On the train.');
  await ron.caretAfter('More.');
  await ron.page.keyboard.type(' In the office.');
  await ron.says('saved');
  await priya.context.setOffline(false);
  await priya.says('saved');
  await priya.page.getByRole('status').getByText('Connected again.').waitFor({ state: 'attached' });
  expect(await agree(priya, ron)).toEqual(['Shared. On the train.', 'More. In the office.']);
  await Promise.all([priya.context.close(), ron.context.close()]);
});

it('[ED8] loading the page again in the middle of a word, or killing the tab, loses nothing that was typed', async () => {
  const id = await startDocument(browser, server, PRIYA, ['Start.']);
  const priya = await openDesk(browser, server, PRIYA, id);
  await priya.caretAfter('Start.');
  await priya.page.keyboard.type(' Typed just before');
  await priya.page.reload();
  await priya.says('saved');
  await expect.poll(() => priya.blocks()).toEqual(['Start. Typed just before']);

  await priya.context.setOffline(true);
  await priya.says('offline');
  await priya.caretAfter('Start.');
  await priya.page.keyboard.type(' the tab died');
  await priya.page.close({ runBeforeUnload: false });
  await priya.context.setOffline(false);
  const again = await sitDown(priya.context, id);
  await again.says('saved');
  await expect.poll(() => again.blocks()).toEqual(['Start. Typed just before the tab died']);
  expect(await serverText(again, id)).toContain('the tab died');
  await priya.context.close();
});

it('[ED9] the page says Saving until the ack has come, however long that takes', async () => {
  const id = await startDocument(browser, server, PRIYA, ['Start.']);
  const held: (string | Buffer)[] = [];
  let holding = false;
  let letGo = () => {};
  const priya = await openDesk(browser, server, PRIYA, id);
  await priya.page.routeWebSocket(/\/sync\//, (route) => {
    const upstream = route.connectToServer();
    upstream.onMessage((message) => {
      const isAck = typeof message !== 'string' && message[0] === 101;
      if (holding && isAck) held.push(message);
      else route.send(message);
    });
    letGo = () => {
      holding = false;
      for (const message of held.splice(0)) route.send(message);
    };
  });
  await priya.page.reload();
  await priya.says('saved');
  holding = true;
  await priya.caretAfter('Start.');
  await priya.page.keyboard.type(' Held back.');
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await expect.poll(() => serverText(priya, id)).toContain('Held back.');
  await expect.poll(() => priya.page.locator('.sync-status-words').textContent()).toBe('Saving…');
  letGo();
  await priya.says('saved');
  await priya.context.close();
});
