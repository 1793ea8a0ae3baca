import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { faults } from './axe.ts';
import { launchBrowser, PHONE, type RunningServer, signedIn, startServer, turn } from './harness.ts';
import {
  newDocument,
  openDesk,
  serverText,
  sitDown,
  startDocument,
  typeDocument,
  type WritingDesk,
} from './writingDesk.ts';

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

async function overflow(desk: WritingDesk): Promise<number> {
  return desk.page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

it('[ED2] a name is found, chosen and put in by keyboard alone, and the text points at the choice', async () => {
  const id = await startDocument(browser, server, PRIYA, ['Ask']);
  const priya = await openDesk(browser, server, PRIYA, id);
  await priya.caretAfter('Ask');
  await priya.page.keyboard.type(' @');
  const list = priya.page.getByRole('listbox', { name: 'People and seats' });
  await list.waitFor();
  await priya.page.keyboard.type('ro');
  await expect.poll(() => list.getByRole('option').first().textContent()).toContain('Ron Tasker');
  const pointed = () =>
    priya.text.evaluate((text) => {
      const option = document.getElementById(text.getAttribute('aria-activedescendant') ?? '');
      return option?.getAttribute('aria-selected') === 'true' ? option.textContent : null;
    });
  await expect.poll(() => pointed()).toContain('Ron Tasker');
  await priya.page.keyboard.press('ArrowDown');
  await priya.page.keyboard.press('ArrowUp');
  await expect.poll(() => pointed()).toContain('Ron Tasker');
  await priya.page.keyboard.press('Enter');
  await priya.page.keyboard.type('about buses');
  await priya.says('saved');
  await expect.poll(() => priya.blocks()).toEqual(['Ask @Ron Tasker about buses']);
  await expect.poll(() => priya.text.locator('.run-mention').textContent()).toBe('@Ron Tasker');
  await expect.poll(() => priya.text.getAttribute('aria-activedescendant')).toBeNull();
  await priya.context.close();
});

it('[ED10] Tab moves list items in and out, elsewhere it leaves the text, and after Escape it always leaves', async () => {
  const { desk: priya } = await typeDocument(browser, server, PRIYA, ['- One', 'Two']);
  const isInText = () => priya.text.evaluate((text) => document.activeElement === text);
  await priya.caretAfter('Two');
  await priya.page.keyboard.press('Tab');
  await priya.text.locator('[data-indent="1"]').waitFor();
  await expect.poll(() => isInText()).toBe(true);
  await priya.page.keyboard.press('Shift+Tab');
  await expect.poll(() => priya.text.locator('[data-indent="1"]').count()).toBe(0);
  await priya.page.keyboard.press('Escape');
  await priya.page.keyboard.press('Tab');
  await expect.poll(() => isInText()).toBe(false);
  await priya.caretAfter('One');
  await priya.page.keyboard.press('Control+Alt+0');
  await priya.text.locator('[data-kind="paragraph"]').waitFor();
  await priya.page.keyboard.press('Tab');
  await expect.poll(() => isInText()).toBe(false);
  await priya.context.close();
});

it('[ED1] the help sheet opens by key, lists the keys, and gives the focus back', async () => {
  const id = await startDocument(browser, server, PRIYA, ['Words']);
  const priya = await openDesk(browser, server, PRIYA, id);
  await priya.caretAfter('Words');
  await priya.page.keyboard.press('Control+/');
  const help = priya.page.getByRole('dialog', { name: 'Keys that help you write' });
  await help.waitFor();
  await expect.poll(() => help.getByRole('row').count()).toBeGreaterThan(25);
  await priya.page.keyboard.press('Escape');
  await help.waitFor({ state: 'hidden' });
  await expect
    .poll(() => priya.page.evaluate(() => document.activeElement?.hasAttribute('contenteditable')))
    .toBe(true);
  await priya.page.keyboard.type('!');
  await expect.poll(() => priya.blocks()).toEqual(['Words!']);
  await priya.context.close();
});

it('[ED11] words are linked by keyboard, an address that is not allowed is refused, and only a safe link opens', async () => {
  const id = await startDocument(browser, server, PRIYA, ['See the plan']);
  const priya = await openDesk(browser, server, PRIYA, id);
  await priya.caretAfter('See the plan');
  await priya.page.keyboard.press('Control+Shift+ArrowLeft');
  await expect.poll(() => priya.page.evaluate(() => String(getSelection()))).toBe('plan');
  await priya.page.keyboard.press('Control+K');
  const address = priya.page.getByRole('textbox', { name: 'Address' });
  await address.fill('javascript:alert(1)');
  await priya.page.keyboard.press('Enter');
  await priya.page.getByText('That is not an address that we can link to').waitFor();
  await address.fill('example.org/plan');
  await priya.page.keyboard.press('Enter');
  const link = priya.text.locator('[data-link]');
  await expect.poll(() => link.getAttribute('data-link')).toBe('https://example.org/plan');
  await expect.poll(() => link.textContent()).toBe('plan');
  await link.click();
  const bar = priya.page.getByRole('group', { name: /^Link to/ });
  await expect.poll(() => bar.getByRole('link').getAttribute('rel')).toContain('noopener');
  await bar.getByRole('button', { name: 'Remove' }).click();
  await expect.poll(() => link.count()).toBe(0);
  await expect.poll(() => priya.blocks()).toEqual(['See the plan']);
  await priya.context.close();
});

it('[ED17] an item of a check list is ticked by pointer and by key', async () => {
  const { desk: priya } = await typeDocument(browser, server, PRIYA, ['[] Ask the drivers']);
  const item = priya.text.locator('[data-kind="check"]');
  await item.click({ position: { x: 12, y: 14 } });
  await expect.poll(() => item.getAttribute('data-checked')).toBe('true');
  await priya.caretAfter('Ask the drivers');
  await expect.poll(() => item.getAttribute('data-checked')).toBe('true');
  await priya.page.keyboard.press('Control+Enter');
  await expect.poll(() => item.getAttribute('data-checked')).toBe('false');
  await expect.poll(() => priya.blocks()).toEqual(['Ask the drivers']);
  await priya.context.close();
});

it('[ED12] a table is put in, grown, and shrunk from the writing tools', async () => {
  const id = await startDocument(browser, server, PRIYA, ['Who does what']);
  const priya = await openDesk(browser, server, PRIYA, id);
  const choose = async (item: string) => {
    await priya.page.getByRole('button', { name: 'Table', exact: true }).click();
    await priya.page.getByRole('menuitem', { name: item }).click();
  };
  await priya.caretAfter('Who does what');
  await choose('Put in a table');
  await priya.text.locator('table').waitFor();
  await priya.page.keyboard.type('Task');
  await choose('Row below');
  await choose('Column after');
  await expect.poll(() => priya.text.locator('tr').count()).toBe(4);
  await expect.poll(() => priya.text.locator('tr').first().locator('th, td').count()).toBe(4);
  await choose('Remove this column');
  await expect.poll(() => priya.text.locator('tr').first().locator('th, td').count()).toBe(3);
  await priya.says('saved');
  await expect.poll(() => priya.text.locator('th').count()).toBeGreaterThan(0);
  await priya.context.close();
});

it('[ED10] Tab goes from cell to cell and out of the text at the end of the table', async () => {
  const id = await startDocument(browser, server, PRIYA, ['Who does what']);
  const priya = await openDesk(browser, server, PRIYA, id);
  await priya.caretAfter('Who does what');
  await priya.page.getByRole('button', { name: 'Table', exact: true }).click();
  await priya.page.getByRole('menuitem', { name: 'Put in a table' }).click();
  await priya.text.locator('table').waitFor();
  for (const words of ['Who', 'What', 'When', 'Ron']) {
    await priya.page.keyboard.type(words);
    await priya.page.keyboard.press('Tab');
  }
  await priya.page.keyboard.press('Shift+Tab');
  await priya.page.keyboard.type(' drives');
  await expect
    .poll(() => priya.text.locator('th, td').allTextContents())
    .toEqual(['Who', 'What', 'When', 'Ron drives', '', '', '', '', '']);
  await priya.text.locator('td').last().click();
  await priya.page.keyboard.type('last');
  await priya.text.locator('td', { hasText: 'last' }).waitFor();
  await priya.page.keyboard.press('Tab');
  await expect.poll(() => priya.text.evaluate((text) => document.activeElement === text)).toBe(false);
  await priya.context.close();
});

it('[ED20] items are numbered one after another, and Urdu has its number on the right', async () => {
  const { id, desk: priya } = await typeDocument(browser, server, PRIYA, ['1. One', 'دو', 'Three']);
  const tree = await priya.page.context().newCDPSession(priya.page);
  const { result } = await tree.send('Runtime.evaluate', {
    expression: 'document.querySelector("[contenteditable]")',
  });
  const { nodes } = await tree.send('Accessibility.queryAXTree', { objectId: result.objectId as string });
  const said = nodes.map(({ name }) => String(name?.value)).filter((name) => /^\d$/.test(name));
  expect([...new Set(said)]).toEqual(['1', '2', '3']);
  const { right, direction } = await priya.text
    .locator('.block', { hasText: 'دو' })
    .evaluate((block) => getComputedStyle(block, '::before'));
  expect([right, direction]).toEqual(['0px', 'rtl']);
  const page = await (await priya.context.request.get(`/read/${id}`)).text();
  expect(page).toContain('<li dir="rtl">دو</li>');
  await priya.context.close();
});

it('[ED13] the outline lists the headings as they are written, and moves the caret to one', async () => {
  const { desk: priya } = await typeDocument(browser, server, PRIYA, [
    '# The need',
    'Words',
    '## The offer',
    'More',
  ]);
  const outline = priya.page.getByRole('navigation', { name: 'In this document' });
  await expect.poll(() => outline.getByRole('button').allTextContents()).toEqual(['The need', 'The offer']);
  await outline.getByRole('button', { name: 'The offer' }).click();
  await priya.page.keyboard.type('See: ');
  await expect
    .poll(() => outline.getByRole('button').allTextContents())
    .toEqual(['The need', 'See: The offer']);
  await priya.context.close();
});

it('[STAT5] who may only comment reads the document, is told why, and can type nothing', async () => {
  const context = await signedIn(browser, server, PRIYA);
  const id = await newDocument(context, 'steering');
  const priya = await sitDown(context, id);
  await priya.says('saved');
  await priya.text.click();
  await priya.page.keyboard.type('Written by those who steer.');
  await priya.says('saved');
  const ron = await signedIn(browser, server, RON);
  const reader = await sitDown(ron, id);
  await reader.says('read_only');
  await reader.text.getByText('Written by those who steer.').waitFor();
  await reader.page.getByText('Your seat may read and comment on this document, not change it.').waitFor();
  await expect.poll(() => reader.text.getAttribute('aria-readonly')).toBe('true');
  await expect.poll(() => reader.page.getByRole('toolbar').count()).toBe(0);
  await reader.text.click();
  await reader.page.keyboard.type('Not mine to write');
  expect((await serverText(priya, id)).trim()).toBe('Written by those who steer.');
  await Promise.all([context.close(), ron.close()]);
});

it('[PRESUI2] others’ carets carry their names; quiet mode hides them and keeps mine to myself', async () => {
  const id = await startDocument(browser, server, PRIYA, ['Here we are']);
  const priya = await openDesk(browser, server, PRIYA, id);
  const ron = await openDesk(browser, server, RON, id);
  await ron.caretAfter('Here we are');
  await ron.page.keyboard.type('!');
  await priya.page.locator('.editor-caret-name', { hasText: 'Ron Tasker' }).waitFor();
  await priya.page.locator('.editor-chip', { hasText: 'Ron Tasker' }).waitFor();
  await expect.poll(() => priya.page.locator('.editor-carets').getAttribute('aria-hidden')).toBe('true');
  await priya.page.getByRole('switch', { name: 'Quiet' }).check();
  await expect.poll(() => priya.page.locator('.editor-caret-name').count()).toBe(0);
  await priya.caretAfter('Here we are');
  await priya.page.keyboard.type('?');
  await ron.text.getByText('?').waitFor();
  await expect.poll(() => ron.page.locator('.editor-caret-name').count()).toBe(0);
  await Promise.all([priya.context.close(), ron.context.close()]);
});

it('[PRESUI4] following brings me to where the other writes, until I do something myself', async () => {
  const id = await startDocument(
    browser,
    server,
    PRIYA,
    Array.from({ length: 40 }, (_, i) => `Line ${i}.`),
  );
  const priya = await openDesk(browser, server, PRIYA, id);
  const ron = await openDesk(browser, server, RON, id);
  await ron.caretAfter('Line 39.');
  await ron.page.keyboard.type(' Here.');
  await priya.page.evaluate(() => scrollTo(0, 0));
  await priya.page.getByRole('button', { name: /other person here/ }).click();
  await priya.page.getByRole('button', { name: 'Follow Ron Tasker' }).click();
  await expect.poll(() => priya.page.evaluate(() => scrollY)).toBeGreaterThan(400);
  await priya.page.keyboard.press('Escape');
  await priya.page.locator('.editor-chip[data-followed]').waitFor();
  await priya.caretAfter('Line 38.');
  await expect.poll(() => priya.page.locator('.editor-chip[data-followed]').count()).toBe(0);
  await Promise.all([priya.context.close(), ron.context.close()]);
});

it('[ED14] on a phone one types by touch, the tools stay in reach, and nothing scrolls sideways', async () => {
  const id = await startDocument(browser, server, PRIYA, ['Heading', 'Written at a desk']);
  const phone = await openDesk(browser, server, RON, id, PHONE);
  await phone.text.locator('.block', { hasText: 'Written at a desk' }).tap();
  await phone.page.keyboard.press('End');
  await phone.page.keyboard.type(', and on the bus');
  await phone.says('saved');
  expect(await serverText(phone, id)).toContain('Written at a desk, and on the bus');
  const tools = await phone.page.getByRole('toolbar').boundingBox();
  expect((tools?.y ?? 0) + (tools?.height ?? 0)).toBeLessThanOrEqual(741);
  expect(tools?.width).toBeLessThanOrEqual(360);
  for (const tool of await phone.page.getByRole('toolbar').getByRole('button').all()) {
    const box = await tool.boundingBox();
    if (box) expect(box.height).toBeGreaterThanOrEqual(44);
  }
  await expect.poll(() => overflow(phone)).toBe(0);
  await phone.context.close();
});

it('[ED14] at 320 pixels, and at 400 % on a small screen, nothing scrolls sideways', async () => {
  const lines = ['# Heading', `A${'very'.repeat(30)}long word`, '- Item'];
  const viewport = { width: 320, height: 640 };
  const { desk } = await typeDocument(browser, server, PRIYA, lines, { viewport });
  await expect.poll(() => overflow(desk)).toBe(0);
  await turn(desk.page, { viewport: { width: 320, height: 256 } });
  await expect.poll(() => overflow(desk)).toBe(0);
  await desk.context.close();
});

it('[ED15] axe finds nothing in the editor: at rest, with names offered, with a menu, with a dialog, light and dark', async () => {
  const lines = ['# Heading', '- Item', '1. Number', '[] To do', '> Quote'];
  const { desk } = await typeDocument(browser, server, PRIYA, lines);
  for (const colorScheme of ['light', 'dark'] as const) {
    await turn(desk.page, { colorScheme });
    const look = async (where: string) => {
      expect(await faults(desk.page), where).toEqual([]);
    };
    await look('at rest');
    await desk.caretAfter('Quote');
    await desk.page.keyboard.type(' @');
    await desk.page.getByRole('listbox').waitFor();
    await look('names');
    await desk.page.keyboard.press('Escape');
    await desk.page.getByRole('button', { name: /^Kind of block/ }).click();
    await desk.page.getByRole('menu').waitFor();
    await look('menu');
    await desk.page.keyboard.press('Escape');
    await desk.caretAfter('Quote');
    await desk.page.keyboard.press('Control+/');
    await desk.page.getByRole('dialog').waitFor();
    await look('help');
    await desk.page.keyboard.press('Escape');
    await desk.page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await desk.context.close();
});

it('[ED16] what is pasted from Word is clean, stays where the caret is, and is one thing to undo', async () => {
  const id = await startDocument(browser, server, PRIYA, ['Before', 'After']);
  const priya = await openDesk(browser, server, PRIYA, id);
  const paste = (html: string, text: string) =>
    priya.text.evaluate(
      (element, data) => {
        const clipboardData = new DataTransfer();
        if (data.html) clipboardData.setData('text/html', data.html);
        clipboardData.setData('text/plain', data.text);
        element.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
      },
      { html, text },
    );
  await priya.caretAfter('Before');
  await priya.page.keyboard.press('Enter');
  await paste(
    `<h1 style="color:red">A heading</h1><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span
    style='mso-list:Ignore'>·</span>An item</p><p>The <b>end</b></p>`,
    'A heading\nAn item\nThe end',
  );
  await expect.poll(() => priya.blocks()).toEqual(['Before', 'A heading', 'An item', 'The end', 'After']);
  await expect.poll(() => priya.text.locator('h2.block').textContent()).toBe('A heading');
  await expect.poll(() => priya.text.locator('[data-kind="bullet"]').textContent()).toBe('An item');
  await expect.poll(() => priya.text.locator('[style*="red"]').count()).toBe(0);
  await priya.says('saved');
  await priya.page.keyboard.press('Control+Z');
  await expect.poll(() => priya.blocks()).toEqual(['Before', '', 'After']);
  await paste('', 'Line one\nLine two');
  await expect.poll(() => priya.blocks()).toEqual(['Before', 'Line one', 'Line two', 'After']);
  await paste('<meta charset="utf-8"><span>, and more</span>', ', and more');
  await expect.poll(() => priya.blocks()).toEqual(['Before', 'Line one', 'Line two, and more', 'After']);
  await priya.page.keyboard.press('Control+A');
  const copied = await priya.text.evaluate((element) => {
    const clipboardData = new DataTransfer();
    element.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return { html: clipboardData.getData('text/html'), text: clipboardData.getData('text/plain') };
  });
  expect(copied.html).toContain('<p>Line one</p>');
  expect(copied.html).not.toMatch(/class=|style=|data-/);
  expect(copied.text).toContain('Line one\n\nLine two, and more');
  await priya.context.close();
});

it('[STAT7] words that one person left unsent on a device stay theirs when another signs in on it', async () => {
  const id = await startDocument(browser, server, PRIYA, ['Shared.']);
  const priya = await openDesk(browser, server, PRIYA, id);
  await priya.context.setOffline(true);
  await priya.says('offline');
  await priya.caretAfter('Shared.');
  await priya.page.keyboard.type(' Hers alone.');
  await priya.page.close();
  await priya.context.setOffline(false);
  const signIn = (person: string) => priya.context.request.post('/api/example/sign-in', { data: { person } });
  expect((await signIn(RON)).ok()).toBe(true);
  const ron = await sitDown(priya.context, id);
  await ron.says('saved');
  await expect.poll(() => ron.blocks()).toEqual(['Shared.']);
  expect(await serverText(ron, id)).not.toContain('Hers alone.');
  await ron.page.close();
  expect((await signIn(PRIYA)).ok()).toBe(true);
  const back = await sitDown(priya.context, id);
  await back.says('saved');
  await expect.poll(() => back.blocks()).toEqual(['Shared. Hers alone.']);
  await priya.context.close();
});

it('[STAT5] who is signed out elsewhere is told why, and can copy what did not reach the server', async () => {
  const id = await startDocument(browser, server, PRIYA, ['Shared.']);
  const priya = await openDesk(browser, server, PRIYA, id);
  await priya.page.routeWebSocket(/\/sync\//, (route) => {
    const upstream = route.connectToServer();
    // The last words never arrive: the network ate them.
    route.onMessage((message) => {
      if (typeof message !== 'string' && message.includes('Unsent')) return;
      upstream.send(message);
    });
  });
  await priya.page.reload();
  await priya.says('saved');
  await priya.caretAfter('Shared.');
  await priya.page.keyboard.insertText(' Unsent words.');
  await priya.says('saving');
  expect((await priya.context.request.post('/api/sign-out', { data: {} })).ok()).toBe(true);
  await priya.says('ended');
  await priya.page.getByText('You are signed out. Sign in again to go on writing.').waitFor();
  await priya.page.getByText('They are kept on this device.').waitFor();
  const unsent = priya.page.getByRole('textbox', { name: 'Words that did not reach the server' });
  await expect.poll(() => unsent.inputValue()).toContain('Unsent words.');
  await expect.poll(() => priya.text.getAttribute('aria-readonly')).toBe('true');
  await priya.context.close();
});
