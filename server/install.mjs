// Plain JavaScript with no dependencies: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const OLDEST_NODE = [20, 19];
const MARK = `${root}node_modules/.trialogue-lock`;

/**
 * Makes sure that this Node can run Trialogue and that the exact packages of package-lock.json are here.
 * Takes seconds when nothing has changed; otherwise says what it is doing. Ends the process on failure.
 */
export function install() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]))
    stop(`Trialogue needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
  if (isInstalled()) return;
  console.log('Installing what Trialogue is built from (a minute or two, only when it has changed) …');
  const done = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (done.status !== 0)
    stop('The packages could not be installed. What npm said is above; nothing else was changed.');
  mkdirSync(`${root}node_modules`, { recursive: true });
  writeFileSync(MARK, wanted());
}

/** Whether the packages here are those of the lock file, installed for this Node. */
export function isInstalled() {
  return existsSync(MARK) && readFileSync(MARK, 'utf8') === wanted();
}

function wanted() {
  return createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .update(process.versions.modules)
    .digest('hex');
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
