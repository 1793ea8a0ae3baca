// Plain JavaScript with no dependencies of its own: finds the browser that the journeys use, or gets one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a Chromium on this machine, or undefined. `CHROMIUM` names another. */
export function findBrowser() {
  const named = process.env.CHROMIUM;
  if (named) return existsSync(named) ? named : undefined;
  return KNOWN.find((path) => existsSync(path)) ?? playwrightsOwn();
}

/** Finds a Chromium or installs one: the system's through apt where that is allowed, else Playwright's. */
export function ensureBrowser() {
  return findBrowser() ?? fromApt() ?? fromPlaywright();
}

function fromApt() {
  const root = process.getuid?.() === 0;
  if (!existsSync('/usr/bin/apt-get')) return undefined;
  const apt = (...args) =>
    spawnSync(root ? 'apt-get' : 'sudo', root ? args : ['-n', 'apt-get', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  console.log('Installing Chromium for the browser tests through apt …');
  if (apt('update', '-qq')) apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
  return findBrowser();
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
