import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { inject } from 'vitest';
import { listening } from '../ready/listening.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The real server, in a process and a data folder of its own, with the example partnership. */
export interface RunningServer {
  readonly url: string;
  readonly folder: string;
  /** Ends it as a power cut would: nothing is asked, nothing is flushed. */
  kill(): Promise<void>;
  /** Starts it again on the same data and the same port. */
  startAgain(): Promise<void>;
  /** Puts its clock forward by so many ms, and gives what the clock says then. Back at the real time when started again. */
  forward(milliseconds: number): Promise<number>;
  /** Ends it politely and deletes its data. */
  stop(): Promise<void>;
}

const SHIFTED_CLOCK = import.meta.resolve('./shiftedClock.mjs');

export async function startServer(env: Record<string, string> = {}): Promise<RunningServer> {
  const { server, example } = inject('ready');
  const folder = mkdtempSync(join(tmpdir(), 'trialogue-journey-'));
  if (env.TRIALOGUE_EXAMPLE !== '0') cpSync(example, folder, { recursive: true });
  let child: ChildProcess;
  let port = '0';
  const start = async () => {
    child = spawn(process.execPath, ['--import', SHIFTED_CLOCK, server], {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        BASE_URL: '', // vitest sets one of its own
        TRIALOGUE_DATA: folder,
        HOST: '127.0.0.1',
        PORT: port,
        TRIALOGUE_LOG: 'error',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    port = await listening(child);
  };
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  await start();
  return {
    url: `http://127.0.0.1:${port}`,
    folder,
    kill: () => end('SIGKILL'),
    startAgain: start,
    async forward(milliseconds) {
      const answered = once(child, 'message') as Promise<[{ now: number }]>;
      child.send({ forward: milliseconds });
      return (await answered)[0].now;
    },
    async stop() {
      await end('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As the tests are started, this browser is found or installed, and named. */
const BROWSER =
  process.env.CHROMIUM ??
  ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path));

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(BROWSER !== undefined && { executablePath: BROWSER }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A browser of their own for someone in the cast, signed in. `options` sets viewport, colour scheme, touch. */
export async function signedIn(
  browser: Browser,
  server: RunningServer,
  person: string,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: server.url, ...options });
  const answer = await context.request.post('/api/example/sign-in', { data: { person } });
  if (!answer.ok())
    throw new Error(`could not sign in as ${person}: ${answer.status()} ${await answer.text()}`);
  return context;
}

/** The sizes that every page is looked at in. */
export const DESKTOP = { viewport: { width: 1280, height: 900 } };
export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

export const WIDE: BrowserContextOptions = { ...DESKTOP, colorScheme: 'light' };
/** As narrow as a page must bear, which is also 1280 at 400 %, and in the other colours. */
export const NARROW: BrowserContextOptions = { viewport: { width: 320, height: 568 }, colorScheme: 'dark' };
/** Only in the long run: nothing in our styles lies between 320 and 360, or asks whether there is a finger or a mouse. */
export const DARK_PHONE: BrowserContextOptions = { ...PHONE, colorScheme: 'dark' };

/**
 * Shows an open page in another look. All of our styles follow size and colours at once, so that a page is loaded once for
 * all its looks; nothing moves meanwhile, or axe would measure colours on their way.
 */
export async function turn(
  page: Page,
  { viewport, colorScheme = null }: BrowserContextOptions,
): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  if (viewport) await page.setViewportSize(viewport);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** The looks in which axe looks at a page. */
export const LOOKS: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ['wide and light', WIDE],
  ['on a screen 320 wide in the dark', NARROW],
  ...(process.env.LONG ? [['on a phone in the dark', DARK_PHONE] as const] : []),
];

/** How many pixels of the page stand out of the screen sideways. */
export function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}
