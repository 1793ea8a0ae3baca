// Plain JavaScript: it runs before anything is compiled.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const MARK = join(root, '.build/client.hash');
const SOURCES = ['client', 'shared', 'package-lock.json'];

/** Builds the pages unless they were built from exactly these sources. Ends the process if that fails. */
export function buildClient() {
  const sources = hashOf(SOURCES);
  const built = existsSync(join(root, '.build/client/index.html'));
  if (built && existsSync(MARK) && readFileSync(MARK, 'utf8') === sources) return;
  console.log('Building the pages (only when they have changed) …');
  const done = spawnSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--config', 'client/vite.config.ts', '--logLevel', 'error'],
    { cwd: root, stdio: 'inherit' },
  );
  if (done.status !== 0) {
    console.error('The pages could not be built. What went wrong is above; nothing was started.');
    process.exit(1);
  }
  mkdirSync(join(root, '.build'), { recursive: true });
  writeFileSync(MARK, sources);
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesIn)) hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

function filesIn(path) {
  if (statSync(join(root, path)).isFile()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesIn(`${path}/${name}`));
}
