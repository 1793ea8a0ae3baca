import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { compile } from './compile.ts';
import { listening } from './listening.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What is made once in a run, so that not every file of tests makes it again. Nothing is kept for the next run. */
export interface Ready {
  /** The server, compiled from the sources as they are now. */
  readonly server: string;
  /** The data folder of a server that has just begun with the example partnership. Copy it; never write into it. */
  readonly example: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    ready: Ready;
  }
}

/** Makes what is to be ready, and gives the function that takes it away again. */
export async function setup({ provide }: TestProject): Promise<() => void> {
  mkdirSync(join(root, '.build'), { recursive: true });
  const programs = mkdtempSync(join(root, '.build/programs-'));
  const example = mkdtempSync(join(tmpdir(), 'trialogue-example-'));
  await compile(['server/main.ts'], programs);
  const server = join(programs, 'server/main.js');
  await beginExample(server, example);
  provide('ready', { server, example });
  return () => {
    for (const folder of [programs, example]) rmSync(folder, { recursive: true, force: true });
  };
}

/** Lets the server itself fill the folder, and ends it politely, so that all of it is in the files. */
async function beginExample(server: string, folder: string): Promise<void> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [server], {
    cwd: root,
    env: { PATH, TRIALOGUE_DATA: folder, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await listening(child);
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
