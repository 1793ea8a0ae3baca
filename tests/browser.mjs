// Plain JavaScript with no dependencies of its own: finds the browser that the journeys use, or gets one.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Chromium without the windows around its pages, which nobody sees here and which cost as much as the pages. */
const LEAN = ['/usr/bin/chromium-headless-shell'];
const WHOLE = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
/** The lean one was looked for in vain: it is not looked for at each run. */
const MARK = fileURLToPath(new URL('../.build/no-lean-browser', import.meta.url));
const ROOT = process.getuid?.() === 0;

/**
 * The path of a Chromium, or undefined if there is none and none could be installed. `CHROMIUM` names another. It
 * installs the system's through apt where that is allowed, else Playwright's. Where there is one already, a leaner one is
 * installed beside it only for root: on a machine that is there for tests.
 */
export function ensureBrowser() {
  const named = process.env.CHROMIUM;
  if (named) return existsSync(named) ? named : undefined;
  return installed(LEAN) ?? leanForRoot() ?? whole() ?? fromApt() ?? fromPlaywright();
}

const installed = (paths) => paths.find((path) => existsSync(path));
const whole = () => installed(WHOLE) ?? playwrightsOwn();

function leanForRoot() {
  if (!ROOT || existsSync(MARK)) return undefined;
  const found = fromApt();
  if (!found || WHOLE.includes(found)) {
    mkdirSync(dirname(MARK), { recursive: true });
    writeFileSync(MARK, '');
  }
  return found;
}

function fromApt() {
  if (!existsSync('/usr/bin/apt-get')) return undefined;
  console.log('Installing Chromium for the browser tests through apt …');
  apt('update', '-qq');
  for (const name of ['chromium-headless-shell', ...(whole() ? [] : ['chromium'])])
    if (apt('install', '-y', '-qq', '--no-install-recommends', name)) break;
  return installed(LEAN) ?? whole();
}

/** Without a network it gives up within seconds. */
function apt(...args) {
  const all = ['-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=20', ...args];
  const done = spawnSync(ROOT ? 'apt-get' : 'sudo', ROOT ? all : ['-n', 'apt-get', ...all], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return done.status === 0;
}

function fromPlaywright() {
  console.log('Installing a Chromium for the browser tests through Playwright …');
  const require = createRequire(import.meta.url);
  const cli = require.resolve('playwright-core/package.json').replace('package.json', 'cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' });
  return playwrightsOwn();
}

function playwrightsOwn() {
  try {
    const path = createRequire(import.meta.url)('playwright-core').chromium.executablePath();
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined; // nothing is installed yet
  }
}
