import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from './compile.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Programs that tests start again and again, each in a process of its own. */
const PROGRAMS = [
  'server/main.ts',
  'tests/integration/decisions/killProcess.ts',
  'tests/integration/decisions/raceProcess.ts',
  'tests/integration/invitations/raceProcess.ts',
  'tests/integration/ledger/appendProcess.ts',
  'tests/integration/mail/mailProcess.ts',
  'tests/integration/notifications/noticeProcess.ts',
  'tests/integration/partnerships/raceProcess.ts',
  'tests/integration/sync/serverProcess.ts',
];
/** Where they are, compiled from the sources as they are now. Processes that run tests are told of it this way. */
const FOLDER = 'TRIALOGUE_TEST_PROGRAMS';

/** Compiles them once in a run, and gives the function that takes them away again. */
export async function setup(): Promise<() => void> {
  mkdirSync(join(root, '.build'), { recursive: true });
  const folder = mkdtempSync(join(root, '.build/programs-'));
  await compile(PROGRAMS, folder);
  process.env[FOLDER] = folder;
  return () => {
    delete process.env[FOLDER];
    rmSync(folder, { recursive: true, force: true });
  };
}

/** How node starts a program of ours: compiled where it was compiled, which takes a third of the time, else as it is. */
export function starting(program: URL | string): { readonly path: string; readonly execArgv: string[] } {
  const path = program instanceof URL ? fileURLToPath(program) : join(root, program);
  const folder = process.env[FOLDER];
  const known = relative(root, path);
  if (folder && PROGRAMS.includes(known))
    return { path: join(folder, known.replace(/\.ts$/, '.js')), execArgv: [] };
  return { path, execArgv: path.endsWith('.ts') ? ['--import', 'tsx'] : [] };
}
