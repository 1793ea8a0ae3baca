import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Position } from '../../../shared/decisions/positions.ts';
import { faults } from '../axe.ts';
import {
  DARK_PHONE,
  DESKTOP,
  launchBrowser,
  NARROW,
  type RunningServer,
  signedIn,
  startServer,
  turn,
  WIDE,
} from '../harness.ts';
import { ALL_AGREE, Desk, NORTHVALE } from './desk.ts';

let server: RunningServer;
let browser: Browser;

const BLOCK: Position = { choice: 'block', reason: 'It has no lift.', harm: 'Some are left behind.' };
const ASIDE: Position = { choice: 'stand_aside', reason: 'Carers are split.' };
const ONE_ROUND = {
  ...NORTHVALE,
  name: 'One round, then a vote',
  rounds: { ...NORTHVALE.rounds, most: 1, freezeHours: 0 },
};
const CLOSE = { kind: 'close_early', reason: 'All have answered.' } as const;

/** A decision in each state, and who looks at it. */
const STATES: Readonly<
  Record<string, { readonly person: string; readonly make: (desk: Desk) => Promise<string> }>
> = {
  open: { person: 'Ron Tasker', make: async (desk) => (await desk.decision()).id },
  blocked: {
    person: 'Nasreen Begum',
    make: async (desk) => {
      const decision = await desk.decision({
        fields: { rejected: [{ option: 'Taxis', why: 'They cost more.' }] },
      });
      await desk.say(decision, { C1: { choice: 'agree' }, G1: { choice: 'agree' } });
      await desk.amend(decision.id, 'Trips run on Tuesdays.', 'Fewer drivers.');
      await desk.say(decision, { G3: BLOCK, U1: ASIDE });
      return decision.id;
    },
  },
  'words to confirm': {
    person: 'Ron Tasker',
    make: async (desk) => {
      const decision = await desk.decision();
      await desk.say(decision, { G1: { choice: 'agree' } });
      await desk.amend(decision.id, 'Trips run on Tuesdays.', 'Fewer drivers.');
      return decision.id;
    },
  },
  hidden: {
    person: 'Heron',
    make: async (desk) => {
      const visibility = { when: 'when_closed', by: 'seat' } as const;
      const decision = await desk.decision({ fields: { rule: { ...NORTHVALE, visibility } } });
      await desk.say(decision, { C1: { choice: 'agree' }, U2: ASIDE });
      return decision.id;
    },
  },
  fallback: {
    person: 'Priya Nandra',
    make: async (desk) => {
      const decision = await desk.decision({ fields: { rule: ONE_ROUND } });
      await desk.say(decision, { ...ALL_AGREE, G3: BLOCK });
      await desk.act('Marsha Odell', decision.id, CLOSE);
      await desk.say(decision, { P1: { choice: 'against' } });
      return decision.id;
    },
  },
  ended: {
    person: 'Marsha Odell',
    make: async (desk) => {
      const bodies = [{ id: 'cabinet', name: 'Council Cabinet' }];
      const standing = { kind: 'recommendation', bodies, answerDays: 60 } as const;
      const decision = await desk.decision({ fields: { standing } });
      await desk.say(decision, {
        ...ALL_AGREE,
        U1: { choice: 'agree_with_reservations', reason: 'In winter too.' },
      });
      await desk.act('Marsha Odell', decision.id, CLOSE);
      return decision.id;
    },
  },
  draft: { person: 'Ravi Sen', make: async (desk) => (await desk.decision({ stayDraft: true })).id },
};
const NAMES = Object.keys(STATES);
const ids = new Map<string, string>();

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  const desk = new Desk(browser, server);
  for (const [name, { make }] of Object.entries(STATES)) ids.set(name, await make(desk));
  await desk.close();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function open(name: string, options: BrowserContextOptions): Promise<Page> {
  const context = await signedIn(browser, server, STATES[name]?.person ?? '', options);
  const page = await context.newPage();
  await page.goto(`/decisions/${ids.get(name)}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => !document.querySelector('.loading'));
  return page;
}

/** Everything that is folded away lies open. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const summary of document.querySelectorAll<HTMLElement>('.fold:not([open]) > summary'))
      summary.click();
  });
  await page.waitForFunction(() => !document.querySelector('.fold:not([open])'));
}

it.each(NAMES)(
  '[SHOW14] axe finds nothing on a decision that is %s, unfolded, wide and light; in the dark it fits a screen 320 wide',
  async (name) => {
    const page = await open(name, WIDE);
    await unfold(page);
    expect(await faults(page)).toEqual([]);
    await turn(page, NARROW);
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(320);
    await expect.poll(() => page.evaluate(tooSmall)).toEqual([]);
    expect(await faults(page)).toEqual([]);
    await page.context().close();
  },
);

it.each(process.env.LONG ? NAMES : [])(
  '[SHOW14] axe finds nothing on a decision that is %s, on a phone in the dark',
  async (name) => {
    const page = await open(name, DARK_PHONE);
    expect(await faults(page)).toEqual([]);
    await page.context().close();
  },
);

function tooSmall(): string[] {
  return [...document.querySelectorAll('button, input, select, summary, nav a')]
    .filter((control) => control.checkVisibility() && !control.closest('.visually-hidden'))
    .filter((control) => {
      const { width, height } = (control.closest('label') ?? control).getBoundingClientRect();
      return width > 0 && (Math.round(height) < 44 || Math.round(width) < 42);
    })
    .map((control) => control.textContent || control.outerHTML);
}

it('[SHOW11] on paper a decision stands alone: every table and reason is open, and there is nothing to press', async () => {
  for (const name of ['blocked', 'ended']) {
    const page = await open(name, { ...DESKTOP, colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page
      .getByRole('table', { name: /Every seat’s answer/ })
      .first()
      .waitFor();
    await page
      .getByRole('table', { name: /Every comparison of round/ })
      .first()
      .waitFor();
    const pressable = await page.evaluate(() =>
      [...document.querySelectorAll('button, input, select, textarea, nav, details:not([open])')]
        .filter((control) => control.checkVisibility())
        .map((control) => control.outerHTML.slice(0, 200)),
    );
    expect(pressable).toEqual([]);
    await page.getByText('One block stops it.').waitFor();
    await page.context().close();
  }
});

it('[SHOW3] the table says the same as the picture: every seat with its answer and its reason', async () => {
  const page = await open('blocked', DESKTOP);
  const pictured = page.locator('.picture-places li');
  await pictured.first().waitFor();
  const marks = await pictured.allInnerTexts();
  await page.getByText('Show this as a table').click();
  const rows = page.getByRole('table', { name: /Every seat’s answer/ }).locator('tbody tr');
  await rows.first().waitFor();
  const said = await rows.allInnerTexts();
  expect(said).toHaveLength(11);
  expect(marks).toHaveLength(11);
  const block = said.find((row) => row.includes("Eastgate Elders' Circle"));
  expect(block).toContain('blocks');
  expect(block).toContain('It has no lift.');
  expect(said.find((row) => row.includes('Skelby Good Neighbours'))).toContain(
    'to confirm (said “agrees” about earlier words)',
  );
  await page.context().close();
});

it('[SHOW3] while a round is hidden no page of a seat tells who has answered or blocks', async () => {
  const page = await open('hidden', DESKTOP);
  await page.getByText('The others’ answers are hidden until this round closes').waitFor();
  const main = await page.getByRole('main').textContent();
  expect(main).not.toMatch(/have answered\. At least/);
  const kinds = await page
    .locator('.picture-places li')
    .evaluateAll((all) => all.map((each) => each.getAttribute('data-kind')));
  expect(kinds.filter((kind) => kind === 'hidden')).toHaveLength(10);
  expect(kinds.filter((kind) => kind === 'stand_aside')).toHaveLength(1);
  await page.context().close();
});
